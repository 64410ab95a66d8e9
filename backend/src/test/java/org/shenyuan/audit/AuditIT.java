package org.shenyuan.audit;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.audit.Audit.Cursor;
import org.shenyuan.audit.Audit.Line;
import org.shenyuan.audit.Audit.Wanted;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@BackendTest
@Import(World.class)
class AuditIT {

	@Autowired
	private World world;

	@Autowired
	private Audit audit;

	@BeforeEach
	void settle() {
		this.world.settle();
		hold("farmer", "FARM", "SEED-1", "演示");
		hold("authority", "AUTH", "SEED-2", "演示");
	}

	@Test
	void theLatestComesFirstAndSaysWhoForWhomAndAboutWhat() {
		List<Line> lines = this.audit.page(wanted("", "", ""), null, 2);
		assertThat(lines).extracting(Line::kind).containsExactly("held", "held");
		assertThat(lines).extracting(Line::person).containsExactly("authority", "farmer");
		assertThat(lines.getFirst().partyName()).isEqualTo("市参业局（演示）");
		assertThat(lines.getFirst().lots()).containsExactly("SEED-2");
		assertThat(lines.getFirst().days()).isGreaterThan(300);
	}

	@Test
	void onePersonOnePartyOneKind() {
		assertThat(all(wanted("farmer", "", ""), 9)).extracting(Line::person).containsExactly("farmer");
		assertThat(all(wanted("", "FARM2", ""), 9)).isNotEmpty()
			.allSatisfy((line) -> assertThat(line.party()).isEqualTo("FARM2"));
		assertThat(all(wanted("admin", "FARM2", "sown"), 9)).extracting(Line::lots)
			.containsExactly(List.of("SEED-2", "STAND-2"));
		assertThat(all(wanted("", "", "held"), 9)).hasSize(2);
		assertThat(all(wanted("nobody", "", ""), 9)).isEmpty();
		assertThat(this.audit.party("市参业局（演示）")).isEqualTo("AUTH");
	}

	/** All that was recorded together has one time; still nothing is lost or doubled. */
	@Test
	void pagesJoinWithoutASeam() {
		List<Line> whole = this.audit.page(wanted("", "", ""), null, 100);
		assertThat(whole).hasSizeGreaterThan(20);
		assertThat(all(wanted("", "", ""), 3)).isEqualTo(whole);
	}

	@Test
	void aCellThatLooksLikeAFormulaIsNone() {
		this.world.open("=1+1", "FARM", Role.GROWER);
		hold("=1+1", "FARM", "STAND-1", "演示");
		String table = this.world.as("authority").get("/audit.csv?person=%3D1%2B1", "text/csv").body();
		assertThat(table).startsWith("\uFEFF").contains("'=1+1", "STAND-1");
		assertThat(table.lines()).hasSize(2);
	}

	@Test
	void daysThatAreNoneAreRefused() {
		assertThat(this.world.as("admin").get("/audit?from=yesterday", "text/html").status()).isEqualTo(400);
		assertThat(this.world.as("admin").get("/audit?after=nonsense", "text/html").status()).isEqualTo(200);
		assertThat(this.world.as("admin").get("/audit?from=2018-01-01&to=2019-01-01", "text/html").body())
			.contains("Nothing was recorded");
	}

	private List<Line> all(Wanted wanted, int page) {
		List<Line> all = new ArrayList<>();
		@Nullable Cursor after = null;
		while (true) {
			List<Line> lines = this.audit.page(wanted, after, page);
			all.addAll(lines);
			if (lines.size() < page) {
				return all;
			}
			after = Cursor.of(lines.getLast().cursor().toString());
		}
	}

	private static Wanted wanted(String person, String party, String kind) {
		ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
		return new Wanted(person, party, kind, now.minusDays(1), now.plusDays(1));
	}

	private void hold(String person, String party, String lot, String reason) {
		Answer answer = this.world.as(person)
			.record("held", String.format(Locale.ROOT,
					"{\"id\":\"%s\",\"at\":\"2025-06-01T10:00:00+08:00\",\"by\":\"%s\",\"lot\":\"%s\",\"reason\":\"%s\"}",
					UUID.randomUUID(), party, lot, reason));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

}
