package org.shenyuan.account;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.servlet.http.HttpServletRequest;
import org.shenyuan.ledger.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * People who prove elsewhere who they are, where an OpenID provider is configured. It
 * makes nobody: a subject belongs to an account since its owner came by the link of an
 * invitation, or to none.
 */
@Component("openId")
class OpenId implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private static final String LINK = OpenId.class.getName();

	private final List<ClientRegistration> clients;

	private final Accounts accounts;

	private final Invitations invitations;

	OpenId(ObjectProvider<ClientRegistrationRepository> clients, Accounts accounts, Invitations invitations) {
		this.clients = (clients.getIfAvailable() instanceof Iterable<?> all)
				? StreamSupport.stream(all.spliterator(), false).map(ClientRegistration.class::cast).toList()
				: List.of();
		this.accounts = accounts;
		this.invitations = invitations;
	}

	/** What is configured; empty where nothing is. */
	public List<ClientRegistration> getClients() {
		return this.clients;
	}

	/**
	 * Remembers, until whoever has this session comes back, that they came with a link.
	 */
	static void linked(HttpServletRequest request, String secret) {
		request.getSession().setAttribute(LINK, secret);
	}

	/** What the provider says has been verified by now. */
	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcIdToken proof = request.getIdToken();
		String subject = proof.getIssuer() + " " + proof.getSubject();
		HttpServletRequest browser = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		if (browser.getSession().getAttribute(LINK) instanceof String secret) {
			browser.getSession().removeAttribute(LINK);
			try {
				this.invitations.join(secret, subject);
			}
			catch (Refused ex) {
				throw new OAuth2AuthenticationException("link");
			}
		}
		return this.accounts.bySubject(subject)
			.filter(Person::isEnabled)
			.orElseThrow(() -> new OAuth2AuthenticationException("unknown"));
	}

}
