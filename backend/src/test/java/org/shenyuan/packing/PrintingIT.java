package org.shenyuan.packing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Race;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Lots;
import org.shenyuan.recall.Chain;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger of printing: what became of every label, and what cannot become of it. */
@BackendTest
@Import(World.class)
class PrintingIT {

	private static final String SHEET = ",\"sheet\":{\"stock\":\"A4-3x7\",\"cells\":21,\"firstCell\":5}";

	private static final String REASON = ",\"reason\":\"演示\"";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@Autowired
	private Lots lots;

	@Autowired
	private Sheets sheets;

	private Chain chain;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		List.of("farmer", "foreman").forEach(this.world::as);
		this.chain = new Chain(this.world);
		this.chain.dug("F1", "2024-09-18", 4_000);
		this.chain.packed("FARM", "F1", 4_000, 100, "PK");
		this.chain.issued("FARM", "PK", "RUN-1", 40);
	}

	@Test
	void anAfternoonAddsUp() {
		assertThat(states()).isEqualTo("UNPRINTED=40 | 0");
		accept("labelsPrinted", 1, 30, SHEET);
		assertThat(states()).isEqualTo("UNPRINTED=10 PRINTED=30 | 30");
		accept("labelsSpoiled", 7, 9, REASON);
		assertThat(states()).isEqualTo("UNPRINTED=10 PRINTED=27 SPOILED=3 | 30");
		again("labelsReprinted", 7, 8, "reprintApproved");
		accept("labelsActivated", 1, 8, "");
		accept("labelsActivated", 10, 29, "");
		accept("labelsApplied", 1, 8, "");
		again("labelsDestroyed", 9, 9, "destructionApproved");
		assertThat(states()).isEqualTo("UNPRINTED=10 PRINTED=1 ACTIVATED=20 APPLIED=8 DESTROYED=1 | 1");
		accept("labelsVoided", 30, 30, REASON);
		assertThat(states()).isEqualTo("UNPRINTED=10 ACTIVATED=20 APPLIED=8 VOIDED=1 DESTROYED=1 | 0");
		assertThat(Audits.run(this.driver)).isEmpty();
		assertThat(this.world.as("worker").get("/api/v1/runs/RUN-1/reconciliation").status()).isEqualTo(404);
		assertThat(this.world.as("authority").get("/api/v1/runs/RUN-1/reconciliation").status()).isEqualTo(200);
	}

	@Test
	void whatWasNeverPrintedIsNotPrintedAgainNorSpoiledNorDestroyed() {
		refuse("labelsSpoiled", 1, 2, REASON, "labels.unprinted");
		refuse("reprintApproved", 1, 2, REASON, "labels.unprinted");
		refuse("destructionApproved", 1, 2, REASON, "labels.unprinted");
		refuse("labelsApplied", 1, 2, "", "labels.unprinted");
		accept("labelsPrinted", 1, 2, SHEET);
		refuse("labelsPrinted", 2, 3, SHEET, "labels.printed");
		refuse("labelsApplied", 1, 2, "", "labels.printed");
		refuse("labelsSpoiled", 1, 3, REASON, "labels.unprinted");
		accept("labelsPrinted", 3, 3, SHEET);
		accept("reprintApproved", 1, 2, REASON);
		accept("destructionApproved", 1, 2, REASON);
		accept("labelsSpoiled", 1, 3, REASON);
	}

	@Test
	void whatIsSpoiledWaitsForTwoPeopleOrIsVoid() {
		accept("labelsPrinted", 1, 6, SHEET);
		accept("labelsSpoiled", 1, 4, REASON);
		refuse("labelsActivated", 1, 6, "", "labels.spoiled");
		refuse("labelsSpoiled", 4, 5, REASON, "labels.spoiled");
		refuse("labelsPrinted", 1, 1, SHEET, "labels.spoiled");
		again("labelsReprinted", 1, 2, "reprintApproved");
		accept("labelsActivated", 1, 2, "");
		accept("labelsVoided", 3, 4, REASON);
		refuse("labelsActivated", 3, 3, "", "labels.voided");
		accept("labelsActivated", 5, 6, "");
		refuse("labelsSpoiled", 5, 6, REASON, "labels.activated");
		refuse("labelsPrinted", 5, 6, SHEET, "labels.activated");
		refuse("destructionApproved", 5, 6, REASON, "labels.activated");
		accept("labelsApplied", 5, 6, "");
		refuse("labelsApplied", 6, 6, "", "labels.applied");
		accept("labelsVoided", 6, 6, REASON);
		assertThat(states()).isEqualTo("UNPRINTED=34 ACTIVATED=2 APPLIED=1 VOIDED=3 | 0");
	}

	@Test
	void nobodyDestroysLabelsAlone() {
		accept("labelsPrinted", 1, 10, SHEET);
		accept("labelsVoided", 9, 10, REASON);
		Answer approval = tries("farmer", "destructionApproved", 5, 10, REASON);
		assertThat(approval.status()).as(approval.body()).isEqualTo(201);
		String named = REASON + ",\"approval\":\"%s\"".formatted(approval.json().get("id").asString());
		assertThat(tries("farmer", "labelsDestroyed", 5, 10, named).errors()).containsExactly("approval.alone");
		assertThat(tries("foreman", "labelsDestroyed", 5, 9, named).errors()).containsExactly("approval.missing");
		assertThat(tries("foreman", "labelsReprinted", 5, 8, named).errors()).containsExactly("approval.missing");
		long left = labelsLeft();
		assertThat(tries("foreman", "labelsDestroyed", 5, 10, named).status()).isEqualTo(201);
		assertThat(labelsLeft()).as("two of the six were void before").isEqualTo(left + 4);
		assertThat(tries("foreman", "labelsDestroyed", 5, 10, named).errors()).containsExactly("approval.used",
				"labels.destroyed");
		assertThat(scan(5)).isEqualTo("VOID");
		refuse("labelsActivated", 5, 5, "", "labels.destroyed");
		refuse("labelsVoided", 5, 5, REASON, "labels.destroyed");
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void aLostRollIsVoidBeforeItIsUsed() {
		accept("labelsPrinted", 1, 40, ",\"sheet\":{\"stock\":\"ROLL\",\"cells\":1,\"firstCell\":1}");
		assertThat(scan(21)).isEqualTo("NOT_ACTIVATED");
		accept("labelsVoided", 21, 40, ",\"reason\":\"遗失\"");
		assertThat(List.of(scan(20), scan(21), scan(40))).containsExactly("NOT_ACTIVATED", "VOID", "VOID");
		refuse("labelsActivated", 1, 40, "", "labels.voided");
		refuse("labelsActivated", 40, 40, "", "labels.voided");
		accept("labelsActivated", 1, 20, "");
		assertThat(states()).isEqualTo("ACTIVATED=20 VOIDED=20 | 0");
	}

	@Test
	void aRunMayBePrintedElsewhere() {
		accept("labelsPrinted", 1, 10, SHEET);
		accept("labelsActivated", 1, 15, "");
		assertThat(reconciliation().get("unrecorded").asLong()).isEqualTo(5);
	}

	@Test
	void aSheetHasItsCells() {
		refuse("labelsPrinted", 1, 2, SHEET.replace("\"firstCell\":5", "\"firstCell\":22"), "labels.cell");
		accept("labelsPrinted", 1, 2, SHEET.replace("\"firstCell\":5", "\"firstCell\":21"));
	}

	@Test
	void manyAtOncePrintAndActivateOnce() throws InterruptedException {
		assertThat(race("labelsPrinted", 3, 6, SHEET)).isEqualTo(Map.of("recorded", 1L, "labels.printed", 5L));
		assertThat(race("labelsActivated", 3, 6, "")).isEqualTo(Map.of("recorded", 1L, "labels.activated", 5L));
		assertThat(states()).isEqualTo("UNPRINTED=36 ACTIVATED=4 | 0");
	}

	@Test
	void whatIsSentAgainIsRecordedOnce() {
		String body = body("labelsPrinted", 1, 5, SHEET);
		Api farmer = this.world.as("farmer");
		assertThat(farmer.record("labelsPrinted", body).status()).isEqualTo(201);
		assertThat(farmer.record("labelsPrinted", body).status()).isEqualTo(200);
		assertThat(farmer.record("labelsPrinted", body.replace("\"last\":5", "\"last\":6")).status()).isEqualTo(409);
		assertThat(states()).isEqualTo("UNPRINTED=35 PRINTED=5 | 5");
	}

	@Test
	void aLabelIsNamedByItsCodeOrByWhatItsSymbolSays() {
		this.chain.dug("F2", "2024-09-19", 100);
		this.chain.packed("FARM", "F2", 100, 100, "PK2");
		this.chain.issued("FARM", "PK2", "RUN-2", 1);
		String first = code("RUN-1", 3);
		String last = "HTTPS://ANY.EXAMPLE/01/09521234543220/21/" + code("RUN-1", 6).replace("-", "");
		String other = code("RUN-2", 1);
		assertThat(named(other, last).errors()).containsExactly("labels.code.other");
		assertThat(named(first, "0000-0000-0000-0000").errors()).containsExactly("labels.code.unknown");
		assertThat(named("12", last).errors()).doesNotContain("labels.code.unknown").isNotEmpty();
		assertThat(named("90" + other.replace("-", ""), last).errors()).as("of a DataMatrix")
			.containsExactly("labels.code.other");
		assertThat(named(first.toLowerCase(Locale.ROOT), last).status()).isEqualTo(201);
		assertThat(this.lots.run("RUN-1").orElseThrow().printed().flat()).containsExactly(3L, 6L);
		assertThat(usedSheet()).isEqualTo(9);
		accept("labelsPrinted", 7, 19, SHEET.replace("\"firstCell\":5", "\"firstCell\":9"));
		assertThat(usedSheet()).as("a full one").isEqualTo(1);
	}

	private long usedSheet() {
		return this.world.as("farmer").get("/api/v1/runs/RUN-1/used-sheet?stock=A4-3x7").json().get("cell").asLong();
	}

	private Answer named(String first, String last) {
		return this.world.as("farmer")
			.record("labelsPrinted",
					body("labelsPrinted", 3, 6, SHEET).replace("\"first\":3", "\"first\":\"" + first + '"')
						.replace("\"last\":6", "\"last\":\"" + last + '"'));
	}

	private String code(String run, long label) {
		return this.sheets.code(this.lots.run(run).orElseThrow(), label).printed();
	}

	/** The counts that are not zero, and what is unaccounted for. */
	private String states() {
		JsonNode sums = reconciliation();
		assertThat(sums.get("lines").valueStream().mapToLong((line) -> line.get("count").asLong()).sum())
			.isEqualTo(sums.get("issued").asLong());
		return sums.get("lines")
			.valueStream()
			.filter((line) -> line.get("count").asLong() > 0)
			.map((line) -> line.get("state").asString() + '=' + line.get("count").asLong())
			.collect(Collectors.joining(" ")) + " | " + sums.get("unaccounted").asLong();
	}

	private JsonNode reconciliation() {
		return this.world.as("farmer").get("/api/v1/runs/RUN-1/reconciliation").json();
	}

	private String scan(long label) {
		String code = this.sheets.code(this.lots.run("RUN-1").orElseThrow(), label).text();
		return Api.nobody(this.world.address()).get("/t/" + code).json().get("verdict").asString();
	}

	private long labelsLeft() {
		return this.world.as("farmer").get("/api/v1/lots/PK").json().get("labelsLeft").asLong();
	}

	private Map<String, Long> race(String kind, long first, long last, String more) throws InterruptedException {
		return Race.of(6, (i) -> tries("farmer", kind, first, last, more))
			.stream()
			.collect(Collectors.groupingBy(
					(answer) -> (answer.status() == 201) ? "recorded" : String.join(" ", answer.errors()), TreeMap::new,
					Collectors.counting()));
	}

	private void again(String kind, long first, long last, String approving) {
		Answer approval = tries("foreman", approving, first, last, REASON);
		assertThat(approval.status()).as(approval.body()).isEqualTo(201);
		accept(kind, first, last, REASON + ",\"approval\":\"%s\"".formatted(approval.json().get("id").asString()));
	}

	private void accept(String kind, long first, long last, String more) {
		Answer answer = tries("farmer", kind, first, last, more);
		assertThat(answer.status()).as(kind + answer.body()).isEqualTo(201);
	}

	private void refuse(String kind, long first, long last, String more, String key) {
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(tries("farmer", kind, first, last, more).errors()).as(kind).containsExactly(key);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	private Answer tries(String person, String kind, long first, long last, String more) {
		return this.world.as(person).record(kind, body(kind, first, last, more));
	}

	private static String body(String kind, long first, long last, String more) {
		return "{\"type\":\"%s\",\"id\":\"%s\",\"at\":\"%s\",\"by\":\"FARM\",%s%s}".formatted(kind, UUID.randomUUID(),
				Chain.now(), Chain.range("RUN-1", first, last), more);
	}

}
