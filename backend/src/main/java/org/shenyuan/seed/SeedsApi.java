package org.shenyuan.seed;

import java.util.List;

import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Varieties with their germplasm, opinions, seed lots and papers, for who reads
 * everything.
 */
@RestController
@RequestMapping("/api/v1/varieties")
class SeedsApi {

	private final Seeds seeds;

	private final Access access;

	SeedsApi(Seeds seeds, Access access) {
		this.seeds = seeds;
		this.access = access;
	}

	@GetMapping
	List<Seeds.Variety> all(Author author) {
		allow(author, "varieties");
		return this.seeds.varieties();
	}

	@GetMapping("/{variety}")
	Seeds.Sheet one(@PathVariable String variety, Author author) {
		allow(author, variety);
		return this.seeds.variety(variety).orElseThrow(() -> Refused.absent("variety", variety));
	}

	private void allow(Author author, String asked) {
		if (!this.access.isFull(author)) {
			throw Refused.absent("variety", asked);
		}
	}

}
