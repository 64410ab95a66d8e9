package org.shenyuan.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.labels.DigitalLink;
import org.shenyuan.labels.Gtin;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelNumber;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.LabelText;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Mass;
import org.shenyuan.rules.FoodWarnings;
import org.shenyuan.trace.Age;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints runs. What is printed is worked out once, from the lot's own history, and kept
 * with the run: the same run gives the same bytes for ever.
 */
@Component
public class Sheets {

	private static final Cypher FREEZE = Cypher.of("""
			MATCH (r:Run {id: $run})
			SET r.text = coalesce(r.text, $text)
			RETURN r.text AS text
			""");

	private static final Cypher TEXT = Cypher.of("""
			MATCH (r:Run {id: $run})
			RETURN r.text AS text
			""");

	private final Graph graph;

	private final Lots lots;

	private final Traces traces;

	private final Terms terms;

	private final LabelKeys keys;

	private final Typeface typeface;

	private final FoodWarnings warnings;

	private final JsonMapper json;

	private final String address;

	private final boolean demonstration;

	Sheets(Graph graph, Lots lots, Traces traces, Terms terms, LabelKeys keys, Typeface typeface, FoodWarnings warnings,
			JsonMapper json, @Value("${shenyuan.address}") String address,
			@Value("${shenyuan.demonstration:false}") boolean demonstration) {
		this.graph = graph;
		this.lots = lots;
		this.traces = traces;
		this.terms = terms;
		this.keys = keys;
		this.typeface = typeface;
		this.warnings = warnings;
		this.json = json;
		this.address = address;
		this.demonstration = demonstration;
	}

	/** The code of one label of a run, counted from 1. */
	public LabelCode code(LabelRun run, long label) {
		return this.keys.encode((int) run.keyVersion(), new LabelNumber((int) run.number(), (int) label));
	}

	/** What the symbol of one label says. */
	public String link(LabelRun run, long label, @Nullable String gtin) {
		return DigitalLink.of(this.address, (gtin != null) ? new Gtin(gtin) : null, code(run, label));
	}

	/**
	 * Writes labels {@code first} to {@code last} of a run as PDF.
	 * @param firstCell where to begin on a sheet that was used before, from 1
	 */
	public void write(LabelRun run, int first, int last, int firstCell, OutputStream out) throws IOException {
		Lot lot = this.lots.find(run.lot()).orElseThrow();
		LabelSheet sheet = new LabelSheet(Stock.A4_3X7, text(run), this.typeface);
		sheet.write(first, last, firstCell,
				(label) -> new LabelSheet.Label(link(run, label, lot.gtin()), code(run, label)), out);
	}

	private LabelText text(LabelRun run) {
		String kept = this.graph
			.read((tx) -> tx.one(TEXT, Map.of("run", run.id()), (row) -> row.get("text").asString("")))
			.orElse("");
		if (kept.isEmpty()) {
			String text = this.json.writeValueAsString(compose(run));
			kept = this.graph.write(
					(tx) -> tx.one(FREEZE, Map.of("run", run.id(), "text", text), (row) -> row.get("text").asString()))
				.orElseThrow();
		}
		return this.json.readValue(kept, LabelText.class);
	}

	private LabelText compose(LabelRun run) {
		Trace trace = this.traces.of(run.lot()).orElseThrow();
		Locale chinese = Locale.CHINESE;
		String product = this.terms.word("product", trace.product(), chinese);
		String species = this.terms.word("species", trace.species(), chinese);
		String origin = "";
		String harvest = "";
		String certificate = "";
		if (trace.sources().size() == 1 && trace.sources().getFirst().base() != null) {
			Trace.Source source = trace.sources().getFirst();
			origin = source.name() + " · " + this.terms.word("county", String.valueOf(source.county()), chinese);
			certificate = source.certificates()
				.stream()
				.filter(Trace.Paper::atHarvest)
				.findFirst()
				.map((paper) -> this.terms.word("certificateKind", paper.kind(), chinese) + " " + paper.number())
				.orElse("");
		}
		else {
			origin = String.format(Locale.ROOT, "混合来源 %d 处 · 溯源比例 %s%%", trace.sources().size(),
					trace.traced().stripTrailingZeros().toPlainString());
		}
		Age age = trace.age();
		if (age != null && age.youngest() != null) {
			String years = age.youngest().equals(age.oldest()) ? age.youngest() + "年生"
					: age.youngest() + "–" + age.oldest() + "年生";
			harvest = years + trace.sources()
				.stream()
				.map(Trace.Source::lastHarvest)
				.max(Comparator.naturalOrder())
				.map((month) -> String.format(Locale.ROOT, " · %d年%d月采收", month.getYear(), month.getMonthValue()))
				.orElse("");
		}
		String warning = this.warnings.of(run.id())
			.stream()
			.map((rule) -> FoodWarnings.words(rule, chinese))
			.collect(Collectors.joining(" "));
		return new LabelText(product, species + " · 净含量 " + new Mass(run.unitGrams()).label(), origin, harvest,
				certificate, warning, this.demonstration);
	}

}
