package org.shenyuan.ledger;

import java.util.List;

/** Nothing was recorded, and these are the reasons. */
public final class Refused extends RuntimeException {

	private final transient List<Refusal> refusals;

	public Refused(List<Refusal> refusals) {
		super(refusals.toString());
		this.refusals = List.copyOf(refusals);
	}

	public Refused(Refusal refusal) {
		this(List.of(refusal));
	}

	/** There is nothing of that name that the author may see. */
	public static Refused absent(String field, Object given) {
		return new Refused(Refusal.of("not-found", field, "given", Refusal.shown(given)));
	}

	public List<Refusal> refusals() {
		return this.refusals;
	}

	/** Whether an id was used before for something else. */
	public boolean isConflict() {
		return this.refusals.stream().anyMatch((refusal) -> refusal.key().equals("event.conflict"));
	}

}
