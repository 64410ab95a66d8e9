package org.shenyuan.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.trace.Family.Base;
import org.shenyuan.trace.Family.Certificate;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Place;
import org.shenyuan.trace.Family.Step;
import org.shenyuan.trace.Trace.Paper;
import org.shenyuan.trace.Trace.Report;
import org.shenyuan.trace.Trace.Source;
import org.shenyuan.trace.Trace.Stop;

/** Says what follows from a family. Knows neither the database nor the web. */
final class Tracing {

	private static final String OUTSIDE = "";

	private final Family family;

	private final Shares shares;

	private final LocalDate today;

	private Tracing(Family family, LocalDate today) {
		this.family = family;
		this.shares = Shares.of(family);
		this.today = today;
	}

	static Trace of(Family family, LocalDate today) {
		return new Tracing(family, today).trace();
	}

	private Trace trace() {
		Member lot = this.family.lot();
		List<Source> sources = sources();
		BigDecimal traced = sources.stream()
			.filter((source) -> source.base() != null)
			.map(Source::share)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Trace(lot.id(), lot.kind(), lot.product(), lot.species(), lot.grams(), lot.unitGrams(),
				Ages.of(this.family), sources, traced, SeedSources.of(this.family, this.shares, this.today), journey(),
				reports(), this.family.lots().values().stream().filter(Member::held).map(Member::id).sorted().toList(),
				recalls(), TracedClaims.of(this.family).certified(), Promises.of(this.family, this.today),
				Completeness.of(this.family, this.today), this.family.lots().size());
	}

	/** Every base that roots were dug on, and the outside, by share. */
	private List<Source> sources() {
		Map<String, List<Member>> byBase = new LinkedHashMap<>();
		for (Member lot : this.family.lots().values()) {
			Step maker = this.family.makerOf(lot);
			if (maker.isHarvest()) {
				Place place = this.family.placeOf(maker);
				Base base = (place != null) ? place.base() : null;
				byBase.computeIfAbsent((base != null) ? base.id() : OUTSIDE, (key) -> new ArrayList<>()).add(lot);
			}
			else if (maker.kind().equals("purchased")) {
				byBase.computeIfAbsent(OUTSIDE, (key) -> new ArrayList<>()).add(lot);
			}
		}
		return byBase.values()
			.stream()
			.map(this::source)
			.filter((source) -> source.share().signum() > 0)
			.sorted(Comparator.comparing(Source::share).reversed())
			.toList();
	}

	private Source source(List<Member> lots) {
		List<Step> makers = lots.stream().map(this.family::makerOf).distinct().toList();
		long parts = lots.stream().mapToLong((lot) -> this.shares.of(lot.id())).sum();
		Place place = this.family.placeOf(makers.getFirst());
		Base base = (place != null && makers.getFirst().isHarvest()) ? place.base() : null;
		List<LocalDate> days = makers.stream().map((step) -> step.at().toLocalDate()).sorted().toList();
		return new Source(Shares.percent(parts), (base != null) ? base.id() : null, (base != null) ? base.name() : null,
				(base != null) ? base.nameLatin() : null, (base != null) ? base.county() : null,
				(base != null) ? base.town() : null, (place != null) ? place.cultivation() : null,
				(int) makers.stream().map(Step::place).distinct().count(), makers.size(),
				YearMonth.from(days.getFirst()), YearMonth.from(days.getLast()),
				(base != null) ? papers(base, days) : List.of());
	}

	private List<Paper> papers(Base base, List<LocalDate> days) {
		return base.certificates()
			.stream()
			.filter((paper) -> paper.species().equals(this.family.lot().species()))
			.sorted(Comparator.comparing(Certificate::validFrom))
			.map((paper) -> new Paper(paper.number(), paper.kind(), paper.level(), paper.validFrom(), paper.validTo(),
					days.stream().allMatch(paper::isValidOn), paper.isValidOn(this.today)))
			.toList();
	}

	/**
	 * The events in the order in which they happened; those that only move goods are left
	 * out.
	 */
	private List<Stop> journey() {
		Map<List<@Nullable String>, List<Step>> stops = new LinkedHashMap<>();
		this.family.events()
			.values()
			.stream()
			.filter((step) -> !List.of("shipped", "received", "regrouped").contains(step.kind()))
			.sorted(Comparator.comparing(Step::at))
			.forEach((step) -> stops.computeIfAbsent(key(step), (key) -> new ArrayList<>()).add(step));
		return stops.values().stream().map(this::stop).toList();
	}

	private List<@Nullable String> key(Step step) {
		return Arrays.asList(step.kind(), step.process(), where(step));
	}

	private Stop stop(List<Step> steps) {
		Step first = steps.getFirst();
		ZonedDateTime last = steps.getLast().at();
		boolean named = first.process() != null || first.kind().equals("packed");
		return new Stop(first.kind(), first.process(), YearMonth.from(first.at()), YearMonth.from(last), where(first),
				named ? this.family.parties().get(first.by()) : null, steps.size());
	}

	/** A base, not a plot: the exact place of a bed is nobody else's business. */
	private @Nullable String where(Step step) {
		Place place = this.family.placeOf(step);
		return (place == null) ? null : (place.base() != null) ? place.base().name() : place.name();
	}

	private List<Report> reports() {
		return this.family.observations()
			.stream()
			.filter((seen) -> seen.kind().equals("tested"))
			.map((seen) -> (EventJson.read(seen.content()) instanceof Tested test)
					? new Report(test.report(), this.family.parties().getOrDefault(seen.by(), seen.by()), seen.lot(),
							test.sampled(), test.passed(), test.results())
					: null)
			.filter(Objects::nonNull)
			.toList();
	}

	private List<Trace.Recall> recalls() {
		return this.family.recalls()
			.stream()
			.map(EventJson::read)
			.filter(Recalled.class::isInstance)
			.map(Recalled.class::cast)
			.map(Trace.Recall::of)
			.toList();
	}

}
