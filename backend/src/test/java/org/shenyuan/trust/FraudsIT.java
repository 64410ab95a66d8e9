package org.shenyuan.trust;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The frauds of the market, each beside its honest twin, through HTTP. Those of mixed
 * goods are in {@link MixedGoodsIT}, of papers in {@link ConformityIT} and
 * {@link LaboratoryIT}.
 */
@BackendTest
@Import(World.class)
class FraudsIT {

	@Autowired
	private World world;

	private Market market;

	@BeforeEach
	void settle() {
		this.market = Market.of(this.world);
	}

	/** b */
	@Test
	void aBedThatBoreTooMuchNeedsAnExpert() {
		assertThat(this.market.harvest("OK-1", 20_000L * 2_900).json().path("remarks")).isEmpty();
		Answer warned = this.market.harvest("OK-2", 20_000L * 500);
		assertThat(warned.status()).isEqualTo(201);
		assertThat(warned.json().at("/remarks/0/key").asString()).isEqualTo("harvest.yield");
		assertThat(warned.json().at("/remarks/0/rule/id").asString()).isEqualTo("YIELD-1");

		String id = UUID.randomUUID().toString();
		String event = Market.event("harvested", id, "2024-09-20T10:00:00+08:00", "FARM",
				Market.harvestOf("TOO-MUCH", 20_000L * 1_000));
		Answer refused = this.world.as("farmer").record("harvested", event);
		assertThat(refused.errors()).containsExactly("harvest.yield");
		var values = refused.error("harvest.yield").get("values");
		assertThat(values.get("most").asLong()).isEqualTo(4_000);
		assertThat(refused.error("harvest.yield").get("message").asString()).contains("4.4 kg").contains("4 kg");

		String signature = "\"event\":\"%s\",\"hash\":\"%s\",\"rule\":\"YIELD-2\",\"reason\":\"称重复核\",\"interest\":\"无\""
			.formatted(id, values.get("hash").asString());
		assertThat(this.market.as("farmer", "signedOff", "FARM", signature).errors()).contains("author.role");
		assertThat(waiting("expert")).contains("event=" + id, "hash=" + values.get("hash").asString(), "YIELD-2",
				"4.4 kg");
		assertThat(this.world.as("farmer").get("/sign-offs/new", "text/html").status()).isEqualTo(403);
		assertThat(this.market.as("expert", "signedOff", "PANEL", signature).status()).isEqualTo(201);
		assertThat(waiting("expert")).doesNotContain(id);
		assertThat(this.world.as("farmer").record("harvested", event.replace("20000000", "20000001")).errors())
			.containsExactly("harvest.yield");
		assertThat(this.world.as("farmer").record("harvested", event).status()).isEqualTo(201);
	}

	/** c */
	@Test
	void outsideRootInTheDryerIsNoticed() {
		this.market.harvest("F1", 5_000_000);
		this.market.ship("farmer", "FARM", "WORKS", "F1", 4_360_000);
		assertThat(this.market.dry("HONEST", 2_180_000, 588_000).json().path("remarks")).isEmpty();
		Answer poured = this.market.dry("POURED", 2_180_000, 1_040_000);
		assertThat(poured.status()).isEqualTo(201);
		assertThat(poured.json().at("/remarks/0/key").asString()).isEqualTo("process.ratio");
		assertThat(poured.json().at("/remarks/0/values/ratio").decimalValue()).isEqualByComparingTo("2.10");
	}

