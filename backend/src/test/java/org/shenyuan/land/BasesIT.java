package org.shenyuan.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.land.Bases.Season;
import org.shenyuan.land.Bases.Standing;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@BackendTest
@Import(World.class)
class BasesIT {

	private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

	@Autowired
	private World world;

	@Autowired
	private Bases bases;

	@Autowired
	private RuleBook rules;

	@BeforeEach
	void settle() {
		this.world.settle();
		record("harvested", "2024-09-18",
				"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"lot\":\"F1\",\"grossGrams\":12600,\"soilGrams\":600");
	}

	@Test
	void driedGoodsCountAsTheRootsThatTheyNeedAtLeast() {
		assertThat(season()).isEqualTo(new Season(2024, 12_000, 0, 0));
		dry("F1", 9_000, "R1", 3_000);
		label("R1", 3_000, "RUN-1");
		assertThat(season()).isEqualTo(new Season(2024, 12_000, 3_000, 9_000));
		assertThat(season().percent()).isEqualTo(75);
		assertThat(season().standing(rule())).isEqualTo(Standing.WITHIN);
	}

	@Test
	void labelsBeyondWhatWasDugAreMarkedAndVoidOnesDoNotCount() {
		dry("F1", 12_000, "R1", 4_500);
		label("R1", 4_000, "RUN-1");
		assertThat(season().standing(rule())).isEqualTo(Standing.NEAR);
		assertThat(page()).contains("nearly all").doesNotContain("more than was dug");
		label("R1", 500, "RUN-2");
		assertThat(season()).isEqualTo(new Season(2024, 12_000, 4_500, 13_500));
		assertThat(page()).contains("113 %", "more than was dug");
		record("labelsVoided", "2024-10-05", "\"run\":\"RUN-1\",\"first\":2,\"last\":10,\"reason\":\"破损\"");
		assertThat(season()).isEqualTo(new Season(2024, 12_000, 900, 2_700));
		assertThat(page()).contains("23 %").doesNotContain("more than was dug");
	}

	@Test
	void freshGoodsWeighWhatTheyWeigh() {
		label("F1", 12_000, "RUN-1");
		assertThat(season()).isEqualTo(new Season(2024, 12_000, 12_000, 12_000));
	}

	@Test
	void oneCountyIsReadByItself() {
		assertThat(this.bases.page("220582", "", SINCE, 9)).hasSize(1);
		assertThat(this.bases.page("220521", "", SINCE, 9)).isEmpty();
		assertThat(this.bases.page("", "220582/BASE-1", SINCE, 9)).isEmpty();
		assertThat(this.bases.page("", "220521/BASE-2", SINCE, 9)).hasSize(1);
		assertThat(this.bases.page("", "", LocalDate.of(2026, 6, 1), 9)).isEmpty();
	}

	private Season season() {
		List<Bases.Base> page = this.bases.page("", "", SINCE, 9);
		assertThat(page).extracting(Bases.Base::id).containsExactly("BASE-1");
		assertThat(page.getFirst().seasons()).hasSize(1);
		return page.getFirst().seasons().getFirst();
	}

	private Rule rule() {
		return RuleBook.inForce(this.rules.all(), "issued-share", LocalDate.of(2026, 1, 1)).findFirst().orElseThrow();
	}

	private String page() {
		return Api.nobody(this.world.address()).get("/bases", "text/html").body();
	}

	private void dry(String from, long fresh, String to, long dry) {
		record("processed", "2024-10-02", String.format(Locale.ROOT, """
				"run":"%s-RUN","process":"RED","facility":"SHED","started":"2024-09-20T08:00:00+08:00",\
				"inputs":[{"lot":"%s","grams":%d}],"outputs":[{"lot":"%s","product":"RED","grams":%d}],\
				"lostGrams":%d""", to, from, fresh, to, dry, fresh - dry));
	}

	/** Ten packs of all that. */
	private void label(String lot, long grams, String run) {
		record("packed", "2024-10-03", String.format(Locale.ROOT, """
				"facility":"SHED","inputs":[{"lot":"%s","grams":%d}],"lot":"%s-PACKS","units":10,"unitGrams":%d""", lot,
				grams, run, grams / 10));
		record("labelsIssued", "2024-10-04",
				String.format(Locale.ROOT, "\"run\":\"%s\",\"lot\":\"%s-PACKS\",\"count\":10", run, run));
	}

	private void record(String kind, String day, String fields) {
		Answer answer = this.world.as("farmer")
			.record(kind, String.format(Locale.ROOT, "{\"id\":\"%s\",\"at\":\"%sT10:00:00+08:00\",\"by\":\"FARM\",%s}",
					UUID.randomUUID(), day, fields));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

}
