package org.shenyuan.trust;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.shenyuan.events.Branding.BrandAuthorised;
import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Claims;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mark of the region: only by whom, on what and on as much as is authorised. */
@Configuration(proxyBeanMethods = false)
class BrandRules {

	@Bean
	Check authorisations() {
		return (event, facts, judgement) -> {
			if (event instanceof BrandAuthorised given && given.validTo().isBefore(given.validFrom())) {
				judgement.refuse("certificate.period", "validTo", "from", given.validFrom().toString(), "to",
						given.validTo().toString());
			}
		};
	}

	@Bean
	Check brand() {
		return (event, facts, judgement) -> {
			if (!(event instanceof LabelsIssued issued) || issued.claims() == null || issued.claims().brand() == null) {
				return;
			}
			Thing authorisation = facts.thing(issued.claims().brand());
			if (authorisation == null || !authorisation.is("Authorisation")) {
				judgement.refuse("unknown.authorisation", "claims.brand", "id", issued.claims().brand());
				return;
			}
			Lot lot = facts.lot(issued.lot());
			Claims claims = facts.claims(issued.lot());
			terms(issued, authorisation, facts, judgement);
			if (lot != null && claims != null) {
				goods(issued, authorisation, lot, facts, judgement);
				conditions(issued, authorisation, claims, facts, judgement);
			}
		};
	}

	/** Whose it is, and whether it stands: on the day of the event, and today. */
	private static void terms(LabelsIssued issued, Thing authorisation, Facts facts, Judgement judgement) {
		String number = authorisation.id();
		if (!authorisation.isLinked("AUTHORISES", issued.by())) {
			judgement.refuse("brand.party", "claims.brand", "authorisation", number, "party", issued.by());
		}
		LocalDate day = issued.at().toLocalDate();
		if (day.isBefore(authorisation.day("validFrom")) || day.isAfter(authorisation.day("validTo"))) {
			judgement.refuse("brand.period", "at", "authorisation", number, "from",
					authorisation.day("validFrom").toString(), "to", authorisation.day("validTo").toString(), "day",
					day.toString());
		}
		List<BrandRuled> rulings = facts.rulings(number)
			.stream()
			.filter(BrandRuled.class::isInstance)
			.map(BrandRuled.class::cast)
			.toList();
		// A run is not dated back to before the suspension: what is stopped now prints
		// nothing now.
		Standings.stopped(rulings, issued.at())
			.or(() -> Standings.stopped(rulings, facts.now().atOffset(issued.at().getOffset())))
			.ifPresent((ruled) -> judgement.refuse("brand.stopped", "claims.brand", "authorisation", number, "day",
					ruled.at().toLocalDate().toString(), "reason", ruled.reason()));
	}

	private static void goods(LabelsIssued issued, Thing authorisation, Lot lot, Facts facts, Judgement judgement) {
		if (!authorisation.words("products").contains(lot.product())) {
			judgement.refuse("brand.product", "claims.brand", "authorisation", authorisation.id(), "products",
					authorisation.words("products"), "product", lot.product());
		}
		long quota = authorisation.number("quotaGrams");
		long used = facts.branded(authorisation.id());
		long asked = Math.multiplyExact(issued.count(), lot.unitGrams());
		if (used + asked > quota) {
			judgement.refuse("brand.quota", "count", "authorisation", authorisation.id(), "quota", new Mass(quota),
					"used", new Mass(used), "asked", new Mass(asked));
		}
	}

	/** Rules {@code brand-species}, {@code brand-county} and {@code brand-certified}. */
	private static void conditions(LabelsIssued issued, Thing authorisation, Claims claims, Facts facts,
			Judgement judgement) {
		String brand = String.valueOf(authorisation.text("brand"));
		for (Rule rule : facts.rules("brand-species", brand, issued)) {
			String needed = rule.text("species");
			judgement.weigh(rule, needed.equals(claims.species()), "brand.species", "claims.brand", "species",
					claims.species(), "needed", needed);
		}
		List<String> outside = claims.counties()
			.stream()
			.filter((county) -> facts.rules("gi-county", county, issued).isEmpty())
			.toList();
		for (Rule rule : facts.rules("brand-county", brand, issued)) {
			BigDecimal least = rule.number("leastTracedPercent");
			boolean within = outside.isEmpty() && claims.traced().compareTo(least) >= 0;
			judgement.weigh(rule, within, "brand.county", "claims.brand", "outside", outside.isEmpty() ? "–" : outside,
					"traced", claims.traced(), "least", least);
		}
		for (Rule rule : facts.rules("brand-certified", brand, issued)) {
			BigDecimal least = rule.number("leastPercent");
			judgement.weigh(rule, claims.certified().compareTo(least) >= 0, "brand.certified", "claims.brand",
					"certified", claims.certified(), "least", least);
		}
	}

}