	/** d, j, q */
	@Test
	void aLotClaimsNoMoreThanItsRoots() {
		this.market.harvest("F1", 1_000_000);
		this.market.pack("farmer", "FARM", "SHED", "F1", 1_000_000, "PK1");
		assertThat(this.market.issue("farmer", "FARM", "PK1", "RUN-6", "\"seasons\":6").errors())
			.containsExactly("claim.age");
		assertThat(
				this.market.issue("farmer", "FARM", "PK1", "RUN-5", "\"seasons\":5,\"food\":true,\"gi\":true").status())
			.isEqualTo(201);

		old("F7", 1_000_000);
		this.market.pack("farmer", "FARM", "SHED", "F7", 1_000_000, "PK7");
		Answer food = this.market.issue("farmer", "FARM", "PK7", "RUN-7", "\"food\":true");
		assertThat(food.errors()).containsExactly("claim.food");
		assertThat(food.error("claim.food").get("message").asString()).contains("2012").contains("7");
		assertThat(this.market.issue("farmer", "FARM", "PK7", "RUN-7", "\"food\":true,\"market\":\"KR\"").status())
			.isEqualTo(201);

		huanren("F-HR", 100_000);
		this.market.ship("liaoning", "HUANREN", "FARM", "F-HR", 100_000);
		old("F-GI", 900_000);
		this.market.merge("farmer", "FARM", "F-GI", 900_000, "F-HR-R", 100_000, "MIX");
		this.market.pack("farmer", "FARM", "SHED", "MIX", 1_000_000, "PKM");
		Answer gi = this.market.issue("farmer", "FARM", "PKM", "RUN-GI", "\"gi\":true");
		assertThat(gi.errors()).containsExactly("claim.gi");
		assertThat(gi.error("claim.gi").get("message").asString()).contains("210522");
	}

	/** e */
	@Test
	void rootsDugInsideTheIntervalAreHeld() {
		this.market.as("authority", "ruleSet", "AUTH",
				"\"rule\":\"PHI-1\",\"kind\":\"pre-harvest-interval\",\"subject\":\"mancozeb\",\"severity\":\"HOLD\",\"certainty\":\"general-knowledge\",\"source\":\"演示\",\"validFrom\":\"2020-01-01\",\"numbers\":{\"days\":35}");
		this.market.admin("fieldWorked", "2024-07-20T05:00:00+08:00", "FARM",
				"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"work\":\"SPRAY\",\"product\":\"演示\",\"activeIngredient\":\"Mancozeb\"");
		Answer early = this.market.at("farmer", "harvested", "2024-08-10T10:00:00+08:00", "FARM",
				Market.harvestOf("EARLY", 1_000_000));
		assertThat(early.status()).isEqualTo(201);
		assertThat(early.json().at("/remarks/0/values/earliest").asString()).isEqualTo("2024-08-24");
		assertThat(this.market.pack("farmer", "FARM", "SHED", "EARLY", 1_000_000, "PKE").errors())
			.containsExactly("lot.held");
		Answer late = this.market.at("farmer", "harvested", "2024-08-24T10:00:00+08:00", "FARM",
				Market.harvestOf("LATE", 1_000_000));
		assertThat(late.json().path("remarks")).isEmpty();
		assertThat(this.market.pack("farmer", "FARM", "SHED", "LATE", 1_000_000, "PKL").status()).isEqualTo(201);
	}

	/** f, and a certificate that is revoked later */
	@Test
	void aCertificateIsShownAsItStoodAtHarvestAndAsItStandsToday() {
		this.market.at("farmer", "harvested", "2023-05-27T10:00:00+08:00", "FARM",
				Market.harvestOf("BEFORE", 1_000_000));
		this.market.at("farmer", "harvested", "2023-09-27T10:00:00+08:00", "FARM",
				Market.harvestOf("WITHIN", 1_000_000));
		assertThat(paper("BEFORE", "atHarvest")).isFalse();
		assertThat(paper("WITHIN", "atHarvest")).isTrue();
		this.market.at("authority", "certificateRuled", "2024-01-10T10:00:00+08:00", "AUTH",
				"\"certificate\":\"CERT-1\",\"standing\":\"REVOKED\",\"reason\":\"演示\"");
		this.market.at("farmer", "harvested", "2024-09-27T10:00:00+08:00", "FARM",
				Market.harvestOf("AFTER", 1_000_000));
		assertThat(paper("WITHIN", "atHarvest")).isTrue();
		assertThat(paper("WITHIN", "today")).isFalse();
		assertThat(paper("AFTER", "atHarvest")).isFalse();
	}

