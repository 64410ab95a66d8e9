package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;

/**
 * Goods change hands. A lot never does: shipping makes a lot that is on its way to the
 * receiver, receiving makes the receiver's own, and so custody is never rewritten.
 */
public sealed interface Trading extends TraceEvent {

	/** Goods leave for another party. */
	record Shipped(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String to,
			@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Line> lines,
			@Text(max = 40) @Nullable String document) implements Trading {

		/**
		 * A portion of a lot and the number under which it travels.
		 *
		 * @param conformity number of the certificate of conformity (承诺达标合格证) that goes
		 * with it
		 */
		public record Line(@NotNull @Code String lot, @Grams long grams, @NotNull @Code String as,
				@Text(max = 40) @Nullable String conformity) {
		}

		@Override
		public Effect effect() {
			return Effect.taking(this.lines.stream().map((line) -> new Portion(line.lot(), line.grams())).toList())
				.into(this.lines.stream()
					.map((line) -> NewLot.carried(line.as(), line.grams()).shippedTo(this.to))
					.toList());
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.GROWER, Role.PROCESSOR, Role.TRADER);
		}

	}

	/**
	 * Goods arrive and are weighed.
	 *
	 * @param declaredGrams what the sender wrote, {@code weighedGrams} what the scale
	 * says
	 * @param reason why the two differ
	 */
	record Received(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@Grams long declaredGrams, @Grams long weighedGrams, @NotNull @Code String as,
			@Text(max = 200) @Nullable String reason) implements Trading {

		@Override
		public Effect effect() {
			long difference = this.weighedGrams - this.declaredGrams;
			return Effect.taking(List.of(new Portion(this.lot, this.declaredGrams)))
				.into(List.of(NewLot.carried(this.as, this.weighedGrams)))
				.adding(Math.max(0, difference))
				.losing(Math.max(0, -difference));
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.GROWER, Role.PROCESSOR, Role.TRADER);
		}

	}

	/**
	 * Goods bought outside the traced chain. All that is said of them is the seller's
	 * word, and stays so through everything made of them.
	 *
	 * @param declaredSeasons growing seasons that the seller claims
	 */
	record Purchased(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@NotNull LotKind lotKind, @NotNull @Code String product, @NotNull @Code String species, @Grams long grams,
			@NotNull @Text String seller, @Text @Nullable String declaredOrigin,
			@Min(1) @Max(200) @Nullable Integer declaredSeasons) implements Trading {

		@Override
		public Effect effect() {
			return Effect
				.making(NewLot.of(this.lot, this.lotKind, this.product, this.grams)
					.species(this.species, null)
					.boughtOutside())
				.adding(this.grams);
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.PROCESSOR, Role.TRADER, Role.GROWER);
		}

	}

}
