package org.shenyuan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to a recording, the same however often it is sent.
 *
 * @param hash SHA-256 of the event's canonical JSON, hexadecimal
 * @param findings what every rule said that was applied
 * @param again whether it had been recorded before
 */
public record Recorded(UUID id, String type, Instant recorded, String hash, @JsonIgnore List<Finding> findings,
		@JsonIgnore boolean again) {

	/** What a rule had against it, and did not stop it. */
	@JsonProperty
	public List<Refusal> remarks() {
		return this.findings.stream().filter(Finding::isRemark).map(Finding::sentence).toList();
	}

	Recorded with(List<Finding> found) {
		return new Recorded(this.id, this.type, this.recorded, this.hash, found, this.again);
	}

}
