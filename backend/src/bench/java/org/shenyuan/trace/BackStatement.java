package org.shenyuan.trace;

/** The statement behind every trace, for whoever measures what it costs by itself. */
public final class BackStatement {

	/** Takes the parameter {@code lot}. */
	public static final String TEXT = Families.BACK.text();

	private BackStatement() {
	}

}
