package org.shenyuan.paper;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

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
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Stocks and printers of a party's own. */
@BackendTest
@Import(World.class)
class PrintStocksIT {

	private static final String STOCK = "/api/v1/stocks/S-1";

	private static final String PRINTER = "/api/v1/printers/P-1";

	/** Two by five labels of 90 × 50 mm on A4. */
	private static final String GEOMETRY = """
			{"paperWidth":210,"paperHeight":297,"labelWidth":90,"labelHeight":50,"cornerRadius":2,"grids":[{"columns":2,"rows":5,"left":12,"top":20,"pitchX":95,"pitchY":52}]}""";

	private static final String ROLL = """
			{"liner":64,"gap":3,"paperWidth":60,"paperHeight":40,"labelWidth":60,"labelHeight":40,"round":true,"grids":[{"columns":1,"rows":1,"left":0,"top":0}]}""";

	private static final String LASER = "{\"name\":\"激光打印机\",\"dpi\":600,\"right\":0.44,\"down\":-1}";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		// A first login leaves a token.
		foreman();
	}

	private Api foreman() {
		return this.world.as("foreman");
	}

	private static String stock(String name, String geometry) {
		return "{\"name\":\"" + name + "\",\"geometry\":" + geometry + "}";
	}

	private void kept(String path, String json) {
		Answer answer = foreman().put(path, json);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	@Test
	void aStockOfOnesOwnComesFirstAndIsPrintedOnAsItWasMeasured() throws IOException {
		kept(STOCK, stock("纸箱标签", GEOMETRY));
		kept(STOCK, stock("纸箱标签", GEOMETRY));
		kept("/api/v1/stocks/S-2", stock("圆标", ROLL));
		kept(PRINTER, LASER);
		JsonNode all = foreman().get("/api/v1/stocks").json();
		assertThat(all.valueStream().map((one) -> one.get("id").asString()).limit(2)).containsExactlyInAnyOrder("S-1",
				"S-2");
		assertThat(all.valueStream().map((one) -> one.get("id").asString())).hasSizeGreaterThan(20).contains("A4-3x7");
		assertThat(foreman().get(STOCK).json().get("cells").asInt()).isEqualTo(10);
		assertThat(foreman().get(PRINTER).json().get("right").asDouble()).isEqualTo(0.4);
		this.world.as("farmer");
		var chain = new Chain(this.world);
		chain.dug("F1", "2024-09-18", 4_000);
		chain.packed("FARM", "F1", 4_000, 100, "PK");
		chain.issued("FARM", "PK", "RUN-1", 40);
		String sheet = "/api/v1/runs/RUN-1/sheet.pdf?stock=S-1";
		try (PDDocument document = Loader.loadPDF(foreman().bytes(sheet))) {
			assertThat(document.getNumberOfPages()).isEqualTo(4);
		}
		assertThat(foreman().bytes(sheet + "&printer=P-1"))
			.isEqualTo(foreman().bytes(sheet + "&dpi=600&right=0.4&down=-1"))
			.isNotEqualTo(foreman().bytes(sheet + "&dpi=600"));
		assertThat(foreman().bytes(sheet + "&printer=P-1&dpi=300&right=0&down=0")).isEqualTo(foreman().bytes(sheet));
		try (PDDocument page = Loader.loadPDF(foreman().bytes(STOCK + "/calibration.pdf?printer=P-1"))) {
			assertThat(new PDFTextStripper().getText(page)).contains("纸箱标签", "+0.4 mm", "-1.0 mm");
		}
	}

	@Test
	void whatIsOfAnotherPartyIsNotThere() {
		kept(STOCK, stock("纸箱标签", GEOMETRY));
		kept(PRINTER, LASER);
		for (String person : List.of("worker", "farmer2", "authority", "admin")) {
			Api other = this.world.as(person);
			for (String path : List.of(STOCK, PRINTER)) {
				assertThat(Problem.of(other.get(path)).status()).as(person).isEqualTo(404);
				assertThat(Problem.of(other.delete(path)).keys()).as(person).containsExactly("not-found");
			}
			assertThat(Problem.of(other.get(STOCK + "/calibration.pdf", "*/*")).status()).isEqualTo(404);
			assertThat(other.get("/api/v1/stocks").body() + other.get("/api/v1/printers").body()).doesNotContain("纸箱标签",
					"激光");
		}
		// The same number is somebody else's own.
		assertThat(this.world.as("worker").put(STOCK, stock("圆标", ROLL)).status()).isEqualTo(200);
		assertThat(foreman().get(STOCK).json().get("name").asString()).isEqualTo("纸箱标签");
		Stream.of(STOCK, PRINTER).forEach((path) -> {
			assertThat(foreman().delete(path).status()).isEqualTo(204);
			assertThat(foreman().get(path).status()).isEqualTo(404);
		});
		Api nobody = Api.nobody(this.world.address());
		assertThat(nobody.get(STOCK).status()).isEqualTo(401);
		assertThat(nobody.get("/api/v1/printers").status()).isEqualTo(401);
	}

	@Test
	void aStockKeepsItsFiguresAndAPrinterIsMeasuredAgain() {
		kept(STOCK, stock("纸箱标签", GEOMETRY));
		refused(STOCK, stock("纸箱标签", ROLL), "stock.taken", "id");
		refused(STOCK, stock("另一种", GEOMETRY), "stock.taken", "id");
		kept(PRINTER, LASER);
		kept(PRINTER, LASER.replace("0.44", "0.7"));
		assertThat(foreman().get(PRINTER).json().get("right").asDouble()).isEqualTo(0.7);
		assertThat(foreman().get("/api/v1/printers").json()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"paperWidth":210 | "paperWidth":1e9 | label.bad-length | paperWidth | Paper width
			"paperWidth":210 | "paperWidth":-210 | label.bad-length | paperWidth | Paper width
			"paperWidth":210 | "paperWidth":"NaN" | label.bad-length | paperWidth | Paper width
			"labelHeight":50 | "labelHeight":0 | label.bad-length | labelHeight | Label height
			"labelHeight":50 | "labelHeight":53 | label.overlap | pitchY | overlap
			"labelWidth":90 | "labelWidth":96 | label.overlap | pitchX | overlap
			"cornerRadius":2 | "cornerRadius":26 | label.bad-length | cornerRadius | Corner radius
			"cornerRadius":2 | "margin":21 | label.bad-length | margin | Margin
			"cornerRadius":2 | "liner":200 | label.bad-length | paperWidth | 200
			"columns":2 | "columns":1000000000 | label.bad-count | columns | 1,000
			"rows":5 | "rows":-5 | label.bad-count | columns | 1,000
			"rows":5 | "rows":6 | label.off-paper | pitchY | leaves the paper
			"columns":2 | "columns":3 | label.off-paper | pitchX | leaves the paper
			"left":12 | "left":-1 | label.off-paper | left | leaves the paper
			"left":12 | "left":121 | label.off-paper | labelWidth | leaves the paper
			"top":20 | "top":-1 | label.off-paper | top | leaves the paper
			"pitchX":95 | "pitchX":"Infinity" | form.number | grids | Infinity
			"columns":2 | "columns":2.5 | json.value | geometry.grids[0].columns | 2.5
			"grids":[ | "grids":[],"x":[ | json.unknown | geometry.x | field
			"labelWidth":90, | '' | json.shape | geometry.labelWidth | shape
			""")
	void figuresThatNoSheetHasAreRefusedAtTheirField(String figure, String instead, String key, String field,
			String says) {
		Problem.Reason reason = refused(STOCK, stock("纸箱标签", GEOMETRY.replace(figure, instead)), key, field);
		assertThat(reason.message()).contains(says);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			激光打印机 | a\\u0000b | field.text | name
			激光打印机 | a\\u202eb | field.text | name
			激光打印机 | ' ' | field.text | name
			"name":"激光打印机", | '' | field.notMissing | name
			600 | 601 | labels.dpi | dpi
			600 | 1e10 | json.value | dpi
			0.44 | 10.1 | label.bad-length | right
			0.44 | "NaN" | label.bad-length | right
			-1 | -11 | label.bad-length | down
			""")
	void whatNoPrinterIsIsRefused(String figure, String instead, String key, String field) {
		refused(PRINTER, LASER.replace(figure, instead), key, field);
		kept(PRINTER, LASER);
	}

	@Test
	void hostileNamesAndNumbersAreRefused() {
		for (String name : List.of("a\\u0000b", "\\u202eabc", " ", "长".repeat(10_000))) {
			refused(STOCK, stock(name, GEOMETRY), "field.text", "name");
		}
		refused(STOCK, "{\"geometry\":" + GEOMETRY + "}", "field.notMissing", "name");
		refused(STOCK, "{\"name\":\"a\"}", "field.notMissing", "geometry");
		refused(STOCK, stock("a", GEOMETRY.replaceAll("\"grids\".*", "\"grids\":[null]}")), "label.bad-count",
				"columns");
		for (String id : List.of("s-1", "A4-3x7", "S", "S".repeat(21), "%E7%BA%B8", "S--")) {
			refused("/api/v1/stocks/" + id, stock("a", GEOMETRY), "field.code", "id");
			refused("/api/v1/printers/" + id, LASER, "field.code", "id");
		}
		kept(STOCK, stock("<b>'; DROP' & 纸箱", GEOMETRY));
		assertThat(foreman().get(STOCK).json().get("name").asString()).isEqualTo("<b>'; DROP' & 纸箱");
	}

	@Test
	void aPartyKeepsSoManyAndNoMore() {
		this.driver
			.executableQuery(
					"""
							UNWIND range(1, 200) AS i
							CREATE (:LabelStock {party: 'FARM', id: 'X-' + i, name: '标签', geometry: '{"paperWidth":60,"paperHeight":40,"labelWidth":60,"labelHeight":40,"grids":[{"columns":1,"rows":1,"left":0,"top":0}]}'})
							""")
			.execute();
		refused(STOCK, stock("纸箱标签", GEOMETRY), "stock.many", "id");
		assertThat(foreman().delete("/api/v1/stocks/X-7").status()).isEqualTo(204);
		kept(STOCK, stock("纸箱标签", GEOMETRY));
	}

	private Problem.Reason refused(String path, String json, String key, String field) {
		Fingerprint before = Fingerprint.of(this.driver);
		Problem problem = Problem.of(foreman().put(path, json));
		assertThat(problem.keys()).containsExactly(key);
		assertThat(problem.reason(key).field()).isEqualTo(field);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		return problem.reason(key);
	}

}
