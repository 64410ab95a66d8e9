package org.shenyuan.growing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Recorded;
import org.shenyuan.web.PhotoKind;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where a phone sends what it kept, in the words of the form: what they mean is found out
 * in one place, and a phone that was in the forest for a month need not know it.
 */
@Hidden
@RestController
class FieldApi {

	private final FieldEntries entries;

	FieldApi(FieldEntries entries) {
		this.entries = entries;
	}

	@PostMapping("/api/v1/field/{name}")
	Recorded record(@PathVariable String name, FieldForm form,
			@RequestParam(required = false) @Nullable List<MultipartFile> photos, Author author) throws IOException {
		return this.entries.record(FieldEntries.act(name), form, photos, author);
	}

	/** A photograph of an event, for whoever may read the event. */
	@GetMapping("/api/v1/events/{id}/photos/{hash}")
	ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable String hash, Author author) throws IOException {
		byte[] photo = this.entries.photo(id, hash, author);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(PhotoKind.of(photo).orElseThrow().mediaType()))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
			.body(photo);
	}

}
