package org.shenyuan.trust;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A laboratory's values against the limits, whatever limits the report itself gives. A
 * report that says “not passed” may exceed them: that is then only noted.
 */
@Configuration(proxyBeanMethods = false)
class LimitRules {

	private static final List<String> KINDS = List.of("residue-limit", "metal-limit", "moisture-limit", "active-floor");

	/** How much of a unit makes one mg/kg. */
	private static final Map<String, BigDecimal> MILLIGRAMS_A_KILOGRAM = Map.of("mg/kg", BigDecimal.ONE, "ppm",
			BigDecimal.ONE, "μg/kg", new BigDecimal("0.001"), "µg/kg", new BigDecimal("0.001"), "ug/kg",
			new BigDecimal("0.001"), "ppb", new BigDecimal("0.001"), "g/kg", new BigDecimal(1000), "%",
			new BigDecimal(10_000), "g/100g", new BigDecimal(10_000), "mg/g", new BigDecimal(1000));

	/**
	 * Rules {@code residue-limit}, {@code metal-limit}, {@code moisture-limit} and
	 * {@code active-floor}, each of a species, an analyte with its other names, and
	 * possibly of one product only.
	 */
	@Bean
	Check laboratoryValues() {
		return (event, facts, judgement) -> {
			Lot lot = (event instanceof Tested test) ? facts.lot(test.lot()) : null;
			if (event instanceof Tested test && lot != null) {
				for (Tested.Result result : test.results()) {
					for (String kind : KINDS) {
						facts.rules(kind, lot.species(), event)
							.stream()
							.filter((rule) -> isAbout(rule, result, lot))
							.forEach((rule) -> weigh(test.passed() ? rule : rule.informing(), result, judgement));
					}
				}
			}
		};
	}

	private static boolean isAbout(Rule rule, Tested.Result result, Lot lot) {
		return isListed(rule.text("analyte"), result.analyte())
				&& (rule.text("product").isEmpty() || isListed(rule.text("product"), lot.product()));
	}

	/** Lists are separated by a bar: {@code Pb|铅|lead}. */
	static boolean isListed(String names, String name) {
		return List.of(names.split("\\|", -1)).stream().anyMatch((one) -> one.strip().equalsIgnoreCase(name.strip()));
	}

	private static void weigh(Rule rule, Tested.Result result, Judgement judgement) {
		BigDecimal value = convert(result.value(), result.unit(), rule.text("unit"));
		if (value == null) {
			judgement.refuse("test.unit", "results", "analyte", result.analyte(), "unit", result.unit(), "expected",
					rule.text("unit"));
			return;
		}
		if (rule.numbers().containsKey("least")) {
			BigDecimal least = rule.number("least");
			judgement.weigh(rule, value.compareTo(least) >= 0, "test.floor", "results", "analyte", result.analyte(),
					"value", value, "unit", rule.text("unit"), "least", least);
		}
		else {
			BigDecimal most = rule.number("most");
			judgement.weigh(rule, value.compareTo(most) <= 0, "test.limit", "results", "analyte", result.analyte(),
					"value", value, "unit", rule.text("unit"), "most", most);
		}
	}

	/** Null when one of the units is not known. */
	private static @Nullable BigDecimal convert(BigDecimal value, String from, String to) {
		if (from.strip().equals(to)) {
			return value;
		}
		BigDecimal one = MILLIGRAMS_A_KILOGRAM.get(from.strip());
		BigDecimal other = MILLIGRAMS_A_KILOGRAM.get(to);
		return (one == null || other == null) ? null
				: new BigDecimal(value.multiply(one).divide(other).stripTrailingZeros().toPlainString());
	}

}
