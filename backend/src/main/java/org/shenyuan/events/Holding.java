package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** A lot, and with it everything made of it, is stopped or set free again. */
public sealed interface Holding extends TraceEvent {

	String lot();

	@Override
	default Effect effect() {
		return Effect.on(lot());
	}

	/** Nothing made of the lot may move or be sold until it is released. */
	record Held(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@NotNull @Text(max = 200) String reason) implements Holding {

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.AUTHORITY, Role.LABORATORY, Role.GROWER, Role.PROCESSOR, Role.TRADER);
		}

	}

	/** The authority or an expert ends a hold, and says why. */
	record Released(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@NotNull @Text(max = 200) String reason) implements Holding {

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.AUTHORITY, Role.EXPERT);
		}

	}

}
