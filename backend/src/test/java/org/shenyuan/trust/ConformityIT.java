package org.shenyuan.trust;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** 承诺达标合格证: a promise about one batch of one producer. */
@BackendTest
@Import(World.class)
class ConformityIT {

	@Autowired
	private World world;

	private Market market;

	@BeforeEach
	void twoProducers() {
		this.market = Market.of(this.world);
		this.market.harvest("F1", 1_000_000);
		this.market.at("farmer2", "harvested", "2024-09-18T10:00:00+08:00", "FARM2",
				"\"plot\":\"P2\",\"stand\":\"STAND-2\",\"lot\":\"F2\",\"grossGrams\":1000000");
		assertThat(declare("farmer", "FARM", "F1", "HGZ-1").status()).isEqualTo(201);
		assertThat(declare("farmer2", "FARM2", "F2", "HGZ-2").status()).isEqualTo(201);
		assertThat(ship("farmer", "FARM", "F1", 1_000_000, "HGZ-1").status()).isEqualTo(201);
		assertThat(ship("farmer2", "FARM2", "F2", 1_000_000, "HGZ-2").status()).isEqualTo(201);
		this.market.receive("WORKS", "F1", 1_000_000);
		this.market.receive("WORKS", "F2", 1_000_000);
	}

	/** n */
	@Test
	void aRepackOfTwoProducersNeedsANewCertificate() {
		this.market.merge("worker", "WORKS", "F1-R", 400_000, "F2-R", 400_000, "MIX");
		this.market.pack("worker", "WORKS", "WORKSHOP", "MIX", 800_000, "BOXES");
		assertThat(standing("BOXES")).isEqualTo("VOID");
		Answer old = ship("worker", "WORKS", "BOXES", 100_000, "HGZ-1");
		assertThat(old.errors()).containsExactly("conformity.mixed");
		assertThat(old.error("conformity.mixed").get("message").asString()).contains("HGZ-1", "BOXES", "F1", "F2",
				"FARM", "FARM2", "anew");
		assertThat(declare("worker", "WORKS", "BOXES", "HGZ-9").status()).isEqualTo(201);
		assertThat(standing("BOXES")).isEqualTo("VALID");
		assertThat(ship("worker", "WORKS", "BOXES", 100_000, "HGZ-1").errors()).containsExactly("conformity.none");
		assertThat(ship("worker", "WORKS", "BOXES", 100_000, "HGZ-9").status()).isEqualTo(201);
		assertThat(ship("worker", "WORKS", "BOXES", 700_000, null).status()).isEqualTo(201);
	}

	@Test
	void oneProducersGoodsKeepTheirCertificateThroughSplittingAndPacking() {
		this.market.as("worker", "regrouped", "WORKS",
				"\"inputs\":[{\"lot\":\"F1-R\",\"grams\":1000000}],\"outputs\":[{\"lot\":\"HALF-A\",\"grams\":500000},{\"lot\":\"HALF-B\",\"grams\":500000}]");
		this.market.pack("worker", "WORKS", "WORKSHOP", "HALF-A", 500_000, "BOXES");
		assertThat(ship("worker", "WORKS", "BOXES", 500_000, "HGZ-2").errors()).containsExactly("conformity.none");
		assertThat(ship("worker", "WORKS", "BOXES", 500_000, "HGZ-1").status()).isEqualTo(201);
		assertThat(standing("BOXES")).isEqualTo("VALID");
	}

	@Test
	void goodsThatNobodyPromisedAnythingOfAreNotCovered() {
		this.market.harvest("F3", 1_000_000);
		assertThat(standing("F3")).isEqualTo("NONE");
		assertThat(ship("farmer", "FARM", "F3", 1_000, "HGZ-1").errors()).containsExactly("conformity.none");
		assertThat(ship("farmer", "FARM", "F3", 1_000, null).status()).isEqualTo(201);
		assertThat(missing("F3")).contains("CONFORMITY");
		assertThat(missing("F1-R")).doesNotContain("CONFORMITY");
	}

	@Test
	void onlyTheHolderPromisesAndNothingThatIsHeld() {
		this.market.harvest("F3", 1_000_000);
		assertThat(declare("farmer2", "FARM2", "F3", "HGZ-3").errors()).containsExactly("lot.custody");
		assertThat(declare("farmer", "FARM", "STAND-1", "HGZ-3").errors()).containsExactly("lot.kind");
		this.market.as("chemist", "held", "LAB", "\"lot\":\"F3\",\"reason\":\"复检\"");
		assertThat(declare("farmer", "FARM", "F3", "HGZ-3").errors()).containsExactly("lot.held");
		this.market.as("authority", "released", "AUTH", "\"lot\":\"F3\",\"reason\":\"复检合格\"");
		assertThat(declare("farmer", "FARM", "F3", "HGZ-3").status()).isEqualTo(201);
	}

	/** The authority switches the duty on. */
	@Test
	void withoutOneNothingFreshIsShippedOnceARuleSaysSo() {
		this.market.harvest("F3", 1_000_000);
		this.market.as("authority", "ruleSet", "AUTH",
				"\"rule\":\"DUTY-9\",\"kind\":\"conformity-duty\",\"subject\":\"FRESH\",\"severity\":\"REFUSE\",\"certainty\":\"derived\",\"source\":\"演示\",\"validFrom\":\"2024-01-01\"");
		assertThat(ship("farmer", "FARM", "F3", 1_000, null).errors()).containsExactly("conformity.missing");
		declare("farmer", "FARM", "F3", "HGZ-3");
		assertThat(ship("farmer", "FARM", "F3", 1_000, "HGZ-3").status()).isEqualTo(201);
	}

	private Answer declare(String person, String party, String lot, String number) {
		return this.market.as(person, "conformityDeclared", party,
				"\"lot\":\"%s\",\"number\":\"%s\",\"method\":\"SELF-TEST\"".formatted(lot, number));
	}

	private Answer ship(String person, String party, String lot, long grams, @Nullable String certificate) {
		return this.market.as(person, "shipped", party,
				"\"to\":\"%s\",\"lines\":[{\"lot\":\"%s\",\"grams\":%d,\"as\":\"%s-T%s\"%s}]".formatted(
						party.equals("WORKS") ? "FARM" : "WORKS", lot, grams, lot, (certificate != null) ? "" : "0",
						(certificate != null) ? ",\"conformity\":\"" + certificate + "\"" : ""));
	}

	private String standing(String lot) {
		return this.market.trace(lot).at("/conformity/standing").asString();
	}

	private List<String> missing(String lot) {
		return this.market.trace(lot).get("missing").valueStream().map((gap) -> gap.get("what").asString()).toList();
	}

}
