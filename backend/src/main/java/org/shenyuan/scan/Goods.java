package org.shenyuan.scan;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Sorting;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Rule;
import org.shenyuan.rules.Explanation.SignOff;
import org.shenyuan.trace.Trace;
import org.shenyuan.trust.Brands;

/**
 * What all labels of a run have in common.
 *
 * @param recalls that the goods or the run are under, the latest first
 * @param brand the regional brand that the run carries, when it carries one
 * @param scans the rules about scans, whenever in force
 * @param warnings the rules whose words the labels carry as food
 * @param signOffs of all that went into the goods
 */
record Goods(LabelRun run, Trace trace, View view, Sorting sorting, List<Trace.Recall> recalls,
		Brands.@Nullable Mark brand, List<Rule> scans, List<Rule> warnings, List<SignOff> signOffs) {

}
