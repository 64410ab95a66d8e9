package org.shenyuan.ledger;

import java.time.ZonedDateTime;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.Sorting;

/**
 * A lot as it stands: what was made, and what is left of it. Masses in grams.
 *
 * @param since when it came into being
 * @param left in hand
 * @param removed taken in any way but shipping: worked on, adjusted, regrouped
 * @param labelled for which labels are out
 * @param yielded dug so far from a standing crop
 * @param fresh roots as dug that went into it, 0 when that is not known
 * @param units packs made, 0 for a lot that was not packed under this number
 * @param sorting as the packer sorted it, by the packer's own word
 * @param voided its making was recorded in error
 */
public record Lot(String id, LotKind kind, String product, String species, @Nullable String variety, String holder,
		ZonedDateTime since, long grams, long left, long removed, long labelled, long yielded, long fresh, long units,
		long unitGrams, @Nullable String gtin, @Nullable String plot, boolean inTransit, boolean external, boolean held,
		boolean voided, Sorting sorting) {

	/** A lot just made; what its maker leaves open is as in the lot it came from. */
	static Lot made(NewLot lot, String maker, ZonedDateTime at, @Nullable Lot from, long carriedFresh) {
		String holder = Objects.requireNonNullElse(lot.holder(), maker);
		LotKind kind = lot.kind();
		String species = (lot.species() != null || from == null) ? lot.species() : from.species;
		if (kind == null && from != null) {
			return new Lot(lot.id(), from.kind, from.product, from.species, null, holder, at, lot.grams(), lot.grams(),
					0, 0, 0, carriedFresh, 0, from.unitGrams, from.gtin, null, lot.inTransit(), lot.external(), false,
					false, from.sorting);
		}
		boolean dug = kind == LotKind.FRESH && (from == null || from.kind == LotKind.STAND);
		String product = (lot.product() != null || from == null) ? lot.product() : from.product;
		return new Lot(lot.id(), Objects.requireNonNullElse(kind, LotKind.FRESH),
				Objects.requireNonNullElse(product, "UNKNOWN"), Objects.requireNonNullElse(species, "UNKNOWN"),
				lot.variety(), holder, at, lot.grams(), lot.grams(), 0, 0, 0, dug ? lot.grams() : carriedFresh,
				lot.units(), lot.unitGrams(), lot.gtin(), lot.plot(), lot.inTransit(), lot.external(), false, false,
				lot.sorting());
	}

	/** Packs for which a label may still be issued: goods in hand that carry none. */
	public long labelsLeft() {
		return (this.units == 0) ? 0
				: Math.max(0, Math.min(this.left, this.grams - this.removed - this.labelled)) / this.unitGrams;
	}

	/** Its share of the fresh roots, for a portion of it. */
	double freshIn(long portion) {
		return (this.grams == 0) ? 0 : (double) this.fresh * portion / this.grams;
	}

	Lot taken(long portion, boolean shipped) {
		return with(this.left - portion, shipped ? this.removed : this.removed + portion, this.labelled, this.yielded,
				this.held, this.voided);
	}

	Lot labelled(long portion) {
		return with(this.left, this.removed, this.labelled + portion, this.yielded, this.held, this.voided);
	}

	Lot dug(long portion) {
		return with(this.left, this.removed, this.labelled, this.yielded + portion, this.held, this.voided);
	}

	Lot held(boolean now) {
		return with(this.left, this.removed, this.labelled, this.yielded, now, this.voided);
	}

	Lot inError() {
		return with(0, this.removed, this.labelled, this.yielded, this.held, true);
	}

	private Lot with(long leftNow, long removedNow, long labelledNow, long yieldedNow, boolean heldNow,
			boolean voidedNow) {
		return new Lot(this.id, this.kind, this.product, this.species, this.variety, this.holder, this.since,
				this.grams, leftNow, removedNow, labelledNow, yieldedNow, this.fresh, this.units, this.unitGrams,
				this.gtin, this.plot, this.inTransit, this.external, heldNow, voidedNow, this.sorting);
	}

}
