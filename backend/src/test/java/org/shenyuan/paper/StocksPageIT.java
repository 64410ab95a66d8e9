package org.shenyuan.paper;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at the packing table adds paper and a printer, with a browser and no script.
 */
@BackendTest
@Import(World.class)
class StocksPageIT {

	private static final Map<String, String> SHEET = Map.ofEntries(Map.entry("name", "纸箱标签"), Map.entry("id", "S-1"),
			Map.entry("medium", "sheet"), Map.entry("paperWidth", "210"), Map.entry("paperHeight", "297"),
			Map.entry("shape", "rectangle"), Map.entry("labelWidth", "90"), Map.entry("labelHeight", "50"),
			Map.entry("columns", "２"), Map.entry("rows", "5"), Map.entry("left", "12"), Map.entry("top", "20"),
			Map.entry("pitchX", "95"), Map.entry("pitchY", "52"));

	private static final String TEMPLATES = """
			<Glabels-templates>
			<Template brand="Avery" part="5160" size="US-Letter" _description="Address Labels"><Label-rectangle id="0" width="2.625in" height="1in" round="0.1in"><Layout nx="3" ny="10" x0="0.1875in" y0="0.5in" dx="2.75in" dy="1in"/></Label-rectangle></Template>
			<Template brand="得力" part="圆" size="A4" _description="&lt;b&gt;"><Label-round id="0" radius="20mm"><Layout nx="4" ny="6" x0="10mm" y0="10mm" dx="45mm" dy="45mm"/></Label-round></Template>
			<Template brand="Bad" part="1" size="A4" _description="Off"><Label-round id="0" radius="20mm"><Layout nx="9" ny="6" x0="10mm" y0="10mm" dx="45mm" dy="45mm"/></Label-round></Template>
			<Template brand="Bad" part="2" size="Papyrus"><Label-round id="0" radius="20mm"><Layout nx="1" ny="1" x0="0" y0="0" dx="0" dy="0"/></Label-round></Template>
			<Template brand="Bad" part="%s" size="A4"><Label-round id="0" radius="20mm"><Layout nx="1" ny="1" x0="0" y0="0" dx="0" dy="0"/></Label-round></Template>
			</Glabels-templates>
			"""
		.formatted("长".repeat(10_000));

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Visitor worker;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.worker = new Visitor(this.world.address(), Map.of()).login("worker");
	}

	private static Map<String, String> with(Map<String, String> form, String... fields) {
		Map<String, String> changed = new LinkedHashMap<>(form);
		for (int i = 0; i < fields.length; i += 2) {
			changed.put(fields[i], fields[i + 1]);
		}
		return changed;
	}

	private HttpResponse<String> fill(String page, String action, Map<String, String> form) {
		return this.worker.send(action, Visitor.fields(this.worker.get(page).body(), form));
	}

	@Test
	void aSheetAndARollAreAddedLookedAtAndRemoved() {
		assertThat(this.worker.get("/stocks").body()).contains("None yet", "Sold in Korea", "A4 sheet of labels 3 × 7");
		assertThat(fill("/stocks/new", "/stocks/new", SHEET).headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/stocks"));
		assertThat(fill("/stocks/new", "/stocks/new",
				with(Map.of("name", "圆标 <b>", "id", "S-2", "medium", "roll", "shape", "round"), "labelWidth", "30",
						"labelHeight", "30", "columns", "2", "pitchX", "32", "liner", "66", "gap", "3"))
			.statusCode()).isEqualTo(302);
		String page = this.worker.get("/stocks").body();
		assertThat(page)
			.contains("纸箱标签", "90 × 50 mm", "10 on a sheet of 210 × 297 mm", "圆标 &lt;b&gt;", "Round, 30 × 30 mm",
					"Roll 66 mm wide, 2 abreast, 3 mm between labels", "/stocks/S-1/calibration.pdf")
			.doesNotContain("None yet");
		assertThat(this.world.as("worker").get("/api/v1/stocks/S-2").json().at("/geometry/paperWidth").asDouble())
			.isEqualTo(62);
		assertThat(fill("/stocks", "/stocks/remove", Map.of("stock", "S-1")).statusCode()).isEqualTo(302);
		assertThat(this.worker.get("/stocks").body()).doesNotContain("纸箱标签").contains("圆标");
		Visitor other = new Visitor(this.world.address(), Map.of()).login("farmer");
		String others = other.get("/stocks").body();
		assertThat(others).doesNotContain("圆标");
		assertThat(other.send("/stocks/remove", Visitor.fields(others, Map.of("stock", "S-2"))).statusCode())
			.isEqualTo(404);
		assertThat(this.worker.get("/stocks").body()).contains("圆标");
	}

	@ParameterizedTest
	@CsvSource({ "paperWidth,1e9,paperWidth,is not a number", "paperWidth,NaN,paperWidth,is not a number",
			"paperWidth,-210,paperWidth,is not a number", "paperWidth,2001,paperWidth,Paper width is 2,001 mm",
			"labelHeight,'',labelHeight,This is needed", "rows,6,pitchY,leaves the paper", "pitchY,49,pitchY,overlap",
			"columns,2.5,columns,is not a whole number", "columns,999999999999,columns,from 1 to 1000",
			"margin,30,margin,Margin inside the label", "name,' ',name,This is needed",
			"id,A4-3x7!,id,is not a number of this kind" })
	void whatIsWrongIsSaidBesideItsField(String field, String typed, String at, String says) {
		Fingerprint before = Fingerprint.of(this.driver);
		HttpResponse<String> again = fill("/stocks/new", "/stocks/new", with(SHEET, field, typed));
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body().replace(",000", "000")).contains("id=\"" + at + "-error\"", says)
			.contains("value=\"纸箱标签\"".replace("纸箱标签", field.equals("name") ? " " : "纸箱标签"));
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	@Test
	void namesThatNobodyCanReadAreRefused() {
		for (String name : List.of("a\u0000b", "\u202eabc", "长".repeat(10_000))) {
			HttpResponse<String> again = fill("/stocks/new", "/stocks/new", with(SHEET, "name", name));
			assertThat(again.statusCode()).isEqualTo(422);
			assertThat(again.body()).contains("name-error");
			assertThat(fill("/printers", "/printers", Map.of("name", name, "dpi", "203", "right", "0", "down", "0"))
				.statusCode()).isEqualTo(422);
		}
	}

	@Test
	void aFileOfTemplatesIsLookedAtAndTheChosenAreKept() {
		Fingerprint before = Fingerprint.of(this.driver);
		HttpResponse<String> seen = upload(TEMPLATES);
		assertThat(seen.statusCode()).isEqualTo(200);
		assertThat(seen.body()).contains("2 usable, 3 refused", "Avery 5160", "× 25.4 mm", "&lt;b&gt;",
				"Label 5 leaves the paper", "The paper “Papyrus” is not known", "at most 80 characters");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		List<String> ids = Pattern.compile("name=\"template\" value=\"([^\"]+)\"")
			.matcher(seen.body())
			.results()
			.map((MatchResult found) -> found.group(1))
			.toList();
		assertThat(ids).hasSize(2).allSatisfy((id) -> assertThat(id).matches("[A-Z0-9][A-Z0-9-]{0,18}[A-Z0-9]"));
		Map<String, String> form = Visitor.fields(seen.body(), Map.of());
		assertThat(this.worker.send("/stocks/import/keep", form).body()).contains("Nothing was chosen");
		assertThat(this.worker.send("/stocks/import/keep", with(form, "id", "other", "template", ids.getFirst()))
			.statusCode()).isEqualTo(422);
		assertThat(this.worker.send("/stocks/import/keep", with(form, "template", ids.getFirst())).statusCode())
			.isEqualTo(302);
		assertThat(this.worker.get("/stocks").body()).contains("Avery 5160, 66.7 × 25.4 mm").doesNotContain("得力");
		// Sent again, it is no longer waiting; brought again, it is the same.
		assertThat(this.worker.send("/stocks/import/keep", with(form, "template", ids.getFirst())).statusCode())
			.isEqualTo(422);
		Map<String, String> again = Visitor.fields(upload(TEMPLATES).body(), Map.of("template", ids.getFirst()));
		assertThat(this.worker.send("/stocks/import/keep", again).statusCode()).isEqualTo(302);
		assertThat(this.world.as("worker")
			.get("/api/v1/stocks")
			.json()
			.valueStream()
			.filter((one) -> one.get("own").asBoolean())).hasSize(1);
	}

	@Test
	void filesThatHoldNoTemplatesAreRefused() {
		String bomb = "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><Glabels-templates><Template brand=\"&b;\" part=\"1\"><Meta>&c;</Meta></Template></Glabels-templates>";
		assertThat(upload(bomb).body()).doesNotContain("aaaaaaaaaa", "root:");
		assertThat(refused("PK\u0003\u0004")).contains("stops being XML in line 1");
		assertThat(refused("<a><b></a>")).contains("stops being XML");
		assertThat(refused("<a/>")).contains("no template in this file");
		assertThat(refused("<a>" + " ".repeat(1 << 20) + "</a>")).contains("larger than 1,048,576 bytes");
		assertThat(refused("<a>" + "<Template size=\"A4\"/>".repeat(201) + "</a>"))
			.contains("201 templates in this file; at most 200");
		assertThat(upload("<a>" + "<Template size=\"A4\"/>".repeat(200) + "</a>").body())
			.contains("0 usable, 200 refused");
	}

	private String refused(String file) {
		HttpResponse<String> answer = upload(file);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("file-error");
		return answer.body();
	}

	private HttpResponse<String> upload(String file) {
		String csrf = Visitor.fields(this.worker.get("/stocks/import").body(), Map.of()).getOrDefault("_csrf", "");
		return this.worker.upload("/stocks/import/preview", Map.of("_csrf", csrf), "file", file);
	}

	@Test
	void aPrinterIsMeasuredMeasuredAgainAndRemoved() {
		Map<String, String> laser = Map.of("id", "P-1", "name", "激光打印机", "dpi", "600", "right", "−0.3", "down", "+1.2");
		assertThat(fill("/printers", "/printers", laser).statusCode()).isEqualTo(302);
		assertThat(this.worker.get("/printers").body()).contains("激光打印机", "600 dpi",
				"-0.3 mm to the right and +1.2 mm down");
		String page = this.worker.get("/printers?printer=P-1").body();
		assertThat(page).contains("Measured again", "value=\"-0.3\"");
		assertThat(this.worker.send("/printers", Visitor.fields(page, with(laser, "right", "0.1"))).statusCode())
			.isEqualTo(302);
		assertThat(this.worker.get("/printers").body()).contains("+0.1 mm to the right");
		for (String[] wrong : new String[][] { { "right", "11", "right" }, { "down", "--1", "down" },
				{ "right", "NaN", "right" }, { "dpi", "72", "dpi" }, { "name", "", "name" } }) {
			HttpResponse<String> again = fill("/printers", "/printers", with(laser, wrong[0], wrong[1]));
			assertThat(again.statusCode()).as(wrong[0]).isEqualTo(422);
			assertThat(again.body()).contains(wrong[2] + "-error");
		}
		assertThat(fill("/printers", "/printers/remove", Map.of("printer", "P-9")).statusCode()).isEqualTo(404);
		assertThat(this.worker.get("/printers?printer=P-9").statusCode()).isEqualTo(404);
		assertThat(fill("/printers", "/printers/remove", Map.of("printer", "P-1")).statusCode()).isEqualTo(302);
		assertThat(this.worker.get("/printers").body()).doesNotContain("激光打印机");
	}

}
