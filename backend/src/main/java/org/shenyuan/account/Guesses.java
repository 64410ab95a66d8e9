package org.shenyuan.account;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.web.RateLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many wrong passwords an hour from one address, and then none is looked at any more.
 * A password counts before it is looked at, so that many at once are no way around, and
 * no longer when it was right: an office of many people behind one address has no limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Guesses extends OncePerRequestFilter {

	private final RateLimit limit;

	Guesses(@Value("${shenyuan.most-wrong-passwords-an-hour}") long most) {
		this.limit = new RateLimit(most, Duration.ofHours(1));
	}

	/**
	 * @throws ErrorResponseException with status 429, when there were too many
	 */
	void take(String address) {
		this.limit.take(address);
	}

	void giveBack(String address) {
		this.limit.giveBack(address);
	}

	@EventListener
	void right(AuthenticationSuccessEvent event) {
		if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken login
				&& login.getDetails() instanceof WebAuthenticationDetails details) {
			giveBack(details.getRemoteAddress());
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			take(request.getRemoteAddr());
		}
		catch (ErrorResponseException ex) {
			ex.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			response.sendError(ex.getStatusCode().value());
			return;
		}
		chain.doFilter(request, response);
	}

	/** All but where a password comes along, however its address is spelt. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return switch (request.getServletPath()) {
			case "/login" -> !request.getMethod().equals("POST");
			case "/api/v1/tokens" ->
				!String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).regionMatches(true, 0, "Basic ", 0, 6);
			default -> true;
		};
	}

}
