package org.shenyuan.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Sorting;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.labels.LabelText;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Mass;
import org.shenyuan.paper.PrintSetup;
import org.shenyuan.rules.FoodWarnings;
import org.shenyuan.trace.Age;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
import org.shenyuan.vocabulary.Term;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run's labels say beside their symbol. It is worked out once from the lot's own
 * history, in every language, and kept with the run: the same run says the same for ever.
 */
@Component
class Wording {

	private static final Cypher FREEZE = Cypher.of("""
			MATCH (r:Run {id: $run})
			SET r.wording = coalesce(r.wording, $wording)
			RETURN r.wording AS wording
			""");

	private static final Cypher FROZEN = Cypher.of("""
			MATCH (r:Run {id: $run})
			OPTIONAL MATCH (r)-[:UNDER]->(a:Authorisation)
			RETURN r.wording AS wording, a.brand AS brand
			""");

	private static final Cypher MARKET = Cypher.of("""
			MATCH (r:Run {id: $run})
			RETURN r.market AS market
			""");

	private final Graph graph;

	private final Lots lots;

	private final Traces traces;

	private final Terms terms;

	private final FoodWarnings warnings;

	private final MessageSource messages;

	private final JsonMapper json;

	private final boolean demonstration;

	Wording(Graph graph, Lots lots, Traces traces, Terms terms, FoodWarnings warnings, MessageSource messages,
			JsonMapper json, @Value("${shenyuan.demonstration:false}") boolean demonstration) {
		this.graph = graph;
		this.lots = lots;
		this.traces = traces;
		this.terms = terms;
		this.warnings = warnings;
		this.messages = messages;
		this.json = json;
		this.demonstration = demonstration;
	}

	private record Frozen(@Nullable String wording, @Nullable String brand) {
	}

	/** In one of {@link PrintSetup#LANGUAGES}. */
	LabelText of(LabelRun run, Locale language) {
		Frozen frozen = this.graph
			.read((tx) -> tx.one(FROZEN, Map.of("run", run.id()),
					(row) -> new Frozen(row.get("wording").asString(null), row.get("brand").asString(null))))
			.orElseThrow();
		String wording = (frozen.wording() != null) ? frozen.wording() : freeze(run, frozen.brand());
		Map<String, LabelText> texts = this.json.readValue(wording, new TypeReference<>() {
		});
		return Objects.requireNonNull(texts.get(language.getLanguage()));
	}

	/** In which language labels are unless somebody chooses: that of their market. */
	String language(LabelRun run) {
		String market = this.graph
			.read((tx) -> tx.one(MARKET, Map.of("run", run.id()),
					(row) -> this.terms.market(row.get("market").asString(null))))
			.orElseThrow();
		return this.terms.find("market", market)
			.map(Term::language)
			.orElse(PrintSetup.LANGUAGES.getFirst().getLanguage());
	}

	private String freeze(LabelRun run, @Nullable String brand) {
		var texts = new TreeMap<String, LabelText>();
		Trace trace = this.traces.of(run.lot()).orElseThrow();
		PrintSetup.LANGUAGES
			.forEach((language) -> texts.put(language.getLanguage(), compose(run, trace, brand, language)));
		String wording = this.json.writeValueAsString(texts);
		return this.graph
			.write((tx) -> tx.one(FREEZE, Map.of("run", run.id(), "wording", wording),
					(row) -> row.get("wording").asString()))
			.orElseThrow();
	}

	private LabelText compose(LabelRun run, Trace trace, @Nullable String brand, Locale language) {
		var lines = new ArrayList<Line>();
		lines.add(new Line(Style.TITLE, this.terms.word("product", trace.product(), language)));
		lines.add(new Line(Style.SUBTITLE, say("label.net", language, new Mass(run.unitGrams()).label())));
		lines.add(new Line(Style.BODY, sorting(run, language)));
		lines.add(new Line(Style.BODY, this.terms.species(trace.species(), language)));
		Trace.Source source = onlyBase(trace);
		lines.add(new Line(Style.BODY,
				(source != null)
						? source.name() + " · " + this.terms.word("county", String.valueOf(source.county()), language)
						: say("label.blend", language, trace.sources().size(),
								trace.traced().stripTrailingZeros().toPlainString())));
		lines.add(new Line(Style.BODY, harvest(trace, language)));
		if (source != null) {
			source.certificates()
				.stream()
				.filter(Trace.Paper::atHarvest)
				.findFirst()
				.ifPresent((paper) -> lines.add(new Line(Style.MARK,
						this.terms.word("certificateKind", paper.kind(), language) + " " + paper.number())));
		}
		if (brand != null) {
			lines.add(new Line(Style.MARK, this.terms.word("brand", brand, language)));
		}
		lines.add(new Line(Style.NOTICE,
				this.warnings.of(run.id())
					.stream()
					.map((rule) -> FoodWarnings.words(rule, language))
					.collect(Collectors.joining(" "))));
		return new LabelText(lines, say("label.invitation", language), this.demonstration);
	}

	/** The base that everything in the pack comes from, if there is one. */
	private static Trace.@Nullable Source onlyBase(Trace trace) {
		Trace.Source first = trace.sources().isEmpty() ? null : trace.sources().getFirst();
		return (trace.sources().size() == 1 && first != null && first.base() != null) ? first : null;
	}

	/** Grade and count, as the packer says; blank when nothing was said. */
	private String sorting(LabelRun run, Locale language) {
		Sorting sorting = this.lots.find(run.lot()).orElseThrow().sorting();
		String grade = (sorting.grade() != null) ? this.terms.word("grade", sorting.grade(), language) : "";
		String pieces = (sorting.pieces() != null) ? say("label.pieces", language, sorting.pieces()) : "";
		return Stream.of(grade, pieces).filter((text) -> !text.isEmpty()).collect(Collectors.joining(" · "));
	}

	private String harvest(Trace trace, Locale language) {
		Age age = trace.age();
		if (age == null || age.youngest() == null) {
			return "";
		}
		String years = age.youngest().equals(age.oldest()) ? String.valueOf(age.youngest())
				: age.youngest() + "–" + age.oldest();
		return say("label.age", language, years) + trace.sources()
			.stream()
			.map(Trace.Source::lastHarvest)
			.max(Comparator.naturalOrder())
			.map((month) -> " · " + say("label.harvested", language, String.valueOf(month.getYear()),
					String.valueOf(month.getMonthValue())))
			.orElse("");
	}

	private String say(String key, Locale language, Object... values) {
		return this.messages.getMessage(key, values, language);
	}

}
