package org.shenyuan.account;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.util.WebUtils;

/**
 * Ties a session and a browser to their {@link LogIns log-in}: a session lives in one
 * process, so a browser comes with a secret by which any other backend goes on, until it
 * is closed, or for long where it wants to be remembered. A secret stays the same for as
 * long as it lasts: a phone that comes back asks for many pages at once, and none of them
 * must find it used up.
 */
final class Remembered implements RememberMeServices, LogoutHandler {

	private static final String COOKIE = "remember-me";

	/** The party that this device acted for last. */
	private static final String PARTY = "party";

	private static final Duration YEAR = Duration.ofDays(365);

	private static final String SESSION = LogIns.class.getName();

	private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

	private final String key;

	private final LogIns logIns;

	Remembered(String key, LogIns logIns) {
		this.key = key;
		this.logIns = logIns;
	}

	/** The name of the log-in that a session stands on; empty when there is none. */
	static String of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(SESSION) instanceof String hash) ? hash : "";
	}

	@Override
	public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
		if (cookie == null || cookie.getValue().isEmpty() || failed) {
			return null;
		}
		Optional<Person> person = this.logIns.resume(cookie.getValue());
		if (person.isEmpty()) {
			forget(request, response);
			return null;
		}
		request.getSession().setAttribute(SESSION, Accounts.digest(cookie.getValue()));
		return new RememberMeAuthenticationToken(this.key, person.get(), person.get().getAuthorities());
	}

	@Override
	public void loginFail(HttpServletRequest request, HttpServletResponse response) {
		forget(request, response);
	}

	@Override
	public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login) {
		if (login.getPrincipal() instanceof Person person) {
			boolean remember = request.getParameter(COOKIE) != null;
			Cookie party = WebUtils.getCookie(request, PARTY);
			Person acting = (party != null) ? person.as(party.getValue()).orElse(person) : person;
			String secret = orNotAtAll(request, response, login,
					() -> this.logIns.open(acting, Device.of(request.getHeader(HttpHeaders.USER_AGENT)), remember));
			request.getSession().setAttribute(SESSION, Accounts.digest(secret));
			cookie(request, response, COOKIE, secret, remember ? this.logIns.life() : UNTIL_CLOSED);
		}
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
		forget(request, response);
		String hash = of(request);
		if (login != null && login.getPrincipal() instanceof Person person && !hash.isEmpty()) {
			orNotAtAll(request, response, login, () -> {
				this.logIns.end(person, hash.substring(0, 12));
				return hash;
			});
		}
	}

	/** A session does not outlast what failed of its log-in, or of its end. */
	private static String orNotAtAll(HttpServletRequest request, HttpServletResponse response, Authentication login,
			Supplier<String> step) {
		try {
			return step.get();
		}
		catch (RuntimeException ex) {
			new SecurityContextLogoutHandler().logout(request, response, login);
			throw ex;
		}
	}

	/** Which party a device acts for outlasts its log-in. */
	static void act(HttpServletRequest request, HttpServletResponse response, String party) {
		cookie(request, response, PARTY, party, YEAR);
	}

	private static void forget(HttpServletRequest request, HttpServletResponse response) {
		if (WebUtils.getCookie(request, COOKIE) != null) {
			cookie(request, response, COOKIE, "", Duration.ZERO);
		}
	}

	private static void cookie(HttpServletRequest request, HttpServletResponse response, String name, String value,
			Duration life) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.path("/")
					.maxAge(life)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

}
