package org.shenyuan.cartons;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Problem;
import org.shenyuan.Race;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.labels.Sscc;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Cartons of a packed lot of forty packs. */
@BackendTest
@Import(World.class)
class CartonIT {

	private static final String PREFIX = "/api/v1/company-prefix";

	private static final String CARTONS = "/api/v1/lots/PK/cartons";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Api foreman;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		this.foreman = this.world.as("foreman");
		this.world.as("farmer");
		var chain = new Chain(this.world);
		chain.dug("F1", "2024-09-18", 4_000);
		chain.packed("FARM", "F1", 4_000, 100, "PK");
	}

	private void prefix(Api api, String prefix, int extension) {
		Answer answer = api.put(PREFIX, "{\"prefix\":\"" + prefix + "\",\"extension\":" + extension + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private Answer number(String id, long count, long units) {
		return this.foreman.put(CARTONS + "/" + id, "{\"count\":" + count + ",\"units\":" + units + "}");
	}

	private Problem.Reason refused(String path, String json, String key, String field) {
		Fingerprint before = Fingerprint.of(this.driver);
		Problem problem = Problem.of(this.foreman.put(path, json));
		assertThat(problem.keys()).containsExactly(key);
		assertThat(problem.reason(key).field()).isEqualTo(field);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		return problem.reason(key);
	}

	@Test
	void cartonsAreNumberedOnceAndPrintedAgainTheSame() throws IOException {
		assertThat(refused(CARTONS + "/C-1", "{\"count\":3,\"units\":10}", "carton.no-prefix", "prefix").message())
			.contains("GS1");
		prefix(this.foreman, "9521234", 3);
		Answer first = this.foreman.put(CARTONS + "/C-1", "{\"count\":3,\"units\":10,\"grossGrams\":1250}");
		assertThat(first.status()).as(first.body()).isEqualTo(200);
		assertThat(first.json().get("first").asString()).isEqualTo(Sscc.of(3, "9521234", 0).text());
		assertThat(first.json().get("last").asString()).isEqualTo(Sscc.of(3, "9521234", 2).text());
		assertThat(this.foreman.put(CARTONS + "/C-1", "{\"count\":3,\"units\":10,\"grossGrams\":1250}").body())
			.isEqualTo(first.body());
		refused(CARTONS + "/C-1", "{\"count\":2,\"units\":10,\"grossGrams\":1250}", "carton.taken", "id");
		assertThat(number("C-2", 1, 10).json().get("first").asString()).isEqualTo(Sscc.of(3, "9521234", 3).text());
		byte[] sheet = this.foreman.bytes("/api/v1/cartons/C-1/sheet.pdf?language=en");
		assertThat(this.foreman.bytes("/api/v1/cartons/C-1/sheet.pdf?language=en")).isEqualTo(sheet);
		try (PDDocument document = Loader.loadPDF(sheet)) {
			String text = new PDFTextStripper().getText(document);
			assertThat(text).contains("10 × 100 g", "Net 1 kg", "Gross 1250 g", "Lot PK");
			assertThat(text.replace(" ", "")).contains("(00)" + Sscc.of(3, "9521234", 2).text());
		}
		String zpl = new String(
				this.foreman
					.bytes("/api/v1/cartons/C-1/sheet.zpl?stock=ROLL-100x150&dpi=203&symbol=DATA_MATRIX&last=1"),
				StandardCharsets.US_ASCII);
		assertThat(zpl).contains("^PW800^LL1200");
		assertThat(this.foreman.get("/api/v1/cartons/C-1/sheet.pdf?stock=A4-5x13", "*/*").errors())
			.containsExactly("label.label-too-small");
		assertThat(this.foreman.get("/api/v1/cartons/C-1/sheet.pdf?last=4", "*/*").errors())
			.containsExactly("labels.range");
		assertThat(this.foreman.get("/api/v1/cartons/C-1/sheet.pdf?cell=9", "*/*").errors())
			.containsExactly("labels.cell");
	}

	@Test
	void noMoreAreBoxedThanWerePacked() {
		prefix(this.foreman, "9521234", 0);
		assertThat(number("C-1", 3, 12).status()).isEqualTo(200);
		assertThat(refused(CARTONS + "/C-2", "{\"count\":1,\"units\":5}", "carton.packs", "count").message())
			.contains("40", "36", "5");
		assertThat(number("C-2", 1, 4).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"count":0,"units":10} | field.min | count
			{"count":10001,"units":1} | field.max | count
			{"count":1,"units":-1} | field.min | units
			{"count":1,"units":10,"grossGrams":999} | carton.gross | gross
			{"count":1.5,"units":10} | json.value | count
			""")
	void absurdCartonsAreRefused(String json, String key, String field) {
		prefix(this.foreman, "9521234", 0);
		refused(CARTONS + "/C-1", json, key, field);
		refused(CARTONS + "/c", "{\"count\":1,\"units\":10}", "field.code", "id");
		assertThat(number("C-1", 1, 10).status()).isEqualTo(200);
	}

	@Test
	void aPrefixIsOnePartysAndStaysOnceItWasUsed() {
		for (String wrong : List.of("", "952", "9521234567890", "95212a4", "９５２１２３４", "长".repeat(10_000))) {
			refused(PREFIX, "{\"prefix\":\"" + wrong + "\"}", "carton.prefix", "prefix");
		}
		refused(PREFIX, "{\"extension\":1}", "carton.prefix", "prefix");
		refused(PREFIX, "{\"prefix\":\"9521234\",\"extension\":10}", "carton.extension", "extension");
		prefix(this.foreman, "9521", 0);
		prefix(this.foreman, "9521234", 1);
		assertThat(this.foreman.get(PREFIX).json().get("extension").asInt()).isEqualTo(1);
		Api worker = this.world.as("worker");
		for (String overlapping : List.of("9521234", "952123", "95212345")) {
			Problem problem = Problem.of(worker.put(PREFIX, "{\"prefix\":\"" + overlapping + "\"}"));
			assertThat(problem.keys()).as(overlapping).containsExactly("carton.prefix.taken");
		}
		prefix(worker, "9521235", 0);
		assertThat(number("C-1", 1, 10).status()).isEqualTo(200);
		refused(PREFIX, "{\"prefix\":\"9521236\"}", "carton.prefix.used", "prefix");
		prefix(this.foreman, "9521234", 1);
	}

	@Test
	void aPrefixIsUsedUp() {
		prefix(this.foreman, "952123456789", 0);
		this.driver.executableQuery("MATCH (p:CompanyPrefix {party: 'FARM'}) SET p.used = 9999").execute();
		refused(CARTONS + "/C-1", "{\"count\":2,\"units\":10}", "carton.left", "count");
		assertThat(number("C-1", 1, 10).json().get("last").asString())
			.isEqualTo(Sscc.of(0, "952123456789", 9999).text());
	}

	@Test
	void twoAtATimeGetDifferentNumbers() throws Exception {
		prefix(this.foreman, "9521234", 0);
		List<Answer> answers = Race.of(8, (i) -> number("C-1" + i, 1, 5));
		Set<String> numbers = new HashSet<>();
		List<String> all = new ArrayList<>();
		for (Answer answer : answers) {
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			all.add(answer.json().get("first").asString());
			numbers.add(answer.json().get("first").asString());
		}
		assertThat(numbers).hasSameSizeAs(all);
		assertThat(number("C-99", 1, 1).errors()).containsExactly("carton.packs");
	}

	@Test
	void othersSeeNothingOfThemButWhatTheSymbolLeadsTo() {
		prefix(this.foreman, "9521234", 3);
		assertThat(number("C-1", 3, 10).status()).isEqualTo(200);
		Api worker = this.world.as("worker");
		assertThat(Problem.of(worker.get(CARTONS)).status()).isEqualTo(404);
		assertThat(Problem.of(worker.get("/api/v1/cartons/C-1/sheet.pdf", "*/*")).status()).isEqualTo(404);
		assertThat(Problem.of(worker.put(CARTONS + "/C-2", "{\"count\":1,\"units\":1}")).status()).isEqualTo(404);
		assertThat(Problem.of(worker.get(PREFIX)).status()).isEqualTo(404);
		assertThat(new Visitor(this.world.address(), Map.of()).login("worker").get("/lots/PK/cartons").statusCode())
			.isEqualTo(404);
		Visitor anybody = new Visitor(this.world.address(), Map.of());
		HttpResponse<String> page = anybody.get("/00/" + Sscc.of(3, "9521234", 2).text());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("参场（演示）", "10 × 100 g", "清河基地", "PK").doesNotContain("foreman");
		for (String none : List.of(Sscc.of(3, "9521234", 3).text(), Sscc.of(2, "9521234", 2).text(),
				Sscc.of(3, "9521235", 2).text(), "395212340000000000", "1", "%3Cb%3E")) {
			HttpResponse<String> absent = anybody.get("/00/" + none);
			assertThat(absent.statusCode()).as(none).isEqualTo(404);
			assertThat(absent.body()).contains("Not a carton number of ours").doesNotContain("<b>");
		}
		new Chain(this.world).did("held", Chain.now(), "AUTH", "\"lot\":\"PK\",\"reason\":\"复检\"");
		assertThat(anybody.get("/00/" + Sscc.of(3, "9521234", 2).text()).body()).contains("On hold");
	}

	@Test
	void theyAreNumberedAtThePackingTable() {
		Visitor foreman = new Visitor(this.world.address(), Map.of()).login("foreman");
		String page = foreman.get("/lots/PK/cartons").body();
		assertThat(page).contains("Company prefix", "GS1").doesNotContain("Number cartons");
		Map<String, String> fields = Visitor.fields(page,
				Map.of("act", "prefix", "prefix", "９５２１２３４", "extension", "12"));
		assertThat(foreman.send("/lots/PK/cartons", fields).body()).contains("extension-error");
		fields.put("extension", "3");
		assertThat(foreman.send("/lots/PK/cartons", fields).statusCode()).isEqualTo(302);
		page = foreman.get("/lots/PK/cartons").body();
		assertThat(page).contains("Number cartons");
		fields = Visitor.fields(page, Map.of("act", "number", "count", "4", "units", "11", "gross", "1.2"));
		HttpResponse<String> again = foreman.send("/lots/PK/cartons", fields);
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).contains("count-error", "value=\"11\"");
		fields.put("units", "10");
		assertThat(foreman.send("/lots/PK/cartons", fields).statusCode()).isEqualTo(302);
		assertThat(foreman.send("/lots/PK/cartons", fields).statusCode()).isEqualTo(302);
		assertThat(foreman.get("/lots/PK/cartons").body()).containsOnlyOnce(Sscc.of(3, "9521234", 0).text() + " –")
			.doesNotContain("name=\"prefix\"");
	}

}
