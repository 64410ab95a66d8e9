package org.shenyuan.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Traces by lot. */
@Component
public class Traces {

	private final Families families;

	private final Clock clock;

	private final ZoneId zone;

	Traces(Families families, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.families = families;
		this.clock = clock;
		this.zone = zone;
	}

	public Optional<Trace> of(String lot) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return this.families.of(lot).map((family) -> Tracing.of(family, today));
	}

}
