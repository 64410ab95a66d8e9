package org.shenyuan.labels;

/**
 * What is printed beside the symbol, the same on every label of a run. An empty text is
 * left out and its room goes to the others.
 *
 * @param product what it is, 10 pt bold
 * @param contents kind and net weight, 8 pt
 * @param origin base and county, 7 pt
 * @param harvest age and month of harvest, 7 pt
 * @param certificate the certificate mark, 7 pt in a frame
 * @param demonstration whether the label says 演示 DEMO and must not go on goods
 */
public record LabelText(String product, String contents, String origin, String harvest, String certificate,
		boolean demonstration) {

	/**
	 * A product needs its name; the rest may be empty.
	 * @throws IllegalArgumentException if the product is blank
	 */
	public LabelText {
		if (product.isBlank()) {
			throw new IllegalArgumentException("a label names its product");
		}
	}

}
