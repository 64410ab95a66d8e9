package org.shenyuan.account;

import java.util.Set;

import io.swagger.v3.oas.annotations.Hidden;
import org.shenyuan.events.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page that a phone kept who is logged in now, and how to send forms. */
@Hidden
@RestController
@RequestMapping("/api/v1/session")
class SessionApi {

	/**
	 * Who is logged in.
	 *
	 * @param header in which {@code token} has to come with every form that is sent
	 */
	record Session(String name, String party, Set<Role> roles, String header, String token) {
	}

	@GetMapping
	Session session(@AuthenticationPrincipal Person person, CsrfToken csrf) {
		return new Session(person.name(), person.party(), person.roles(), csrf.getHeaderName(), csrf.getToken());
	}

}
