package org.shenyuan.cases;

import java.util.List;

import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Reserved;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, for programs of the authority. What becomes of one is an event. */
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {

	private final Cases cases;

	CasesApi(Cases cases) {
		this.cases = cases;
	}

	/** Undecided ones unless {@code everything}; the latest first, at most 500. */
	@GetMapping
	List<Case> all(@RequestParam(defaultValue = "false") boolean everything, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return this.cases.all(everything);
	}

	@GetMapping("/{file}")
	Case one(@PathVariable String file, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return this.cases.find(file).orElseThrow(() -> Refused.absent("file", file));
	}

}
