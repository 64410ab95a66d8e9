package org.shenyuan.events;

/** What a party does in the chain. */
public enum Role {

	GROWER, PROCESSOR, TRADER, LABORATORY, EXPERT, AUTHORITY,

	/** Runs the installation: opens it, and brings in the records of earlier years. */
	ADMINISTRATOR

}
