package org.shenyuan.events;

import org.jspecify.annotations.Nullable;

/**
 * A lot that an event brings into being. What is null is carried from the inputs: a
 * product that does not change, the species that never may.
 *
 * @param grams net weight of the whole lot
 * @param holder who has it in hand, the event's own party when null
 * @param units how many packs, for a packed lot
 * @param unitGrams net weight of one pack
 * @param plot where a standing crop stands
 * @param inTransit shipped and not yet received
 * @param external bought outside the traced chain: its origin is the seller's word, for
 * ever
 * @param sorting as the packer sorted it
 */
public record NewLot(String id, @Nullable LotKind kind, @Nullable String product, long grams, @Nullable String species,
		@Nullable String variety, @Nullable String holder, long units, long unitGrams, @Nullable String gtin,
		@Nullable String plot, boolean inTransit, boolean external, Sorting sorting) {

	static NewLot of(String id, LotKind kind, String product, long grams) {
		return new NewLot(id, kind, product, grams, null, null, null, 0, 0, null, null, false, false, Sorting.NONE);
	}

	/** The same goods under another number. */
	static NewLot carried(String id, long grams) {
		return new NewLot(id, null, null, grams, null, null, null, 0, 0, null, null, false, false, Sorting.NONE);
	}

	/** Plants that stand on a plot. */
	static NewLot stand(String id, String plot) {
		return new NewLot(id, LotKind.STAND, "STANDING", 0, null, null, null, 0, 0, null, plot, false, false,
				Sorting.NONE);
	}

	static NewLot packs(String id, long units, long unitGrams, @Nullable String gtin, Sorting sorting) {
		return new NewLot(id, LotKind.PACKED, null, units * unitGrams, null, null, null, units, unitGrams, gtin, null,
				false, false, sorting);
	}

	NewLot species(String value, @Nullable String ofVariety) {
		return new NewLot(this.id, this.kind, this.product, this.grams, value, ofVariety, this.holder, this.units,
				this.unitGrams, this.gtin, this.plot, this.inTransit, this.external, this.sorting);
	}

	NewLot shippedTo(String party) {
		return new NewLot(this.id, this.kind, this.product, this.grams, this.species, this.variety, party, this.units,
				this.unitGrams, this.gtin, this.plot, true, this.external, this.sorting);
	}

	NewLot boughtOutside() {
		return new NewLot(this.id, this.kind, this.product, this.grams, this.species, this.variety, this.holder,
				this.units, this.unitGrams, this.gtin, this.plot, this.inTransit, true, this.sorting);
	}

}
