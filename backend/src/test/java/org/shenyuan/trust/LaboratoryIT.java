package org.shenyuan.trust;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports that are about other goods, and goods that failed. */
@BackendTest
@Import(World.class)
class LaboratoryIT {

	private static final String FILE = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

	@Autowired
	private World world;

	private Market market;

	@BeforeEach
	void settle() {
		this.market = Market.of(this.world);
		this.market.harvest("F1", 1_000_000);
	}

	/** m */
	@Test
	void aReportOlderThanTheLotIsNotAboutIt() {
		this.market.harvest("F2", 1_000_000);
		this.market.merge("farmer", "FARM", "F1", 400_000, "F2", 400_000, "MERGED");
		assertThat(test("MERGED", "S1", "2024-09-22T10:00:00+08:00", "0.4").errors()).containsExactly("test.before");
		assertThat(test("F1", "S1", "2024-09-02T10:00:00+08:00", "0.4").errors()).containsExactly("test.before");
		assertThat(test("F1", "S1", "2024-09-22T10:00:00+08:00", "0.4").json().path("remarks")).isEmpty();
	}

	@Test
	void aReportIsAboutTheLotThatWasSampled() {
		this.market.harvest("F2", 1_000_000);
		assertThat(sample("F1", "S1", "2024-09-22T10:00:00+08:00").status()).isEqualTo(201);
		assertThat(sample("F2", "S1", "2024-09-22T11:00:00+08:00").errors()).containsExactly("sample.exists");
		Answer other = test("F2", "S1", "2024-09-22T10:00:00+08:00", "0.4");
		assertThat(other.errors()).containsExactly("test.lot");
		assertThat(other.error("test.lot").get("message").asString()).contains("S1", "F1", "F2");
		assertThat(test("F1", "S1", "2024-09-22T10:00:00+08:00", "0.4").status()).isEqualTo(201);
	}

	@Test
	void aReportWithoutItsFileIsNoticed() {
		Answer bare = this.market.as("chemist", "tested", "LAB",
				report("F1", "S1", "2024-09-22T10:00:00+08:00", "0.4").replaceFirst(",\"documentHash\".*", ""));
		assertThat(bare.status()).isEqualTo(201);
		assertThat(bare.json().at("/remarks/0/key").asString()).isEqualTo("test.file");
	}

	@Test
	void whatFailedStaysStoppedUntilANewSamplePassesAndAnotherPartyReleasesIt() {
		this.market.pack("farmer", "FARM", "SHED", "F1", 500_000, "PK1");
		Answer failed = test("F1", "S1", "2024-09-22T10:00:00+08:00", "5.1");
		assertThat(failed.status()).isEqualTo(201);
		assertThat(failed.json().at("/remarks/0/key").asString()).isEqualTo("test.failed");
		assertThat(failed.json().at("/remarks/0/values/analytes/0").asString()).isEqualTo("Pb");
		assertThat(this.market.pack("farmer", "FARM", "SHED", "F1", 500_000, "PK2").errors())
			.containsExactly("lot.held");
		assertThat(this.market.issue("farmer", "FARM", "PK1", "RUN-1", "").errors()).contains("lot.held");

		assertThat(release("authority", "AUTH").errors()).containsExactly("release.test");
		assertThat(test("F1", "S1", "2024-09-22T10:00:00+08:00", "0.4").status()).isEqualTo(201);
		assertThat(release("authority", "AUTH").errors()).containsExactly("release.test");
		assertThat(test("F1", "S2", "2024-09-20T10:00:00+08:00", "0.4").status()).isEqualTo(201);
		assertThat(release("authority", "AUTH").errors()).containsExactly("release.test");
		assertThat(this.market.pack("farmer", "FARM", "SHED", "F1", 500_000, "PK2").errors())
			.containsExactly("lot.held");

		assertThat(test("F1", "S3", "2024-09-25T10:00:00+08:00", "0.4").status()).isEqualTo(201);
		assertThat(release("farmer", "FARM").errors()).contains("author.role", "release.party");
		assertThat(release("expert", "PANEL").status()).isEqualTo(201);
		assertThat(this.market.pack("farmer", "FARM", "SHED", "F1", 500_000, "PK2").status()).isEqualTo(201);
	}

	@Test
	void aNewFailureStopsTheLotAgainAndATakenBackOneSpeaksNoMore() {
		test("F1", "S1", "2024-09-22T10:00:00+08:00", "5.1");
		test("F1", "S2", "2024-09-25T10:00:00+08:00", "0.4");
		assertThat(release("authority", "AUTH").status()).isEqualTo(201);
		Answer again = test("F1", "S3", "2024-09-26T10:00:00+08:00", "6.0");
		assertThat(release("authority", "AUTH").errors()).containsExactly("release.test");
		this.market.as("chemist", "corrected", "LAB",
				"\"event\":\"%s\",\"reason\":\"样品混淆\"".formatted(again.json().get("id").asString()));
		assertThat(this.market.pack("farmer", "FARM", "SHED", "F1", 500_000, "PK1").errors())
			.containsExactly("lot.held");
		assertThat(release("authority", "AUTH").status()).isEqualTo(201);
	}

	private Answer release(String person, String party) {
		return this.market.as(person, "released", party, "\"lot\":\"F1\",\"reason\":\"复检合格\"");
	}

	private Answer sample(String lot, String sample, String at) {
		return this.market.at("chemist", "sampled", at, "LAB",
				"\"lot\":\"%s\",\"sample\":\"%s\",\"sampler\":\"演示\"".formatted(lot, sample));
	}

	private Answer test(String lot, String sample, String sampled, String lead) {
		return this.market.as("chemist", "tested", "LAB", report(lot, sample, sampled, lead));
	}

	/** The laboratory's own conclusion says yes, whatever its numbers say. */
	private static String report(String lot, String sample, String sampled, String lead) {
		return "\"lot\":\"%s\",\"sample\":\"%s\",\"report\":\"R-%s\",\"sampled\":\"%s\",\"results\":[{\"analyte\":\"Pb\",\"value\":%s,\"unit\":\"mg/kg\",\"limit\":5.0}],\"passed\":true,\"documentHash\":\"%s\""
			.formatted(lot, sample, sample, sampled, lead, FILE);
	}

}
