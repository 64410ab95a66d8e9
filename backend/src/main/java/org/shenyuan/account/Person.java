package org.shenyuan.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody with an account. Two of them are equal when nothing changed in between that a
 * log-in stands on.
 *
 * @param hash of the password, empty while there is none
 * @param subject issuer and subject at an OpenID provider, with a space between; empty
 * for those who have a password
 * @param party empty for an administrator who belongs to none
 */
public record Person(String name, String hash, String subject, String party, String partyName, Set<Role> roles,
		boolean closed) implements UserDetails, OidcUser {

	/** As the ledger sees them. */
	public Author author() {
		return new Author(this.name, this.party, this.roles);
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.roles.stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
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
		return Map.of("roles", List.copyOf(this.roles));
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
		return String.format(Locale.ROOT, "%s of %s %s", this.name, this.party, this.roles);
	}

}
