package org.shenyuan.census;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.census.CensusImports.Preview;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Recorded;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.web.Reserved;
import org.shenyuan.web.Sentences;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Census files, as CSV in UTF-8 or GB18030, or as a GeoJSON feature collection, for the
 * authority.
 */
@RestController
@RequestMapping(path = "/api/v1/census")
class CensusApi {

	private final CensusImports imports;

	private final Sentences sentences;

	CensusApi(CensusImports imports, Sentences sentences) {
		this.imports = imports;
		this.sentences = sentences;
	}

	/**
	 * Something about one row.
	 *
	 * @param line the row of the sheet, headings being 1, or the feature's place from 1
	 */
	record Note(@Nullable Integer line, String key, @Nullable String field, String message) {
	}

	/**
	 * What a file would do; nothing has been recorded.
	 *
	 * @param squareMetres of all rows that can be read
	 * @param ignored columns that the census does not know
	 * @param errors why it would be refused, {@code remarks} what would be noted
	 */
	record Looked(String charset, int rows, long registered, long surveyedAgain, long squareMetres, Set<String> ignored,
			List<Note> errors, List<Note> remarks) {
	}

	/**
	 * The answer to an import.
	 *
	 * @param recorded rows that are new, {@code again} those recorded before
	 */
	record Imported(long recorded, long again) {
	}

	@PostMapping(path = "/preview", consumes = { "text/csv", "application/geo+json" })
	Looked preview(@RequestBody byte[] file, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		Preview preview = this.imports.preview(author, file);
		long again = preview.lines().stream().filter(CensusImports.Line::again).count();
		return new Looked(preview.file().charset(), preview.file().rows().size(), preview.lines().size() - again, again,
				preview.squareMetres(), preview.file().ignored(), preview.refusals().stream().map(this::note).toList(),
				preview.lines()
					.stream()
					.flatMap((line) -> line.remarks().stream().map((remark) -> remark.onLine(line.row())))
					.map(this::note)
					.toList());
	}

	@PostMapping(path = "/imports", consumes = { "text/csv", "application/geo+json" })
	Imported record(@RequestBody byte[] file, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		List<Recorded> recorded = this.imports.record(author, file);
		long again = recorded.stream().filter(Recorded::again).count();
		return new Imported(recorded.size() - again, again);
	}

	private Note note(Refusal refusal) {
		return new Note(refusal.line(), refusal.key(), refusal.field(), this.sentences.say(refusal));
	}

}
