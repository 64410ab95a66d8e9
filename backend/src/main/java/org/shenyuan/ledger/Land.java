package org.shenyuan.ledger;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Registering.CertificateRuled.Standing;
import org.shenyuan.events.Registering.ParcelRegistered;
import org.shenyuan.events.Registering.PlotRegistered;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.geometry.Outline;

/**
 * The part of the {@link Facts} that is land: surveys, the plots on them, and how
 * certificates over them stand.
 */
public final class Land {

	private final Map<String, Survey> surveys = new LinkedHashMap<>();

	private final Map<String, Set<String>> byParcel = new HashMap<>();

	private final Map<String, Set<String>> byCell = new HashMap<>();

	private final Map<String, List<Plot>> plots = new HashMap<>();

	private final Map<String, Map<String, Long>> grounds = new HashMap<>();

	private final Map<String, List<Ruling>> rulings = new HashMap<>();

	private final Set<String> changed = new LinkedHashSet<>();

	/** Beds on a parcel. */
	public record Plot(String id, long bedSquareMetres, @Nullable Outline outline) {
	}

	/** What was said of a certificate, and from when on. */
	public record Ruling(ZonedDateTime at, Standing standing) {
	}

	/** A parcel as it was found last. */
	public Optional<Survey> latest(String parcel) {
		return of(parcel, (survey) -> true);
	}

	/** A parcel with the outline that was drawn last. */
	public Optional<Survey> lastDrawn(String parcel) {
		return of(parcel, (survey) -> survey.outline() != null);
	}

	/** Other parcels of the same round that may lie on the same ground. */
	public List<Survey> around(Outline outline, LandSurvey survey) {
		return outline.cells()
			.stream()
			.flatMap((cell) -> this.byCell.getOrDefault(survey.round() + "/" + cell, Set.of()).stream())
			.distinct()
			.flatMap((id) -> Stream.ofNullable(this.surveys.get(id)))
			.filter((other) -> !other.parcel().equals(survey.parcel()))
			.toList();
	}

	public List<Plot> plotsOn(String parcel) {
		return this.plots.getOrDefault(parcel, List.of());
	}

	/**
	 * Square metres of all parcels on which a base has plots; of a plot that is on none,
	 * its beds.
	 */
	public long ground(String base) {
		return this.grounds.getOrDefault(base, Map.of()).values().stream().mapToLong(Long::longValue).sum();
	}

	/** The last word on a certificate. */
	public Optional<Ruling> standing(String certificate) {
		return this.rulings.getOrDefault(certificate, List.of()).stream().max(Comparator.comparing(Ruling::at));
	}

	private Optional<Survey> of(String parcel, Predicate<Survey> which) {
		return this.byParcel.getOrDefault(parcel, Set.of())
			.stream()
			.flatMap((id) -> Stream.ofNullable(this.surveys.get(id)))
			.filter(which)
			.max(Comparator.comparing(Survey::surveyed).thenComparing(Survey::round));
	}

	void knows(Survey survey) {
		Survey before = this.surveys.put(survey.id(), survey);
		if (before != null) {
			before.cells().forEach((cell) -> this.byCell.getOrDefault(cell, new LinkedHashSet<>()).remove(survey.id()));
		}
		this.byParcel.computeIfAbsent(survey.parcel(), (id) -> new LinkedHashSet<>()).add(survey.id());
		survey.cells()
			.forEach((cell) -> this.byCell.computeIfAbsent(cell, (key) -> new LinkedHashSet<>()).add(survey.id()));
	}

	void knows(String parcel, Plot plot) {
		this.plots.computeIfAbsent(parcel, (id) -> new ArrayList<>()).add(plot);
	}

	void knowsGround(String base, String parcelOrPlot, long squareMetres) {
		this.grounds.computeIfAbsent(base, (id) -> new HashMap<>()).put(parcelOrPlot, squareMetres);
	}

	void knows(String certificate, Ruling ruling) {
		this.rulings.computeIfAbsent(certificate, (id) -> new ArrayList<>()).add(ruling);
	}

	/** Surveys that events at hand made or replaced. */
	Collection<Survey> changed() {
		return this.changed.stream().flatMap((id) -> Stream.ofNullable(this.surveys.get(id))).toList();
	}

	void apply(TraceEvent event, Facts facts) {
		switch (event) {
			case ParcelRegistered parcel -> found(Survey.of(parcel, parcel.county()));
			case LandSurvey survey -> {
				Thing parcel = facts.thing(survey.parcel());
				found(Survey.of(survey, (parcel != null) ? String.valueOf(parcel.text("county")) : ""));
			}
			case PlotRegistered plot -> {
				String parcel = plot.parcel();
				if (parcel != null) {
					knows(parcel,
							new Plot(plot.plot(), plot.bedSquareMetres(), Outline.find(plot.outline()).orElse(null)));
				}
				knowsGround(plot.base(), (parcel != null) ? parcel : plot.plot(), (parcel != null)
						? latest(parcel).map(Survey::squareMetres).orElse(0L) : plot.bedSquareMetres());
			}
			case CertificateRuled ruled ->
				knows(ruled.certificate(), new Ruling(ruled.at().toZonedDateTime(), ruled.standing()));
			default -> {
			}
		}
	}

	private void found(Survey survey) {
		Survey before = this.surveys.get(survey.id());
		if (before == null || !survey.surveyed().isBefore(before.surveyed())) {
			knows(survey);
			this.changed.add(survey.id());
			this.grounds.values()
				.forEach((ground) -> ground.computeIfPresent(survey.parcel(),
						(id, area) -> latest(id).map(Survey::squareMetres).orElse(area)));
		}
	}

}
