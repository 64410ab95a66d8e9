package org.shenyuan.labels;

import java.util.Objects;

/**
 * What is printed beside the symbol, the same on every label of a run. An empty text is
 * left out and its room goes to the others.
 *
 * @param product what it is, 10 pt bold
 * @param contents kind and net weight, 8 pt
 * @param origin base and county, 7 pt
 * @param harvest age and month of harvest, 7 pt
 * @param certificate the certificate mark, 7 pt in a frame
 * @param warning what the law of the market wants a buyer to read, 6 pt
 * @param demonstration whether the label says 演示 DEMO and must not go on goods
 */
public record LabelText(String product, String contents, String origin, String harvest, String certificate,
		String warning, boolean demonstration) {

	/**
	 * A product needs its name; the rest may be empty. A text that was kept before there
	 * were warnings has none.
	 * @throws IllegalArgumentException if the product is blank
	 */
	public LabelText {
		if (product.isBlank()) {
			throw new IllegalArgumentException("a label names its product");
		}
		warning = Objects.requireNonNullElse(warning, "");
	}

}
