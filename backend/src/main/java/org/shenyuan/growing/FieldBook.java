package org.shenyuan.growing;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Evidence;
import org.shenyuan.events.Growing;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.SeedRegistered;
import org.shenyuan.events.Growing.SeedlingsLifted;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.Growing.Transplanted;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Sentences;
import org.springframework.stereotype.Component;

/** What was done on the plots that a party runs, as an inspector reads it. */
@Component
class FieldBook {

	private static final Cypher YEARS = Cypher.of("""
			MATCH (:Thing {id: $party})<-[:RUN_BY]-(:Plot)<-[:AT]-(e:Event)
			WHERE e.kind IN $kinds
			RETURN DISTINCT e.at.year AS year
			ORDER BY year DESC
			""");

	private static final Cypher LINES = Cypher.of("""
			MATCH (:Thing {id: $party})<-[:RUN_BY]-(p:Plot)<-[:AT]-(e:Event)
			WHERE e.kind IN $kinds AND e.at.year = $year
			RETURN p.id AS plot, p.name AS name, p.bedSquareMetres AS squareMetres, e.content AS content,
			       e.author AS author, e.recorded AS recorded, coalesce(e.corrected, false) AS corrected
			ORDER BY name, plot, e.at
			""");

	private static final List<String> KINDS = List.of("sown", "seedlingsLifted", "transplanted", "fieldWorked",
			"harvested");

	private final Graph graph;

	private final Terms terms;

	private final Sentences sentences;

	FieldBook(Graph graph, Terms terms, Sentences sentences) {
		this.graph = graph;
		this.terms = terms;
		this.sentences = sentences;
	}

	/** One plot with its lines, in order of time. */
	record Sheet(String plot, String name, long squareMetres, List<Line> lines) {

		/** 1 亩 = 2000/3 m². */
		public double mu() {
			return this.squareMetres * 3 / 2000.0;
		}

	}

	/**
	 * One thing that was done.
	 *
	 * @param details message keys of fields, and what was written there
	 * @param days between doing and recording
	 * @param corrected whether a later event took it back
	 */
	record Line(OffsetDateTime at, String kind, String stand, Map<String, String> details, String author,
			ZonedDateTime recorded, long days, int photos, boolean place, boolean corrected) {
	}

	private record Row(String plot, String name, long squareMetres, Line line) {
	}

	/** Years in which anything was done, the latest first. */
	List<Integer> years(String party) {
		return this.graph
			.read((tx) -> tx.list(YEARS, Map.of("party", party, "kinds", KINDS), (row) -> row.get("year").asInt()));
	}

	List<Sheet> sheets(String party, int year) {
		var sheets = new LinkedHashMap<String, List<Row>>();
		// Read first, said then: the reader's language is that of this thread.
		this.graph.read((tx) -> tx.list(LINES, Map.of("party", party, "kinds", KINDS, "year", year), (row) -> row))
			.stream()
			.map(this::row)
			.forEach((row) -> sheets.computeIfAbsent(row.plot(), (plot) -> new ArrayList<>()).add(row));
		return sheets.values()
			.stream()
			.map((rows) -> new Sheet(rows.getFirst().plot(), rows.getFirst().name(), rows.getFirst().squareMetres(),
					rows.stream().map(Row::line).toList()))
			.toList();
	}

	private Row row(Record row) {
		Growing event = (Growing) EventJson.read(row.get("content").asString());
		ZonedDateTime recorded = row.get("recorded").asZonedDateTime();
		Evidence evidence = event.evidence();
		List<String> photos = (evidence != null) ? evidence.photos() : null;
		Line line = new Line(event.at(), event.kind(), stand(event), details(event), row.get("author").asString(),
				recorded, Duration.between(event.at(), recorded).toDays(), (photos != null) ? photos.size() : 0,
				evidence != null && evidence.position() != null, row.get("corrected").asBoolean());
		return new Row(row.get("plot").asString(), row.get("name").asString(), row.get("squareMetres").asLong(0), line);
	}

	private static String stand(Growing event) {
		return switch (event) {
			case Sown sown -> sown.stand();
			case SeedlingsLifted lifted -> lifted.stand();
			case Transplanted moved -> moved.stand();
			case FieldWorked work -> work.stand();
			case Harvested dug -> dug.stand();
			case SeedRegistered seed -> seed.lot();
		};
	}

	/** In the words of the form in which it was typed. */
	private Map<String, String> details(Growing event) {
		var details = new LinkedHashMap<String, @Nullable String>();
		switch (event) {
			case Sown sown -> {
				details.put("field.seed", portions(sown.seed()));
				details.put("field.area", area(sown.squareMetres()));
			}
			case SeedlingsLifted lifted -> {
				details.put("form.lot", lifted.lot());
				details.put("field.grams", this.sentences.kilograms(lifted.grams()));
				details.put("field.plants", count(lifted.plants()));
			}
			case Transplanted moved -> {
				details.put("field.seedlings", portions(moved.seedlings()));
				details.put("field.plants", count(moved.plants()));
				details.put("field.area", area(moved.squareMetres()));
			}
			case FieldWorked work -> {
				details.put("field.work", this.terms.word("work", work.work()));
				details.put("field.product", work.product());
				details.put("field.ingredient", work.activeIngredient());
				details.put("field.dose", work.dose());
			}
			case Harvested dug -> {
				details.put("form.lot", dug.lot());
				details.put("harvest.gross", this.sentences.kilograms(dug.grossGrams()));
				details.put("harvest.soil", this.sentences.kilograms(dug.soilGrams()));
				details.put("harvest.crates", count(dug.crates()));
				details.put("harvest.witness", dug.witness());
			}
			case SeedRegistered seed -> details.put("field.grams", this.sentences.kilograms(seed.grams()));
		}
		var written = new LinkedHashMap<String, String>();
		details.forEach((field, value) -> {
			if (value != null) {
				written.put(field, value);
			}
		});
		return written;
	}

	private String portions(List<Portion> portions) {
		return portions.stream()
			.map((portion) -> portion.lot() + " " + this.sentences.kilograms(portion.grams()))
			.collect(Collectors.joining(", "));
	}

	private static @Nullable String area(@Nullable Long squareMetres) {
		return (squareMetres == null) ? null : squareMetres + " m²";
	}

	private static @Nullable String count(long number) {
		return (number == 0) ? null : String.valueOf(number);
	}

}
