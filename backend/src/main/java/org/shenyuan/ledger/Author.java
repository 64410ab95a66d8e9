package org.shenyuan.ledger;

import java.util.Set;

import org.shenyuan.events.Role;

/**
 * Who is recording.
 *
 * @param name of the account, kept with every event
 * @param party for which they may speak
 */
public record Author(String name, String party, Set<Role> roles) {

	/**
	 * An administrator brings in the records of others; everyone else speaks for their
	 * own party.
	 */
	boolean speaksFor(String other) {
		return this.party.equals(other) || this.roles.contains(Role.ADMINISTRATOR);
	}

	boolean has(Role role) {
		return this.roles.contains(role);
	}

}
