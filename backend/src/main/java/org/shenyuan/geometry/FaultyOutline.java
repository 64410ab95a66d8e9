package org.shenyuan.geometry;

/** What is wrong with an outline, as the key of a sentence and its numbers. */
public final class FaultyOutline extends Exception {

	private final String key;

	private final transient Object[] namesAndValues;

	FaultyOutline(String key, Object... namesAndValues) {
		super(key);
		this.key = key;
		this.namesAndValues = namesAndValues;
	}

	public String key() {
		return this.key;
	}

	/** Alternately, in the order of the sentence. */
	public Object[] namesAndValues() {
		return this.namesAndValues.clone();
	}

}
