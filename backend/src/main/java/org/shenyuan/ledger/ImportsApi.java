package org.shenyuan.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A season's records as a file of JSON Lines, one event a line: all of it, or nothing.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {

	private final Ledger ledger;

	ImportsApi(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * The answer to an import.
	 *
	 * @param recorded lines that are new
	 * @param again lines that had been recorded before
	 */
	record Imported(long recorded, long again) {
	}

	@PostMapping(consumes = { "application/jsonl", "application/x-ndjson", "text/plain" })
	Imported read(Reader body, Author author) throws IOException {
		List<Recorded> recorded = this.ledger.appendAll(author, SeasonFile.read(new BufferedReader(body)));
		long fresh = recorded.stream().filter((one) -> !one.again()).map(Recorded::id).distinct().count();
		return new Imported(fresh, recorded.size() - fresh);
	}

}
