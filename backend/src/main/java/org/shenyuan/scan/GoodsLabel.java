package org.shenyuan.scan;

/**
 * A label of ours.
 *
 * @param number in its run
 */
record GoodsLabel(Goods goods, long number) {

	/** By which its scans are counted. */
	String key() {
		return this.goods.run().number() + "/" + this.number;
	}

	boolean isVoid() {
		return this.goods.run().voided().contains(this.number);
	}

	boolean isActive() {
		return this.goods.run().activated().contains(this.number);
	}

}
