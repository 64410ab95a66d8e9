package org.shenyuan.account;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A program exchanges a person's name and password for a token, and gives it back. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

	private final Tokens tokens;

	private final Duration life;

	TokensApi(Tokens tokens, @Value("${shenyuan.token-life:90d}") Duration life) {
		this.tokens = tokens;
		this.life = life;
	}

	record Issued(String token, long seconds) {
	}

	record Revocation(String token) {
	}

	/**
	 * A token for one party.
	 * @param party needed only by who belongs to several
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Issued issue(@RequestParam(defaultValue = "") String party, @AuthenticationPrincipal Person person) {
		return new Issued(this.tokens.issue(person.writingFor(party), this.life), this.life.toSeconds());
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@RequestBody Revocation revocation) {
		this.tokens.revoke(revocation.token());
	}

}
