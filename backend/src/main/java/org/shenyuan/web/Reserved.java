package org.shenyuan.web;

import java.util.Set;

import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Pages and answers that are for one role only. */
public final class Reserved {

	private Reserved() {
	}

	/**
	 * @throws ErrorResponseException with status 403, when the author has another role
	 */
	public static void to(Role role, Author author) {
		to(Set.of(role), author);
	}

	/**
	 * @throws ErrorResponseException with status 403, when the author has none of these
	 * roles
	 */
	public static void to(Set<Role> roles, Author author) {
		if (author.roles().stream().noneMatch(roles::contains)) {
			throw new ErrorResponseException(HttpStatus.FORBIDDEN, ProblemDetail.forStatus(HttpStatus.FORBIDDEN), null);
		}
	}

}
