package org.shenyuan.account;

import java.util.Set;

import org.shenyuan.events.Role;

/**
 * A party for which somebody may speak, and as what.
 *
 * @param party empty for an administrator who belongs to none
 */
public record Membership(String party, String name, Set<Role> roles) {

	static final Membership NONE = new Membership("", "", Set.of());

}
