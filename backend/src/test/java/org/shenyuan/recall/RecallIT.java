package org.shenyuan.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.World;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a recall reaches, wherever it starts: the descendants of the start, and nobody
 * else.
 */
@BackendTest
@Import(World.class)
class RecallIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Chain chain;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.as("authority");
		this.chain = new Chain(this.world);
	}

	@Test
	void aSeedLotIsRecalledWithEverythingGrownFromIt() {
		this.chain.dug("F1", "2024-09-18", 1_000);
		this.chain.dug("FARM2", "P2", "STAND-2", "F2", "2024-09-18", 1_000);
		String recall = this.chain.recalled("LOT", "SEED-1");
		assertRecalled("SEED-1", "STAND-1", "F1");
		assertNotRecalled("SEED-2", "STAND-2", "F2");
		assertThat(this.chain.ends(recall).status()).isEqualTo(201);
		assertNotRecalled("SEED-1", "STAND-1", "F1", "F2");
	}

	@Test
	void aPlotIsRecalledWithWhatWasDugThere() {
		this.chain.dug("F1", "2024-09-18", 1_000);
		this.chain.dug("FARM2", "P2", "STAND-2", "F2", "2024-09-18", 1_000);
		this.chain.recalled("PLOT", "P2");
		assertRecalled("STAND-2", "F2");
		assertNotRecalled("SEED-2", "STAND-1", "F1");
		assertThat(this.chain
			.triesAt("harvested", "2024-09-19T10:00:00+08:00", "FARM2",
					"\"plot\":\"P2\",\"stand\":\"STAND-2\",\"lot\":\"F3\",\"grossGrams\":1000")
			.errors()).containsExactly("lot.recalled");
	}

	/** Roots that left the bed before it was sprayed have nothing to do with it. */
	@Test
	void aSprayIsRecalledWithWhatWasDugAfterIt() {
		this.chain.dug("BEFORE", "2024-07-01", 1_000);
		String spray = this.chain.did("fieldWorked", "2024-07-20T05:00:00+08:00", "FARM",
				"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"work\":\"SPRAY\",\"activeIngredient\":\"mancozeb\"");
		this.chain.dug("AFTER", "2024-09-18", 1_000);
		this.chain.recalled("EVENT", spray);
		assertRecalled("AFTER");
		assertNotRecalled("BEFORE", "SEED-1");
		JsonNode forward = this.world.as("authority").get("/api/v1/events/" + spray + "/forward").json();
		assertThat(lots(forward)).containsExactly("AFTER", "STAND-1");
		assertThat(this.chain
			.triesAt("harvested", "2024-09-19T10:00:00+08:00", "FARM",
					"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"lot\":\"LATER\",\"grossGrams\":1000")
			.errors()).containsExactly("lot.recalled");
		assertThat(this.chain.tries("packed", "FARM", Chain.packing("FARM", "BEFORE", 1_000, 1_000, "PK")).status())
			.isEqualTo(201);
	}

	@Test
	void aStepIsRecalledWithWhatItMade() {
		this.chain.dug("F1", "2024-09-18", 2_000);
		String split = this.chain.regrouped("FARM", "F1:1000", "A1:400 B1:600");
		this.chain.recalled("EVENT", split);
		assertRecalled("A1", "B1");
		assertNotRecalled("F1");
	}

	@Test
	void aRunIsRecalledWithItsLabelsAlone() {
		this.chain.dug("F1", "2024-09-18", 2_000);
		this.chain.packed("FARM", "F1", 2_000, 100, "PK");
		this.chain.issued("FARM", "PK", "RUN-1", 10);
		this.chain.issued("FARM", "PK", "RUN-2", 10);
		this.chain.activated("FARM", "RUN-1", 1, 5);
		this.chain.activated("FARM", "RUN-2", 1, 5);
		String recall = this.chain.recalled("RUN", "RUN-1");
		JsonNode scan = scan(this.chain.code("RUN-1"));
		assertThat(scan.get("verdict").asString()).isEqualTo("RECALLED");
		assertThat(scan.at("/recalls/0/advice").asString()).contains("退回");
		assertThat(scan(this.chain.code("RUN-2")).get("verdict").asString()).isEqualTo("TRACED");
		assertThat(this.chain.tries("labelsActivated", "FARM", Chain.range("RUN-1", 6, 10)).errors())
			.containsExactly("run.recalled");
		assertThat(this.chain.tries("labelsActivated", "FARM", Chain.range("RUN-2", 6, 10)).status()).isEqualTo(201);
		JsonNode impact = snapshot(recall, 0);
		assertThat(impact.at("/lots/0/share").decimalValue()).isEqualByComparingTo("50");
		assertThat(impact.at("/labels").valueStream().map((run) -> run.get("run").asString())).containsExactly("RUN-1");
		this.chain.ends(recall);
		assertThat(scan(this.chain.code("RUN-1")).get("verdict").asString()).isEqualTo("TRACED");
	}

	/**
	 * The mark sits on the start alone, so what is made later is found under it as well.
	 */
	@Test
	void nothingMoreIsMadeOfRecalledGoodsButTheyMoveBackAndAreDestroyed() {
		this.chain.dug("F1", "2024-09-18", 10_000);
		this.chain.moved("FARM", "WORKS", "F1", 8_000);
		this.chain.packed("WORKS", "F1-R", 2_000, 1_000, "PK");
		this.chain.issued("WORKS", "PK", "RUN-1", 1);
		this.chain.recalled("LOT", "F1");
		assertThat(this.chain.tries("packed", "FARM", Chain.packing("FARM", "F1", 1_000, 1_000, "PK2")).errors())
			.containsExactly("lot.recalled");
		assertThat(this.chain.tries("packed", "WORKS", Chain.packing("WORKS", "F1-R", 1_000, 1_000, "PK2")).errors())
			.containsExactly("lot.recalled");
		assertThat(this.chain.tries("labelsActivated", "WORKS", Chain.range("RUN-1", 1, 1)).errors())
			.containsExactly("lot.recalled");
		assertThat(this.chain.tries("labelsIssued", "WORKS", "\"run\":\"RUN-2\",\"lot\":\"PK\",\"count\":1").errors())
			.containsExactly("lot.recalled");
		this.chain.moved("WORKS", "FARM", "F1-R", 5_000);
		assertRecalled("F1-R-R");
		this.chain.did("adjusted", Chain.now(), "FARM", "\"lot\":\"F1-R-R\",\"lostGrams\":5000,\"reason\":\"销毁\"");
		assertThat(
				this.chain.tries("labelsVoided", "WORKS", Chain.range("RUN-1", 1, 1) + ",\"reason\":\"召回\"").status())
			.isEqualTo(201);
	}

	/** In one file too: the line behind the recall is judged under it. */
	@Test
	void aFileCannotSlipPastItsOwnRecall() {
		this.chain.dug("F1", "2024-09-18", 10_000);
		String file = """
				{"type":"recalled","id":"018f0000-0000-7000-8000-000000000001","at":"2024-10-01T08:00:00+08:00","by":"AUTH","source":"PLOT","start":"P1","reason":"演示","advice":"退回"}
				{"type":"regrouped","id":"018f0000-0000-7000-8000-000000000002","at":"2024-10-02T08:00:00+08:00","by":"FARM","inputs":[{"lot":"F1","grams":10}],"outputs":[{"lot":"A1","grams":10}]}
				""";
		Answer answer = this.world.as("admin").importFile(file);
		assertThat(answer.errors()).containsExactly("lot.recalled");
		assertThat(answer.error("lot.recalled").get("line").asInt()).isEqualTo(2);
		assertNotRecalled("F1");
	}

	@Test
	void aRecallIsRefusedWithItsReason() {
		this.chain.dug("F1", "2024-09-18", 10_000);
		String start = "\"source\":\"%s\",\"start\":\"%s\",\"reason\":\"演示\",\"advice\":\"退回\"";
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(this.chain.triesAt("recalled", "2024-09-18T09:59:00+08:00", "AUTH", start.formatted("LOT", "F1"))
			.errors()).containsExactly("time.before");
		assertThat(this.chain
			.triesAt("recallDrilled", "2024-09-18T09:59:00+08:00", "AUTH",
					"\"source\":\"LOT\",\"start\":\"F1\",\"reason\":\"演练\"")
			.errors()).containsExactly("time.before");
		assertThat(this.chain.recalls("PLOT", "FARM").errors()).containsExactly("unknown.start");
		assertThat(this.chain.recalls("RUN", "F1").errors()).containsExactly("unknown.start");
		assertThat(this.chain.recalls("EVENT", "F1").errors()).containsExactly("unknown.start");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		assertThat(this.chain.tries("recalled", "FARM", start.formatted("LOT", "F1")).errors()).contains("author.role");
		String registered = this.chain.did("facilityRegistered", "2024-01-01T08:00:00+08:00", "AUTH",
				"\"facility\":\"SHOP\",\"name\":\"演示\",\"county\":\"220521\",\"operator\":\"WORKS\"");
		assertThat(this.chain.recalls("EVENT", registered).errors()).containsExactly("recall.nothing");

		String recall = this.chain.recalled("LOT", "F1");
		Answer again = this.chain.recalls("LOT", "F1");
		assertThat(again.errors()).containsExactly("recall.again");
		assertThat(again.error("recall.again").at("/values/recall").asString()).isEqualTo(recall);
		assertThat(this.chain.recalls("LOT", "SEED-1").status()).isEqualTo(201);
		assertThat(this.chain
			.triesAt("recallEnded", "2024-09-18T09:59:00+08:00", "AUTH",
					"\"recall\":\"%s\",\"reason\":\"演示\"".formatted(recall))
			.errors()).containsExactly("time.before");
		assertThat(this.chain.ends(recall).status()).isEqualTo(201);
		assertThat(this.chain.ends(recall).errors()).containsExactly("recall.ended");
		assertRecalled("F1");
		assertThat(this.chain.recalls("LOT", "F1").status()).isEqualTo(201);
	}

	@Test
	void theImpactSaysWhoHoldsHowMuchAndIsKeptFromBeforeToAfter() {
		this.chain.dug("F1", "2024-09-18", 3_000);
		this.chain.dug("FARM", "P1", "STAND-1", "F9", "2024-09-18", 1_000);
		this.chain.regrouped("FARM", "F1:2000 F9:1000", "MIX:3000");
		this.chain.moved("FARM", "WORKS", "MIX", 1_500);
		this.chain.packed("WORKS", "MIX-R", 900, 100, "PK");
		this.chain.issued("WORKS", "PK", "RUN-1", 9);
		this.chain.activated("WORKS", "RUN-1", 1, 4);
		Fingerprint before = Fingerprint.of(this.driver);
		Answer preview = this.world.as("authority")
			.post("/api/v1/recalls/impact", "application/json", "{\"source\":\"LOT\",\"start\":\"F1\"}");
		assertThat(preview.status()).as(preview.body()).isEqualTo(200);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		JsonNode impact = preview.json();
		assertThat(lots(impact)).containsExactly("F1", "MIX", "MIX-R", "MIX-T", "PK");
		assertThat(impact.at("/lots/1/share").decimalValue()).isBetween(new BigDecimal("66.666666666"),
				new BigDecimal("66.666666667"));
		assertThat(impact.at("/sum/leftGrams").asLong()).isEqualTo(1_000 + 1_500 + 600 + 900);
		assertThat(impact.at("/sum/suspectGrams").asLong()).isEqualTo(1_000 + 1_000 + 400 + 600);
		assertThat(impact.at("/labels/0").toString()).contains("\"first\":1,\"last\":9", "\"last\":4");
		assertThat(impact.at("/parties").valueStream().map((party) -> party.get("party").asString()))
			.containsExactly("FARM", "WORKS");
		assertThat(impact.at("/parties/0/shippedGrams").asLong()).isEqualTo(1_500);
		assertThat(impact.at("/parties/1/activated").asLong()).isEqualTo(4);

		String recall = this.chain.recalled("LOT", "F1");
		assertThat(snapshot(recall, 0).get("lots")).isEqualTo(impact.get("lots"));
		this.chain.moved("WORKS", "FARM", "MIX-R", 600);
		assertThat(this.world.as("authority")
			.post("/api/v1/recalls/" + recall + "/impacts", "application/json", "")
			.status()).isEqualTo(201);
		this.chain.did("adjusted", Chain.now(), "FARM", "\"lot\":\"MIX-R-R\",\"lostGrams\":600,\"reason\":\"销毁\"");
		this.chain.ends(recall);
		JsonNode kept = this.world.as("authority").get("/api/v1/recalls/" + recall).json();
		assertThat(kept.get("snapshots").valueStream().map((one) -> one.get("occasion").asString()))
			.containsExactly("RECALLED", "ASKED", "ENDED");
		assertThat(kept.get("snapshots").valueStream().map((one) -> one.at("/sum/leftGrams").asLong()))
			.containsExactly(4_000L, 4_000L, 3_400L);
		assertThat(snapshot(recall, 0).get("lots")).isEqualTo(impact.get("lots"));
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void aDrillRunsTheSameAndChangesNoScanPage() {
		this.chain.dug("F1", "2024-09-18", 1_000);
		this.chain.packed("FARM", "F1", 1_000, 100, "PK");
		this.chain.issued("FARM", "PK", "RUN-1", 10);
		this.chain.activated("FARM", "RUN-1", 1, 10);
		Answer drill = this.chain.tries("recallDrilled", "AUTH",
				"\"source\":\"LOT\",\"start\":\"F1\",\"reason\":\"年度演练\"");
		assertThat(drill.status()).as(drill.body()).isEqualTo(201);
		String id = drill.json().get("id").asString();
		JsonNode shown = this.world.as("authority").get("/api/v1/recalls/" + id).json();
		assertThat(shown.get("drill").asBoolean()).isTrue();
		assertThat(shown.at("/snapshots/0/occasion").asString()).isEqualTo("DRILLED");
		assertThat(shown.at("/snapshots/0/sum/activated").asLong()).isEqualTo(10);
		assertThat(scan(this.chain.code("RUN-1")).get("verdict").asString()).isEqualTo("TRACED");
		assertNotRecalled("F1", "PK");
		assertThat(this.chain.ends(id).errors()).containsExactly("unknown.event");
		assertThat(this.chain.recalls("LOT", "F1").status()).isEqualTo(201);
		assertThat(this.world.as("authority").get("/api/v1/recalls").json().size()).isEqualTo(2);
	}

	@Test
	void onlyTheAuthorityReadsRecalls() {
		String recall = this.chain.recalled("LOT", "SEED-1");
		for (String path : List.of("/api/v1/recalls", "/api/v1/recalls/" + recall)) {
			assertThat(this.world.as("authority").get(path).status()).isEqualTo(200);
			assertThat(this.world.as("farmer").get(path).status()).isEqualTo(403);
			assertThat(Api.nobody(this.world.address()).get(path).status()).isEqualTo(401);
		}
		assertThat(this.world.as("farmer")
			.post("/api/v1/recalls/impact", "application/json", "{\"source\":\"LOT\",\"start\":\"SEED-1\"}")
			.status()).isEqualTo(403);
	}

	/** Over random chains, against a closure computed here from what was recorded. */
	@Test
	void aRecallReachesExactlyTheDescendants() {
		for (long seed = 1; seed <= 2; seed++) {
			this.world.settle();
			Map<String, Collection<String>> children = new TreeMap<>();
			Random random = new Random(seed);
			List<String> lots = grow(children, random);
			String start = lots.get(random.nextInt(lots.size() / 2));
			Collection<String> expected = descendants(start, children);
			JsonNode preview = this.world.as("authority")
				.post("/api/v1/recalls/impact", "application/json",
						"{\"source\":\"LOT\",\"start\":\"%s\"}".formatted(start))
				.json();
			assertThat(lots(preview)).as("seed " + seed).containsExactlyElementsOf(expected);
			this.chain.recalled("LOT", start);
			assertThat(lots.stream().filter(this.chain::isRecalled)).as("seed " + seed)
				.containsExactlyInAnyOrderElementsOf(expected);
		}
	}

	private List<String> grow(Map<String, Collection<String>> children, Random random) {
		Map<String, Long> left = new TreeMap<>();
		List<String> lots = new ArrayList<>();
		IntStream.range(0, 5).forEach((i) -> {
			this.chain.dug("F" + i, "2024-09-18", 1_000);
			lots.add("F" + i);
			left.put("F" + i, 1_000L);
		});
		for (int step = 0; step < 12; step++) {
			List<String> open = left.entrySet()
				.stream()
				.filter((lot) -> lot.getValue() > 0)
				.map(Map.Entry::getKey)
				.toList();
			Map<String, Long> taken = new TreeMap<>();
			for (int i = 0; i < 2; i++) {
				String lot = open.get(random.nextInt(open.size()));
				taken.computeIfAbsent(lot, (one) -> Math.max(1, left.getOrDefault(one, 0L) / 2));
			}
			long grams = taken.values().stream().mapToLong(Long::longValue).sum();
			String made = "L%02d".formatted(step);
			this.chain.regrouped("FARM",
					String.join(" ", taken.entrySet().stream().map((in) -> in.getKey() + ":" + in.getValue()).toList()),
					made + ":" + grams);
			taken.forEach((lot, share) -> {
				left.merge(lot, -share, Long::sum);
				children.computeIfAbsent(lot, (from) -> new TreeSet<>()).add(made);
			});
			left.put(made, grams);
			lots.add(made);
		}
		return lots;
	}

	private static Collection<String> descendants(String start, Map<String, Collection<String>> children) {
		Collection<String> reached = new TreeSet<>(List.of(start));
		children.getOrDefault(start, List.of()).forEach((child) -> reached.addAll(descendants(child, children)));
		return reached;
	}

	private JsonNode snapshot(String recall, int position) {
		Api authority = this.world.as("authority");
		String id = authority.get("/api/v1/recalls/" + recall).json().at("/snapshots/" + position + "/id").asString();
		return authority.get("/api/v1/recalls/" + recall + "/impacts/" + id).json();
	}

	private JsonNode scan(String code) {
		return Api.nobody(this.world.address()).get("/t/" + code).json();
	}

	private static List<String> lots(JsonNode forward) {
		return forward.get("lots").valueStream().map((lot) -> lot.get("lot").asString()).toList();
	}

	private void assertRecalled(String... lots) {
		assertThat(lots).allMatch(this.chain::isRecalled);
	}

	private void assertNotRecalled(String... lots) {
		assertThat(lots).noneMatch(this.chain::isRecalled);
	}

}
