package org.shenyuan.trust;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Registering.CertificateRuled.Standing;

/** How an authorisation stands after all that was ruled on it. */
final class Standings {

	private Standings() {
	}

	/**
	 * @return the ruling that stops it at a moment, when one does
	 */
	static Optional<BrandRuled> stopped(Collection<BrandRuled> rulings, OffsetDateTime moment) {
		return rulings.stream()
			.filter((ruling) -> !ruling.at().isAfter(moment))
			.max(Comparator.comparing((BrandRuled ruling) -> ruling.at().toInstant()))
			.filter((ruling) -> ruling.standing() != Standing.REINSTATED);
	}

}
