package org.shenyuan.laboratory;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested.Result;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.laboratory.Limits.Limit;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Label;

/**
 * A report as it was typed.
 *
 * @param step {@code check} what was typed, {@code sign} it, or {@code edit} it again
 * @param passed {@code yes} or {@code no}
 */
record ReportForm(@Nullable String id, @Nullable String step, @Label("tests.sample") @Nullable String sample,
		@Label("tests.report") @Nullable String report, @Label("tests.at") @Nullable String at,
		@Label("tests.results") @Nullable List<Line> results, @Label("tests.passed") @Nullable String passed,
		@Label("tests.file") @Nullable String documentHash) {

	private static final int SPARE_LINES = 3;

	/**
	 * One analyte; a line without a value does not count.
	 *
	 * @param known whether analyte, unit and limit come from a rule
	 */
	record Line(@Nullable String analyte, @Nullable String value, @Nullable String unit, @Nullable String limit,
			@Nullable String floor, @Nullable String known) {

		static Line of(Limit limit) {
			return new Line(limit.analyte(), null, limit.unit(), limit.limit().toPlainString(),
					limit.floor() ? "yes" : null, "yes");
		}

		public boolean isKnown() {
			return "yes".equals(this.known);
		}

		public boolean isFloor() {
			return "yes".equals(this.floor);
		}

	}

	static ReportForm of(String id, String report, String now, Sampled drawn, List<Limit> limits) {
		List<Line> lines = Stream
			.concat(limits.stream().map(Line::of),
					Stream.generate(() -> new Line(null, null, null, null, null, null)).limit(SPARE_LINES))
			.toList();
		return new ReportForm(id, "check", drawn.sample(), report, now, lines, null, null);
	}

	ReportForm with(@Nullable String hash) {
		return (hash == null) ? this : new ReportForm(this.id, this.step, this.sample, this.report, this.at,
				this.results, this.passed, hash);
	}

	Tested event(Entered entered, String party, Sampled drawn) {
		UUID made = entered.id(this.id);
		OffsetDateTime when = entered.time("at", this.at);
		String number = entered.text("report", this.report);
		List<Result> found = found(entered);
		String conclusion = entered.text("passed", this.passed);
		return new Tested(made, when, party, drawn.lot(), drawn.sample(), number, drawn.at(), found,
				conclusion.equals("yes"), entered.optional(this.documentHash));
	}

	private List<Result> found(Entered entered) {
		List<Result> found = new ArrayList<>();
		for (Line line : Objects.requireNonNullElse(this.results, List.<Line>of())) {
			if (entered.optional(line.value()) != null) {
				BigDecimal limit = (entered.optional(line.limit()) != null) ? entered.number("results", line.limit())
						: null;
				found.add(new Result(entered.text("results", line.analyte()), entered.number("results", line.value()),
						entered.text("results", line.unit()), limit, limit != null && line.isFloor()));
			}
		}
		if (found.isEmpty()) {
			entered.text("results", null);
		}
		return found;
	}

}
