package org.shenyuan.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody with an account, who acts for one of their parties at a time.
 *
 * @param hash of the password, empty while there is none
 * @param subject issuer and subject at an OpenID provider, with a space between; empty
 * for those who have a password
 * @param memberships all parties that may be chosen, the oldest membership first
 * @param acting one of them, or none
 */
public record Person(String name, String hash, String subject, boolean closed, boolean administrator,
		List<Membership> memberships, Membership acting) implements UserDetails, OidcUser {

	/** The party that is acted for; empty for an administrator who belongs to none. */
	public String party() {
		return this.acting.party();
	}

	public String partyName() {
		return this.acting.name();
	}

	/** What may be done for the party, and as an administrator. */
	public Set<Role> roles() {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		roles.addAll(this.acting.roles());
		if (this.administrator) {
			roles.add(Role.ADMINISTRATOR);
		}
		return roles;
	}

	/** As the ledger sees them. */
	public Author author() {
		return new Author(this.name, party(), roles());
	}

	/**
	 * The same person for another of their parties; nobody when it is none of theirs.
	 * @param party empty for one who belongs to none
	 */
	Optional<Person> as(String party) {
		if (party.isEmpty() && (this.administrator || this.memberships.isEmpty())) {
			return Optional.of(as(Membership.NONE));
		}
		return this.memberships.stream().filter((one) -> one.party().equals(party)).map(this::as).findFirst();
	}

	/**
	 * The same person for the party that something was written for.
	 * @param party empty when nothing says for which
	 * @throws Refused if they do not belong to it, or to several and it is not said
	 */
	Person writingFor(String party) {
		if (!party.isEmpty()) {
			return as(party).orElseThrow(() -> new Refused(Refusal.of("account.party", null, "given", party)));
		}
		if (this.memberships.size() > 1) {
			throw new Refused(Refusal.of("account.several", null, "parties",
					this.memberships.stream().map(Membership::party).toList()));
		}
		return this;
	}

	private Person as(Membership membership) {
		return new Person(this.name, this.hash, this.subject, this.closed, this.administrator, this.memberships,
				membership);
	}

	/** Whether nothing changed that a log-in stands on. */
	boolean provedLike(Person other) {
		return this.hash.equals(other.hash) && this.subject.equals(other.subject) && this.closed == other.closed;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return roles().stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
	}

	@Override
	public @Nullable String getPassword() {
		return this.hash;
	}

	@Override
	public String getUsername() {
		return this.name;
	}

	@Override
	public String getName() {
		return this.name;
	}

	/** Whether there is anything to log in with. */
	@Override
	public boolean isEnabled() {
		return !this.closed && !(this.hash.isEmpty() && this.subject.isEmpty());
	}

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of("roles", List.copyOf(roles()));
	}

	/** What a provider said is not kept. */
	@Override
	public Map<String, Object> getClaims() {
		return Map.of();
	}

	@Override
	public @Nullable OidcUserInfo getUserInfo() {
		return null;
	}

	@Override
	public OidcIdToken getIdToken() {
		throw new UnsupportedOperationException("a proof is looked at once");
	}

	/** Never the hash. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s of %s %s", this.name, party(), roles());
	}

}
