package org.shenyuan.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.shenyuan.graph.Tx;
import org.shenyuan.labels.LabelKeys.Issued;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lasting;
import org.shenyuan.ledger.LogEnd;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.packing.Codes;
import org.shenyuan.rules.Explanations;
import org.shenyuan.rules.FoodWarnings;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
import org.shenyuan.trust.Brands;
import org.shenyuan.vocabulary.Term;
import org.shenyuan.vocabulary.Terms;
import org.springframework.stereotype.Component;

/** Reads what a buyer sees, but for the scans. */
@Component
class GoodsOfRuns {

	private static final int MOST_KEPT = 2000;

	private final Lasting<Goods> lasting;

	private final Lots lots;

	private final Traces traces;

	private final Brands brands;

	private final RuleBook rules;

	private final FoodWarnings warnings;

	private final Explanations explanations;

	private final Terms terms;

	GoodsOfRuns(LogEnd log, Lots lots, Traces traces, Brands brands, RuleBook rules, FoodWarnings warnings,
			Explanations explanations, Terms terms) {
		this.lasting = log.lasting(MOST_KEPT);
		this.lots = lots;
		this.traces = traces;
		this.brands = brands;
		this.rules = rules;
		this.warnings = warnings;
		this.explanations = explanations;
		this.terms = terms;
	}

	/** The goods of a label; none when its run was never issued. */
	Optional<GoodsLabel> of(Issued label) {
		long number = label.number().run();
		return this.lasting.of(number, (tx) -> this.lots.run(number).map((run) -> read(tx, run)))
			.filter((goods) -> Codes.has(goods.run(), label))
			.map((goods) -> new GoodsLabel(goods, label.number().index()));
	}

	private Goods read(Tx tx, LabelRun run) {
		Trace trace = this.traces.of(run.lot()).orElseThrow();
		List<Trace.Recall> recalls = Stream.concat(trace.recalls().stream(), this.traces.recalls(run).stream())
			.sorted(Comparator.comparing(Trace.Recall::since).reversed())
			.toList();
		return new Goods(run, trace,
				View.of(trace, this.terms.find("species", trace.species()).map(Term::latin).orElse(null)),
				this.lots.find(run.lot()).orElseThrow().sorting(), recalls, this.brands.of(run.number()).orElse(null),
				ScanRules.among(this.rules.all(tx)), this.warnings.of(run.id()), this.explanations.signOffs(run.lot()));
	}

}
