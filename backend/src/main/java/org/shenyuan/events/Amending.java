package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;

/** What was recorded stays; a difference or a mistake is one more event. */
public sealed interface Amending extends TraceEvent {

	/**
	 * Whether events of a kind can be taken back; what else was wrong is followed by what
	 * is right.
	 */
	static boolean canTakeBack(Class<? extends TraceEvent> kind) {
		return Stream.of(Growing.class, Trading.class, Making.class, Testing.class, Documenting.class, Adjusted.class)
			.anyMatch((group) -> group.isAssignableFrom(kind));
	}

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.GROWER, Role.PROCESSOR, Role.TRADER, Role.LABORATORY, Role.AUTHORITY);
	}

	/**
	 * Mass that is gone: spoiled, eaten by mice, taken as samples, destroyed. An
	 * adjustment only takes away; goods that turn up are bought outside
	 * ({@link Trading.Purchased}).
	 *
	 * @param cause a word of the vocabulary, {@code loss}
	 */
	record Adjusted(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@Grams long lostGrams, @Code @Nullable String cause,
			@NotNull @Text(max = 200) String reason) implements Amending {

		@Override
		public Effect effect() {
			return Effect.taking(List.of(new Portion(this.lot, this.lostGrams))).losing(this.lostGrams);
		}

	}

	/**
	 * An earlier event was recorded in error (the EPCIS {@code errorDeclaration}): its
	 * effect is taken back and it stays readable.
	 *
	 * @param replacedBy the events that say how it really was
	 */
	record Corrected(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull UUID event,
			@NotNull @Text(max = 200) String reason,
			@Size(max = 20) @Nullable List<@NotNull UUID> replacedBy) implements Amending {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

}
