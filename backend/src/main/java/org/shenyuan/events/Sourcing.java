package org.shenyuan.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The seed-source registry: what was collected, and what experts say of what came of it.
 */
public sealed interface Sourcing extends TraceEvent {

	/**
	 * A sample of living germplasm enters the registry.
	 *
	 * @param number under which the germplasm is kept
	 * @param collected the day on which it was taken, {@code collector} by whom
	 * @param county and {@code town} where it was taken
	 */
	record AccessionRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String accession, @NotNull @Text(max = 40) String number, @NotNull @Text String name,
			@NotNull @Code String species, @NotNull @Code String county, @Text @Nullable String town,
			@NotNull LocalDate collected, @NotNull @Text String collector) implements Sourcing {

		@Override
		public Effect effect() {
			return Effect.registering(new NewThing("Accession", this.accession,
					NewThing.properties("number", this.number, "name", this.name, "species", this.species, "county",
							this.county, "town", this.town, "collected", this.collected, "collector", this.collector),
					List.of()));
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.AUTHORITY, Role.EXPERT);
		}

	}

	/**
	 * An expert's opinion of a variety. Each expert has one voice: a later opinion takes
	 * the place of an earlier one.
	 *
	 * @param interest the expert's own interest in the matter, or that there is none
	 */
	record VarietyJudged(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String variety, @NotNull Boolean approved, @NotNull @Text(max = 300) String reason,
			@NotNull @Text(max = 300) String interest) implements Sourcing {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.EXPERT);
		}

	}

}
