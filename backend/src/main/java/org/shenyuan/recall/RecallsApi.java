package org.shenyuan.recall;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Reserved;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a recall would reach, did reach and reaches now, for the authority. A recall
 * itself, its drill and its end are events.
 */
@RestController
@RequestMapping("/api/v1/recalls")
class RecallsApi {

	private final Recalls recalls;

	private final Impacts impacts;

	RecallsApi(Recalls recalls, Impacts impacts) {
		this.recalls = recalls;
		this.impacts = impacts;
	}

	/** Where a recall would start. */
	record Start(@Nullable Source source, @Nullable String start) {
	}

	/** Works out the impact of a recall that nobody has recorded. Writes nothing. */
	@PostMapping("/impact")
	Impact preview(@RequestBody Start start, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		Source source = start.source();
		String number = start.start();
		if (source == null || number == null) {
			throw new Refused(Refusal.of("field.notMissing", (source == null) ? "source" : "start"));
		}
		return this.impacts.of(source, number).orElseThrow(() -> Refused.absent("start", number));
	}

	/** The latest first, at most 500. */
	@GetMapping
	List<Recall> all(Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return this.recalls.all();
	}

	@GetMapping("/{id}")
	Recall one(@PathVariable UUID id, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return find(id);
	}

	/** A snapshot as it was kept. */
	@GetMapping(path = "/{id}/impacts/{snapshot}", produces = MediaType.APPLICATION_JSON_VALUE)
	String kept(@PathVariable UUID id, @PathVariable UUID snapshot, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return this.impacts.kept(id, snapshot).orElseThrow(() -> Refused.absent("snapshot", snapshot));
	}

	/** Takes one more snapshot. */
	@PostMapping("/{id}/impacts")
	@ResponseStatus(HttpStatus.CREATED)
	Recall again(@PathVariable UUID id, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		this.impacts.take(find(id), author);
		return find(id);
	}

	private Recall find(UUID id) {
		return this.recalls.find(id).orElseThrow(() -> Refused.absent("id", id));
	}

}
