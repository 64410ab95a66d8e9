package org.shenyuan.events;

/** How hard a rule is. */
public enum Severity {

	/** Cannot be recorded. */
	REFUSE,
	/** Can be recorded once an expert has signed off exactly this event. */
	SIGN_OFF,
	/** Is recorded, and what it makes is held. */
	HOLD,
	/** Is recorded, and the authority is told. */
	WARN,
	/** Is told to whoever asks. */
	INFORM

}