	/** g */
	@Test
	void aCopiedCodeShowsAndEveryScanCounts() throws Exception {
		String code = this.market.label("F1", "PK1", "RUN-1", true);
		assertThat(this.market.scan(code).json().get("verdict").asString()).isEqualTo("TRACED");
		this.market.scanFrom(code, "10.1.0.1");
		assertThat(this.market.scan(code).json().get("verdict").asString()).isEqualTo("TRACED");
		assertThat(this.market.scan(code).json().at("/count/scans").asLong()).isEqualTo(1);
		IntStream.range(0, 14).forEach((city) -> this.market.scanFrom(code, "10.%d.0.1".formatted(20 + city)));
		assertThat(this.market.scan(code).json().get("verdict").asString()).isEqualTo("SCANNED_OFTEN");
		assertThat(this.market.scan(code).json().at("/count/networks").asLong()).isEqualTo(15);
		try (var threads = Executors.newFixedThreadPool(40)) {
			List<Callable<Boolean>> scans = Collections.nCopies(400, () -> {
				this.market.scanFrom(code, "10.1.0.1");
				return true;
			});
			for (Future<Boolean> scan : threads.invokeAll(scans)) {
				assertThat(scan.get()).isTrue();
			}
		}
		assertThat(this.market.scan(code).json().at("/count/scans").asLong()).isEqualTo(415);
	}

	/** k */
	@Test
	void aPlotThatHasNotRestedIsNoticed() {
		this.market.harvest("F1", 1_000_000);
		assertThat(remarks(sown("farmer", "FARM", "P1", "STAND-8", "SEED-1"))).contains("plot.rest");
		assertThat(remarks(sown("farmer2", "FARM2", "P2", "STAND-9", "SEED-2"))).doesNotContain("plot.rest");
	}

	private Answer sown(String person, String party, String plot, String stand, String seed) {
		return this.market.at(person, "sown", "2025-10-18T10:00:00+08:00", party,
				"\"plot\":\"%s\",\"stand\":\"%s\",\"seed\":[{\"lot\":\"%s\",\"grams\":1000}]".formatted(plot, stand,
						seed));
	}

	private static List<String> remarks(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("remarks").valueStream().map((remark) -> remark.get("key").asString()).toList();
	}

	/** p, and a recall in other words than a fake */
	@Test
	void stolenLabelsAndRecalledGoodsAreToldApart() {
		String stolen = this.market.label("F1", "PK1", "RUN-1", false);
		assertThat(this.market.scan(stolen).json().get("verdict").asString()).isEqualTo("NOT_ACTIVATED");
		String sold = this.market.label("F2", "PK2", "RUN-2", true);
		assertThat(this.market.scan(sold).json().get("verdict").asString()).isEqualTo("TRACED");
		Answer recall = this.market.as("authority", "recalled", "AUTH",
				"\"source\":\"LOT\",\"start\":\"SEED-1\",\"reason\":\"演示\",\"advice\":\"停止食用，退回商家\"");
		assertThat(recall.status()).isEqualTo(201);
		assertThat(this.market.scan(sold).json().get("verdict").asString()).isEqualTo("RECALLED");
		assertThat(this.market.scan(sold).json().at("/trace/recalls/0/advice").asString()).contains("退回");
		assertThat(this.market.scan("0000-0000-0000-0000").status()).isEqualTo(404);
		assertThat(this.market.pack("farmer", "FARM", "SHED", "F2", 1_000, "PK3").errors()).contains("lot.recalled");
		this.market.as("authority", "recallEnded", "AUTH",
				"\"recall\":\"%s\",\"reason\":\"演示\"".formatted(recall.json().get("id").asString()));
		assertThat(this.market.scan(sold).json().get("verdict").asString()).isEqualTo("TRACED");
	}

