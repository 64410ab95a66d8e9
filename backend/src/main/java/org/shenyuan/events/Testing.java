package org.shenyuan.events;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a laboratory took, and what it found. */
public sealed interface Testing extends TraceEvent {

	/** A sample is drawn from a lot; its mass is too small to book. */
	record Sampled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@NotNull @Code String sample, @NotNull @Text String sampler) implements Testing {

		@Override
		public Effect effect() {
			return Effect.on(this.lot);
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.LABORATORY, Role.GROWER, Role.PROCESSOR, Role.AUTHORITY);
		}

	}

	/**
	 * A report on a sample of a lot.
	 *
	 * @param sampled when the sample was drawn
	 * @param passed the laboratory's own conclusion
	 * @param documentHash SHA-256 of the report's file, hexadecimal
	 */
	record Tested(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@NotNull @Code String sample, @NotNull @Text(max = 40) String report, @NotNull OffsetDateTime sampled,
			@NotNull @Size(max = 500) List<@NotNull @Valid Result> results, @NotNull Boolean passed,
			@Pattern(regexp = "[0-9a-f]{64}") @Nullable String documentHash) implements Testing {

		/**
		 * One analyte.
		 *
		 * @param limit the most (or, for {@code floor}, the least) that is allowed, in
		 * the same unit
		 */
		public record Result(@NotNull @Text(max = 40) String analyte,
				@NotNull @Digits(integer = 9, fraction = 6) BigDecimal value, @NotNull @Text(max = 20) String unit,
				@Digits(integer = 9, fraction = 6) @Nullable BigDecimal limit, boolean floor) {

			/** Whether the value lies on the wrong side of its limit. */
			public boolean beyond() {
				return this.limit != null
						&& (this.floor ? this.value.compareTo(this.limit) < 0 : this.value.compareTo(this.limit) > 0);
			}

		}

		/** Whether the laboratory, or one of its own numbers, says no. */
		public boolean fails() {
			return !this.passed || this.results.stream().anyMatch(Result::beyond);
		}

		@Override
		public Effect effect() {
			return Effect.on(this.lot);
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.LABORATORY);
		}

	}

}
