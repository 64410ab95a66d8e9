package org.shenyuan.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Documenting.ConformityDeclared;
import org.shenyuan.ledger.Conformity;
import org.shenyuan.ledger.Conformity.Source;
import org.shenyuan.trace.Trace.Declaration;
import org.shenyuan.trace.Trace.Promise;
import org.shenyuan.trace.Trace.PromiseStanding;

/** Says how a lot stands with its certificate of conformity. */
final class Promises {

	private Promises() {
	}

	/** Null for a product that no rule {@code conformity-duty} speaks of. */
	static @Nullable Promise of(Family family, LocalDate today) {
		String product = family.lot().product();
		if (family.rulesOn(today, "conformity-duty").stream().noneMatch((rule) -> rule.subject().equals(product))) {
			return null;
		}
		Conformity conformity = Conformities.of(family);
		Map<String, ConformityDeclared> declared = Conformities.declared(family);
		List<Declaration> declarations = conformity.sources()
			.stream()
			.map(Source::lot)
			.filter(declared::containsKey)
			.map(declared::get)
			.map((promise) -> new Declaration(promise.number(), promise.lot(),
					family.parties().getOrDefault(promise.by(), promise.by()), promise.method(),
					promise.at().toLocalDate()))
			.toList();
		return new Promise(standing(conformity, declarations), declarations, conformity.lots());
	}

	private static PromiseStanding standing(Conformity conformity, List<Declaration> declarations) {
		if (conformity.isMixed() && !declarations.isEmpty()) {
			return PromiseStanding.VOID;
		}
		return conformity.undeclared().isEmpty() ? PromiseStanding.VALID : PromiseStanding.NONE;
	}

}
