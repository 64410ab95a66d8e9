package org.shenyuan.trust;

import java.math.BigDecimal;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Frauds by which goods become more, or other, than was grown; each beside its honest
 * twin.
 */
@BackendTest
@Import(World.class)
class MixedGoodsIT {

	@Autowired
	private World world;

	private Market market;

	@BeforeEach
	void settle() {
		this.market = Market.of(this.world);
	}

	/** a */
	@Test
	void noMoreLabelsThanTheGoodsFill() {
		this.market.harvest("F1", 1_000_000);
		this.market.as("farmer", "packed", "FARM",
				"\"facility\":\"SHED\",\"inputs\":[{\"lot\":\"F1\",\"grams\":480000}],\"lot\":\"PK\",\"units\":1600,\"unitGrams\":300");
		Answer rolled = labels("RUN-A", 2_100);
		assertThat(rolled.errors()).containsExactly("labels.cap");
		JsonNode values = rolled.error("labels.cap").get("values");
		assertThat(values.get("cap").asLong()).isEqualTo(1_600);
		assertThat(values.get("asked").asLong()).isEqualTo(2_100);
		assertThat(labels("RUN-A", 1_600).status()).isEqualTo(201);
		assertThat(labels("RUN-B", 1).errors()).containsExactly("labels.cap");
	}

	/** h */
	@Test
	void marketRootsTakeTheirShareOfTheClaim() {
		this.market.harvest("F1", 3_200_000);
		assertThat(this.market.trace("F1").get("certified").decimalValue()).isEqualByComparingTo("100");
		buy("PANAX-GINSENG", "M1", 800_000);
		this.market.merge("farmer", "FARM", "F1", 3_200_000, "M1", 800_000, "MIX");
		JsonNode mixed = this.market.trace("MIX");
		assertThat(mixed.get("certified").decimalValue()).isEqualByComparingTo("80");
		assertThat(mixed.get("traced").decimalValue()).isEqualByComparingTo("80");
		assertThat(mixed.get("sources").valueStream().map((source) -> source.get("share").decimalValue()))
			.containsExactly(new BigDecimal("80"), new BigDecimal("20"));
		assertThat(mixed.at("/sources/1/base").isNull() || mixed.at("/sources/1/base").isMissingNode()).isTrue();
		this.market.pack("farmer", "FARM", "SHED", "MIX", 1_000_000, "PK");
		assertThat(this.market.issue("farmer", "FARM", "PK", "RUN-GI", "\"gi\":true").errors())
			.containsExactly("claim.gi");
		assertThat(this.market.issue("farmer", "FARM", "PK", "RUN", "").status()).isEqualTo(201);
	}

	/** i */
	@Test
	void oneSpeciesIsNeverMergedIntoAnother() {
		this.market.harvest("F1", 1_000_000);
		buy("PANAX-QUINQUEFOLIUS", "XIYANG-1", 100_000);
		buy("PANAX-GINSENG", "REN-1", 100_000);
		Answer mixed = this.market.as("farmer", "regrouped", "FARM", both("XIYANG-1"));
		assertThat(mixed.errors()).containsExactly("species.mixed");
		assertThat(mixed.error("species.mixed").get("message").asString()).contains("PANAX-GINSENG",
				"PANAX-QUINQUEFOLIUS");
		assertThat(this.market.as("farmer", "regrouped", "FARM", both("REN-1")).status()).isEqualTo(201);
	}

	/** o */
	@Test
	void aHarvestThatAPhoneSendsTwiceIsOneHarvest() {
		String id = UUID.randomUUID().toString();
		String harvest = Market.event("harvested", id, "2024-09-18T10:00:00+08:00", "FARM",
				Market.harvestOf("F1", 700_000));
		assertThat(this.world.as("farmer").record("harvested", harvest).status()).isEqualTo(201);
		assertThat(this.world.as("farmer").record("harvested", harvest).status()).isEqualTo(200);
		assertThat(left("F1")).isEqualTo(700_000);
		Answer other = this.world.as("farmer").record("harvested", harvest.replace("700000", "900000"));
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.errors()).containsExactly("event.conflict");
		assertThat(left("F1")).isEqualTo(700_000);
		assertThat(this.market.harvest("F2", 700_000).status()).isEqualTo(201);
	}

	private long left(String lot) {
		return this.world.as("farmer").get("/api/v1/lots/" + lot).json().at("/lot/left").asLong(-1);
	}

	private Answer labels(String run, int count) {
		return this.market.as("farmer", "labelsIssued", "FARM",
				"\"run\":\"%s\",\"lot\":\"PK\",\"count\":%d".formatted(run, count));
	}

	private void buy(String species, String lot, long grams) {
		this.market.admin("purchased", "2024-09-19T10:00:00+08:00", "FARM",
				"\"lot\":\"%s\",\"lotKind\":\"FRESH\",\"product\":\"FRESH\",\"species\":\"%s\",\"grams\":%d,\"seller\":\"散户\""
					.formatted(lot, species, grams));
	}

	private static String both(String lot) {
		return "\"inputs\":[{\"lot\":\"F1\",\"grams\":500000},{\"lot\":\"%s\",\"grams\":100000}],\"outputs\":[{\"lot\":\"BOTH\",\"grams\":600000}]"
			.formatted(lot);
	}

}
