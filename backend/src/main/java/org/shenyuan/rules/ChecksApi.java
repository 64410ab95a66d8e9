package org.shenyuan.rules;

import org.shenyuan.ledger.Author;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which rules were applied on the way to a lot, for programs. */
@RestController
class ChecksApi {

	private final Explanations explanations;

	ChecksApi(Explanations explanations) {
		this.explanations = explanations;
	}

	@GetMapping("/api/v1/lots/{lot}/checks")
	Explanation checks(@PathVariable String lot, Author author) {
		return this.explanations.of(lot, author);
	}

}
