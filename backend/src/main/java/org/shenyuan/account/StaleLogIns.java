package org.shenyuan.account;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of an account that was closed, or has another password, party or other
 * roles since, and of a log-in that was ended. Costs two look-ups for each request that
 * comes with a session, but for pictures, styles and scripts; so a change holds from the
 * next request on.
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
		if (login != null && login.getPrincipal() instanceof Person person && !isCurrent(person, request)) {
			new SecurityContextLogoutHandler().logout(request, response, login);
		}
		chain.doFilter(request, response);
	}

	private boolean isCurrent(Person person, HttpServletRequest request) {
		String logIn = Remembered.of(request);
		return this.accounts.isCurrent(person) && (logIn.isEmpty() || this.logIns.goesOn(person, logIn));
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getServletPath();
		return request.getSession(false) == null || path.startsWith("/css/") || path.startsWith("/img/")
				|| path.startsWith("/js/");
	}

}
