package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** What the authority makes of what buyers report. */
public sealed interface Inquiring extends TraceEvent {

	/** How far a case is. */
	enum Progress {

		/** Nobody has looked at it yet. */
		OPEN,
		/** Somebody is looking. */
		LOOKING,
		/** The report was right. */
		CONFIRMED,
		/** It was not. */
		DISMISSED;

		/** Whether it is decided. */
		public boolean isOver() {
			return this == CONFIRMED || this == DISMISSED;
		}

	}

	/**
	 * A case goes on, or is decided; then the contact that the buyer left is forgotten.
	 *
	 * @param file the number of the case
	 * @param reason which the buyer reads, and, once confirmed, everybody who scans the
	 * code
	 */
	record CaseRuled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String file,
			@NotNull Progress progress, @NotNull @Text(max = 200) String reason) implements Inquiring {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.AUTHORITY);
		}

	}

}
