package org.shenyuan.packing;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsApplied;
import org.shenyuan.events.Labelling.LabelsDestroyed;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.LabelsSpoiled;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.OfRange;
import org.shenyuan.events.Labelling.Sheet;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.LabelState;
import org.shenyuan.ledger.Ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shenyuan.ledger.LabelState.ACTIVATED;
import static org.shenyuan.ledger.LabelState.APPLIED;
import static org.shenyuan.ledger.LabelState.DESTROYED;
import static org.shenyuan.ledger.LabelState.PRINTED;
import static org.shenyuan.ledger.LabelState.SPOILED;
import static org.shenyuan.ledger.LabelState.UNPRINTED;
import static org.shenyuan.ledger.LabelState.VOIDED;

/**
 * Whatever happens to labels, each is in one state, and they add up to what was issued.
 */
class ReconciliationTests {

	private static final int COUNT = 60;

	private static final LabelRun ISSUED = new LabelRun("RUN", 1, 1, "LOT", "WORKS", COUNT, 100, Ranges.NONE,
			Ranges.NONE, Ranges.NONE, Ranges.NONE, Ranges.NONE, Ranges.NONE, Ranges.NONE, false);

	/** One thing that happens to a range, and the state in which it leaves a label. */
	private record Act(BiFunction<Integer, Integer, OfRange> event, Move move, Map<LabelState, LabelState> leaves) {
	}

	private interface Move {

		LabelRun of(LabelRun run, long first, long last);

	}

	private static final UUID ID = new UUID(0, 1);

	private static final OffsetDateTime AT = OffsetDateTime.parse("2024-10-05T08:00:00+08:00");

	/** The table as people read it, written down a second time. */
	private static final List<Act> ACTS = List.of(
			new Act((first, last) -> new LabelsPrinted(ID, AT, "WORKS", "RUN", first, last, new Sheet("A4", 21, 1)),
					LabelRun::print, Map.of(UNPRINTED, PRINTED)),
			new Act((first, last) -> new LabelsSpoiled(ID, AT, "WORKS", "RUN", first, last, "卡纸"), LabelRun::spoil,
					Map.of(PRINTED, SPOILED)),
			new Act((first, last) -> new LabelsReprinted(ID, AT, "WORKS", "RUN", first, last, "补", ID, null),
					LabelRun::reprint,
					Map.of(PRINTED, PRINTED, SPOILED, PRINTED, ACTIVATED, ACTIVATED, APPLIED, APPLIED)),
			new Act((first, last) -> new LabelsActivated(ID, AT, "WORKS", "RUN", first, last), LabelRun::activate,
					Map.of(UNPRINTED, ACTIVATED, PRINTED, ACTIVATED)),
			new Act((first, last) -> new LabelsApplied(ID, AT, "WORKS", "RUN", first, last), LabelRun::apply,
					Map.of(ACTIVATED, APPLIED)),
			new Act((first, last) -> new LabelsVoided(ID, AT, "WORKS", "RUN", first, last, "废"), LabelRun::cancel,
					Map.of(UNPRINTED, VOIDED, PRINTED, VOIDED, SPOILED, VOIDED, ACTIVATED, VOIDED, APPLIED, VOIDED)),
			new Act((first, last) -> new LabelsDestroyed(ID, AT, "WORKS", "RUN", first, last, "毁", ID),
					LabelRun::destroy, Map.of(PRINTED, DESTROYED, SPOILED, DESTROYED, VOIDED, DESTROYED)));

	@Test
	void everyLabelIsInOneStateAndTheyAddUp() {
		Set<LabelState> seen = EnumSet.noneOf(LabelState.class);
		for (int seed = 1; seed <= 12; seed++) {
			seen.addAll(aHistoryAddsUp(new Random(seed)));
		}
		assertThat(seen).containsExactly(LabelState.values());
	}

	private static Set<LabelState> aHistoryAddsUp(Random random) {
		LabelRun run = ISSUED;
		LabelState[] expected = new LabelState[COUNT + 1];
		Arrays.fill(expected, UNPRINTED);
		Set<LabelState> seen = EnumSet.noneOf(LabelState.class);
		for (int i = 0; i < 300; i++) {
			// Ends come seldom, so that there is something left to happen.
			Act act = ACTS.get(random.nextInt(1 + random.nextInt(ACTS.size())));
			int first = 1 + random.nextInt(COUNT);
			int last = Math.min(COUNT, first + random.nextInt(3));
			List<LabelState> range = Arrays.asList(expected).subList(first, last + 1);
			boolean allowed = LabelState.before(act.event().apply(first, last)).containsAll(range);
			assertThat(allowed).isEqualTo(act.leaves().keySet().containsAll(range));
			if (allowed) {
				run = act.move().of(run, first, last);
				range.replaceAll((state) -> Objects.requireNonNull(act.leaves().get(state)));
			}
			Reconciliation sums = Reconciliation.of(run);
			assertThat(sums.lines().stream().mapToLong(Reconciliation.Line::count).sum()).isEqualTo(COUNT);
			for (int label = 1; label <= COUNT; label++) {
				int number = label;
				assertThat(sums.lines().stream().filter((line) -> line.labels().contains(number)))
					.extracting(Reconciliation.Line::state)
					.containsExactly(expected[label]);
				seen.add(expected[label]);
			}
		}
		return seen;
	}

	@Test
	void anAfternoonEndsAtZero() {
		LabelRun run = ISSUED.print(1, 50).spoil(3, 5).reprint(3, 4).activate(1, 4);
		assertThat(Reconciliation.of(run).unaccounted()).isEqualTo(46);
		run = run.activate(6, 48).destroy(5, 5).cancel(49, 50).apply(1, 4);
		assertThat(Reconciliation.of(run).unaccounted()).isZero();
		assertThat(run.in(UNPRINTED).flat()).containsExactly(51L, 60L);
		assertThat(run.in(APPLIED).flat()).containsExactly(1L, 4L);
		assertThat(run.in(DESTROYED).flat()).containsExactly(5L, 5L);
	}

	@Test
	void whatIsActiveWithoutAPrintingIsCountedApart() {
		assertThat(Reconciliation.of(ISSUED.print(1, 10).activate(1, 15)).unrecorded()).isEqualTo(5);
		assertThat(Reconciliation.of(ISSUED.print(1, 10).activate(1, 10)).unrecorded()).isZero();
	}

	@Test
	void aUsedSheetEndsWhereItsLastLabelIs() {
		assertThat(new Sheet("A4", 21, 5).nextCell(17)).isEqualTo(1);
		assertThat(new Sheet("A4", 21, 5).nextCell(18)).isEqualTo(2);
		assertThat(new Sheet("A4", 21, 5).nextCell(1600)).isEqualTo(9);
		assertThat(new Sheet("ROLL", 1, 1).nextCell(1600)).isEqualTo(1);
	}

}
