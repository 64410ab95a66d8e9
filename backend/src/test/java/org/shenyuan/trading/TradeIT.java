package org.shenyuan.trading;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Market;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forms of a trader and a processor: what they refuse beside which field, and what
 * they record.
 */
@BackendTest
@Import(World.class)
class TradeIT {

	private static final String DAY = "2024-09-20T08:00";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Market market;

	private Visitor farmer;

	private Visitor worker;

	@BeforeEach
	void open() {
		this.market = Market.of(this.world);
		this.market.harvest("F1", 100_000);
		this.farmer = new Visitor(this.world.address(), Map.of()).login("farmer");
		this.worker = new Visitor(this.world.address(), Map.of()).login("worker");
	}

	@Test
	void whatIsSentIsReceivedByTheScaleAndADifferenceIsExplained() {
		HttpResponse<String> sent = this.farmer.send("/ship", ship("WORKS", Map.of("F1", "５０")));
		assertThat(sent.headers().firstValue("Location"))
			.hasValueSatisfying((to) -> assertThat(to).endsWith("/lots/S-1"));
		assertThat(lot("farmer", "F1").get("left").asLong()).isEqualTo(50_000);
		assertThat(this.worker.get("/receive").body()).contains("S-1", "参场（演示）", "50 kg", "W-77");

		Map<String, String> receipt = form(this.worker, "/receive?lot=S-1",
				Map.of("weighedGrams", "48", "as", "E-1", "at", DAY, "unit", "kg", "reason", ""));
		String refused = refuse(this.worker, "/receive", receipt);
		assertThat(beside(refused, "reason")).contains("50 kg", "48 kg", "3");
		assertThat(refused).contains("value=\"48\"", "value=\"E-1\"", "href=\"#reason\"");

		receipt.putAll(Map.of("weighedGrams", "９６", "unit", "jin", "reason", "途中失水"));
		assertThat(this.worker.send("/receive", receipt).statusCode()).isEqualTo(302);
		assertThat(lot("worker", "E-1").get("left").asLong()).isEqualTo(48_000);
		assertThat(this.worker.send("/receive", receipt).statusCode()).as("sent twice").isEqualTo(302);
		assertThat(this.worker.get("/receive").body()).contains("Nothing is on its way");
	}

	@Test
	void aSmallDifferenceNeedsNoReasonAndATakenNumberIsSaidBesideItsField() {
		this.farmer.send("/ship", ship("WORKS", Map.of("F1", "50")));
		Map<String, String> receipt = form(this.worker, "/receive?lot=S-1",
				Map.of("weighedGrams", "49.5", "as", "F1", "at", DAY, "unit", "kg", "reason", ""));
		assertThat(beside(refuse(this.worker, "/receive", receipt), "as")).contains("F1");
		receipt.put("as", "E-1");
		assertThat(this.worker.send("/receive", receipt).statusCode()).isEqualTo(302);
		assertThat(lot("worker", "E-1").get("left").asLong()).isEqualTo(49_500);
	}

	@Test
	void aShipmentNamesItsReceiverAndTakesNoMoreThanIsThere() {
		this.market.harvest("F2", 20_000);
		String refused = refuse(this.farmer, "/ship", ship("FARM", Map.of("F1", "101")));
		assertThat(beside(refused, "to")).contains("FARM");
		assertThat(refused).contains("href=\"#inputs-0\"").containsPattern("100 kg[^<]*101 kg");
		assertThat(beside(refuse(this.farmer, "/ship", ship("", Map.of("F1", "1"))), "to")).isNotEmpty();
		assertThat(refuse(this.farmer, "/ship", ship("WORKS", Map.of()))).contains("href=\"#inputs\"");
		Map<String, String> taken = ship("WORKS", Map.of("F1", "1"));
		taken.put("number", "F2");
		assertThat(beside(refuse(this.farmer, "/ship", taken), "number")).contains("F2");

		Map<String, String> both = ship("WORKS", Map.of("F1", "10"));
		both.putAll(Map.of("inputs[1].lot", "F2", "inputs[1].all", "on", "inputs[1].left", "20000"));
		assertThat(this.farmer.send("/ship", both).statusCode()).isEqualTo(302);
		assertThat(lot("worker", "S-1-1").get("left").asLong()).isEqualTo(10_000);
		assertThat(lot("worker", "S-1-2").get("left").asLong()).isEqualTo(20_000);
		assertThat(lot("farmer", "F2").get("left").asLong()).isZero();
	}