	@Test
	void aRuleChangesTheAnswerFromItsDayOnAndNotBefore() {
		this.market.as("authority", "ruleSet", "AUTH",
				"\"rule\":\"YIELD-9\",\"kind\":\"yield-cap\",\"subject\":\"GARDEN-FARMLAND\",\"severity\":\"REFUSE\",\"certainty\":\"derived\",\"source\":\"演示\",\"validFrom\":\"2024-09-21\",\"numbers\":{\"mostGramsPerSquareMetre\":40}");
		assertThat(this.market
			.at("farmer", "harvested", "2024-09-20T10:00:00+08:00", "FARM", Market.harvestOf("D1", 1_000_000))
			.status()).isEqualTo(201);
		assertThat(this.market
			.at("farmer", "harvested", "2024-09-21T10:00:00+08:00", "FARM", Market.harvestOf("D2", 1_000_000))
			.errors()).containsExactly("harvest.yield");
		this.market.as("authority", "ruleRetired", "AUTH",
				"\"rule\":\"YIELD-9\",\"validTo\":\"2099-01-01\",\"reason\":\"演示\"");
		assertThat(this.market
			.as("authority", "ruleRetired", "AUTH", "\"rule\":\"YIELD-9\",\"validTo\":\"2024-01-01\",\"reason\":\"演示\"")
			.errors()).containsExactly("rule.past");
	}

	private boolean paper(String lot, String when) {
		return this.world.as("authority")
			.get("/api/v1/lots/" + lot + "/trace")
			.json()
			.at("/sources/0/certificates/0/" + when)
			.asBoolean();
	}

	/** Roots of seven seasons from the same base. */
	private void old(String lot, long grams) {
		Answer dug = this.market.at("farmer", "harvested", "2026-09-18T10:00:00+08:00", "FARM",
				Market.harvestOf(lot, grams));
		assertThat(dug.status()).as(dug.body()).isEqualTo(201);
	}

	/** Roots from outside the protected area. */
	private void huanren(String lot, long grams) {
		this.market.admin("partyRegistered", "2018-01-02T09:00:00+08:00", "AUTH",
				"\"party\":\"HUANREN\",\"name\":\"桓仁参社（演示）\",\"roles\":[\"GROWER\"],\"county\":\"210522\"");
		this.world.open("liaoning", "HUANREN", Role.GROWER);
		this.market.admin("baseRegistered", "2018-01-04T09:00:00+08:00", "AUTH",
				"\"base\":\"BASE-HR\",\"name\":\"桓仁基地（演示）\",\"county\":\"210522\",\"town\":\"演示\",\"operator\":\"HUANREN\"");
		this.market.admin("plotRegistered", "2018-01-05T09:00:00+08:00", "AUTH",
				"\"plot\":\"P-HR\",\"name\":\"演示\",\"base\":\"BASE-HR\",\"operator\":\"HUANREN\",\"cultivation\":\"GARDEN-FARMLAND\",\"bedSquareMetres\":1000");
		this.market.admin("seedRegistered", "2019-09-01T10:00:00+08:00", "HUANREN",
				"\"lot\":\"SEED-HR\",\"species\":\"PANAX-GINSENG\",\"variety\":\"ERMAYA\",\"form\":\"DRIED-SEED\",\"grams\":9000");
		this.market.admin("sown", "2019-10-18T10:00:00+08:00", "HUANREN",
				"\"plot\":\"P-HR\",\"stand\":\"STAND-HR\",\"seed\":[{\"lot\":\"SEED-HR\",\"grams\":9000}]");
		this.market.admin("harvested", "2026-09-18T10:00:00+08:00", "HUANREN",
				"\"plot\":\"P-HR\",\"stand\":\"STAND-HR\",\"lot\":\"%s\",\"grossGrams\":%d".formatted(lot, grams));
	}

	/** What an expert chooses from. */
	private String waiting(String person) {
		return this.world.as(person).get("/sign-offs/new", "text/html").body();
	}

}
