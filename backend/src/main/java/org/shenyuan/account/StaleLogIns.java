package org.shenyuan.account;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes everybody who comes with a session as they are now: for the party that their
 * log-in acts for, with the roles they have there. Ends the session of an account that
 * was closed or has another password since, of a log-in that was ended, and of one that
 * acts for a party to which its owner no longer belongs. Costs two look-ups for each
 * request that comes with a session, but for pictures, styles and scripts; so a change
 * holds from the next request on.
 */
final class StaleLogIns extends OncePerRequestFilter {

	private final Accounts accounts;

	private final LogIns logIns;

	StaleLogIns(Accounts accounts, LogIns logIns) {
		this.accounts = accounts;
		this.logIns = logIns;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		if (login != null && login.getPrincipal() instanceof Person person) {
			current(person, request).ifPresentOrElse(StaleLogIns::goOn,
					() -> new SecurityContextLogoutHandler().logout(request, response, login));
		}
		chain.doFilter(request, response);
	}

	private Optional<Person> current(Person person, HttpServletRequest request) {
		String logIn = Remembered.of(request);
		Optional<String> party = logIn.isEmpty() ? Optional.of(person.party()) : this.logIns.acting(person, logIn);
		return party.flatMap((acting) -> this.accounts.current(person, acting));
	}

	/** For this request; the session keeps the person who logged in. */
	private static void goOn(Person person) {
		SecurityContextHolder.setContext(new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities())));
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getServletPath();
		return request.getSession(false) == null || path.startsWith("/css/") || path.startsWith("/img/")
				|| path.startsWith("/js/");
	}

}