	@Test
	void whatIsBoughtOutsideStaysTheSellersWord() {
		Map<String, String> bought = form(this.worker, "/buy", Map.of("lotKind", "FRESH", "product", "FRESH", "species",
				"PANAX-GINSENG", "grams", "３９８", "unit", "jin", "at", DAY, "lot", "X-1", "declaredSeasons", "六"));
		bought.put("seller", "");
		String refused = refuse(this.worker, "/buy", bought);
		assertThat(beside(refused, "seller")).isNotEmpty();
		assertThat(beside(refused, "declaredSeasons")).contains("六");
		assertThat(refused).contains("value=\"３９８\"");
		bought.putAll(Map.of("seller", "散户", "declaredSeasons", "6", "declaredOrigin", "自称抚松"));
		assertThat(this.worker.send("/buy", bought).statusCode()).isEqualTo(302);
		JsonNode lot = lot("worker", "X-1");
		assertThat(lot.get("left").asLong()).isEqualTo(199_000);
		assertThat(lot.get("external").asBoolean()).isTrue();
	}

	@Test
	void aSplitLeavesTheRestWhereItWas() {
		Map<String, String> split = form(this.farmer, "/split?lot=F1", Map.of("lot", "F1", "at", DAY, "unit", "jin"));
		split.putAll(Map.of("outputs[0].lot", "B-1", "outputs[0].grams", "120", "outputs[1].lot", "B-2",
				"outputs[1].grams", "100"));
		assertThat(beside(refuse(this.farmer, "/split", split), "lot")).contains("100 kg", "110 kg");
		split.putAll(Map.of("outputs[0].grams", "20", "outputs[1].lot", "SEED-1"));
		assertThat(refuse(this.farmer, "/split", split)).contains("href=\"#outputs-1\"");
		split.putAll(Map.of("outputs[0].grams", "120", "outputs[1].lot", "B-2", "outputs[1].grams", "40"));
		assertThat(this.farmer.send("/split", split).statusCode()).isEqualTo(302);
		assertThat(lot("farmer", "F1").get("left").asLong()).isEqualTo(20_000);
		assertThat(lot("farmer", "B-1").get("left").asLong()).isEqualTo(60_000);
	}

	@Test
	void aMergeIsShownBeforeItIsRecordedAndOnlyAsItWasShown() {
		buy("PANAX-GINSENG", "MARKET-1");
		Map<String, String> merge = form(this.farmer, "/merge?lot=F1", Map.of("lot", "M-1", "at", now(), "unit", "kg"));
		merge.putAll(Map.of("inputs[0].lot", "F1", "inputs[0].grams", "80", "inputs[1].lot", "MARKET-1",
				"inputs[1].grams", "20"));
		String shown = this.farmer.send("/merge", merge).body();
		assertThat(shown).contains("It becomes lot M-1", "80.0 %", "清河基地（演示） 80.0 %", "bought outside",
				"could claim more alone");
		assertThat(this.world.as("farmer").get("/api/v1/lots/M-1").status()).isEqualTo(404);

		merge.put("seen", value(shown, "name=\"seen\" value=\"([^\"]+)\""));
		merge.put("inputs[1].grams", "10");
		assertThat(this.farmer.send("/merge", merge).body()).as("other figures are shown again")
			.contains("It becomes lot M-1", "88.8 %");
		assertThat(this.world.as("farmer").get("/api/v1/lots/M-1").status()).isEqualTo(404);
		merge.put("inputs[1].grams", "20");
		assertThat(this.farmer.send("/merge", merge).statusCode()).isEqualTo(302);
		assertThat(lot("farmer", "M-1").get("left").asLong()).isEqualTo(100_000);
	}

