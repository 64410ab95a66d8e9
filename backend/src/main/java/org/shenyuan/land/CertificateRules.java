package org.shenyuan.land;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.shenyuan.events.Registering.CertificateRegistered;
import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Registering.CertificateRuled.Standing;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Land.Ruling;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A certificate ends after it begins, covers ground that is there, and is ruled in order.
 */
@Configuration(proxyBeanMethods = false)
class CertificateRules {

	@Bean
	Check certificatePeriod() {
		return (event, facts, refusals) -> {
			if (event instanceof CertificateRegistered paper && paper.validTo().isBefore(paper.validFrom())) {
				refusals.refuse("certificate.period", "validTo", "from", paper.validFrom().toString(), "to",
						paper.validTo().toString());
			}
		};
	}

	/** Rule {@code certified-area}: what is certified against the land of the base. */
	@Bean
	Check certifiedArea() {
		return (event, facts, judgement) -> {
			if (event instanceof CertificateRegistered paper) {
				long ground = facts.land().ground(paper.base());
				for (Rule rule : facts.rules("certified-area", "ANY", event)) {
					BigDecimal most = rule.number("mostPercent");
					BigDecimal certified = BigDecimal.valueOf(paper.squareMetres() * 100);
					judgement.weigh(rule, certified.compareTo(most.multiply(BigDecimal.valueOf(ground))) <= 0,
							"certificate.area", "squareMetres", "certified", paper.squareMetres(), "ground", ground,
							"base", paper.base(), "most", most);
				}
			}
		};
	}

	/**
	 * Not before it was issued, not before the last word, and never after it was revoked.
	 */
	@Bean
	Check certificateRuling() {
		return (event, facts, refusals) -> {
			if (!(event instanceof CertificateRuled ruled)) {
				return;
			}
			Thing paper = facts.thing(ruled.certificate());
			ZonedDateTime at = ruled.at().toZonedDateTime();
			if (paper != null && paper.properties().get("issued") instanceof ZonedDateTime issued
					&& at.isBefore(issued)) {
				refusals.refuse("ruling.before", "at", "certificate", ruled.certificate(), "issued",
						issued.toLocalDate().toString(), "at", at.toLocalDate().toString());
			}
			Optional<Ruling> last = facts.land().standing(ruled.certificate());
			Standing standing = last.map(Ruling::standing).orElse(Standing.REINSTATED);
			if (last.isPresent() && at.isBefore(last.get().at())) {
				refusals.refuse("ruling.order", "at", "certificate", ruled.certificate(), "last",
						last.get().at().toLocalDate().toString(), "at", at.toLocalDate().toString());
			}
			else if (standing == Standing.REVOKED) {
				refusals.refuse("ruling.revoked", "standing", "certificate", ruled.certificate());
			}
			else if (standing == ruled.standing()) {
				refusals.refuse("ruling.same", "standing", "certificate", ruled.certificate(), "standing", standing);
			}
		};
	}

}
