package org.shenyuan.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.shenyuan.events.Severity;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.ledger.Rule;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalTests {

	private static final Rule TWO = new Rule("V", "variety-approval", "LANDRACE", Severity.WARN, "derived", "test",
			LocalDate.of(1900, 1, 1), LocalDate.MAX, Map.of("leastExperts", BigDecimal.valueOf(2)), Map.of());

	@Test
	void twoVoicesApproveAndOneIsNotEnough() {
		assertThat(Approval.of(List.of(), TWO)).isEqualTo(Approval.NOT_REVIEWED);
		assertThat(Approval.of(List.of(voice("A", true, 1)), TWO)).isEqualTo(Approval.IN_REVIEW);
		assertThat(Approval.of(List.of(voice("A", true, 1), voice("B", true, 2)), TWO)).isEqualTo(Approval.APPROVED);
	}

	@Test
	void nobodyVotesTwiceAndTheLastWordCounts() {
		assertThat(Approval.of(List.of(voice("A", true, 1), voice("A", true, 2)), TWO)).isEqualTo(Approval.IN_REVIEW);
		assertThat(Approval.of(List.of(voice("B", true, 1), voice("A", false, 3), voice("A", true, 2)), TWO))
			.isEqualTo(Approval.IN_REVIEW);
	}

	@Test
	void asManyAgainstAsForDeclines() {
		List<VarietyJudged> split = List.of(voice("A", true, 1), voice("B", true, 1), voice("C", false, 1),
				voice("D", false, 1));
		assertThat(Approval.of(split, TWO)).isEqualTo(Approval.DECLINED);
		assertThat(Approval.of(split.subList(0, 3), TWO)).isEqualTo(Approval.APPROVED);
	}

	@Test
	void noRuleAsksNobody() {
		assertThat(Approval.of(List.of(), null)).isEqualTo(Approval.NOT_ASKED);
	}

	private static VarietyJudged voice(String expert, boolean approved, int day) {
		return new VarietyJudged(UUID.randomUUID(), OffsetDateTime.parse("2024-03-0" + day + "T09:00:00+08:00"), expert,
				"VARIETY", approved, "reason", "none");
	}

}