	@Test
	void whatCannotBeMergedIsSaidWhenItIsLookedAt() {
		buy("PANAX-QUINQUEFOLIUS", "XIYANG-1");
		Map<String, String> merge = form(this.farmer, "/merge", Map.of("lot", "M-1", "at", now(), "unit", "kg"));
		merge.putAll(Map.of("inputs[0].lot", "F1", "inputs[0].grams", "1", "inputs[1].lot", "XIYANG-1",
				"inputs[1].grams", "99"));
		String refused = refuse(this.farmer, "/merge", merge);
		assertThat(refused).contains("href=\"#inputs\"", "PANAX-QUINQUEFOLIUS", "href=\"#inputs-1\"")
			.containsPattern("20 kg[^<]*99 kg")
			.doesNotContain("It becomes lot");
		assertThat(this.farmer.get("/merge?lot=F1").body()).doesNotContain("XIYANG-1");
	}

	@Test
	void aRunGoesOnWhereItsLastStepEnded() {
		Map<String, String> steaming = step("/process?lot=F1", "STEAMING", "2024-09-19T08:00", "2024-09-19T18:00");
		steaming.putAll(Map.of("inputs[0].lot", "F1", "inputs[0].grams", "100", "outputs[0].lot", "ST-1",
				"outputs[0].product", "STEAMED", "outputs[0].grams", "101", "run", "R-9"));
		assertThat(beside(refuse(this.farmer, "/process", steaming), "outputs")).isEmpty();
		steaming.put("outputs[0].grams", "95");
		assertThat(this.farmer.send("/process", steaming).statusCode()).isEqualTo(302);

		assertThat(this.farmer.get("/process").body()).contains("Go on with run R-9");
		String next = this.farmer.get("/process?run=R-9").body();
		assertThat(next).contains("Run R-9 goes on", "value=\"2024-09-19T18:00\"", "value=\"ST-1\"", "value=\"R-9\"");
		Map<String, String> drying = step("/process?run=R-9", "DRYING", "2024-09-19T18:00", "2024-09-28T17:00");
		drying.putAll(Map.of("inputs[0].lot", "ST-1", "inputs[0].all", "on", "inputs[0].left", "95000",
				"outputs[0].lot", "RED-1", "outputs[0].product", "RED", "outputs[0].grams", "30", "run", "R-9"));
		assertThat(this.farmer.send("/process", drying).statusCode()).isEqualTo(302);

		String run = this.farmer.get("/process/R-9").body();
		assertThat(run).contains("2 steps, from ", "100 kg", "30 kg", "70 kg", "3.33 : 1");
		assertThat(this.worker.get("/process/R-9").statusCode()).isEqualTo(404);
	}

	private Map<String, String> step(String path, String process, String started, String at) {
		return form(this.farmer, path,
				Map.of("process", process, "facility", "SHED", "started", started, "at", at, "unit", "kg"));
	}

	private void buy(String species, String lot) {
		this.market.at("farmer", "purchased", DAY + ":00+08:00", "FARM",
				"\"lot\":\"%s\",\"lotKind\":\"FRESH\",\"product\":\"FRESH\",\"species\":\"%s\",\"grams\":20000,\"seller\":\"散户\""
					.formatted(lot, species));
	}

	private static String now() {
		return "2024-09-21T08:00";
	}

	/** A shipment of one lot, and its number. */
	private Map<String, String> ship(String to, Map<String, String> grams) {
		Map<String, String> form = form(this.farmer, "/ship",
				Map.of("to", to, "at", DAY, "unit", "kg", "number", "S-1", "document", "W-77", "conformity", ""));
		grams.forEach((lot, taken) -> form.putAll(Map.of("inputs[0].lot", lot, "inputs[0].grams", taken)));
		return form;
	}

	private static Map<String, String> form(Visitor visitor, String path, Map<String, String> filled) {
		return new LinkedHashMap<>(Visitor.fields(visitor.get(path).body(), filled));
	}

	/** The page that comes back; nothing has changed. */
	private String refuse(Visitor visitor, String path, Map<String, String> form) {
		Fingerprint before = Fingerprint.of(this.driver);
		HttpResponse<String> answer = visitor.send(path, form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		return answer.body();
	}

	/** What is said beside a field, or nothing. */
	private static String beside(String page, String field) {
		return value(page, "id=\"" + field + "-error\"[^>]*>([^<]*)<");
	}

	private static String value(String page, String pattern) {
		return Pattern.compile(pattern).matcher(page).results().map((found) -> found.group(1)).findFirst().orElse("");
	}

	private JsonNode lot(String person, String lot) {
		return this.world.as(person).get("/api/v1/lots/" + lot).json().get("lot");
	}

}
