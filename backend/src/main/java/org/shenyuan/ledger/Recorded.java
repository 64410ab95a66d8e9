package org.shenyuan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The answer to a recording, the same however often it is sent.
 *
 * @param hash SHA-256 of the event's canonical JSON, hexadecimal
 * @param remarks what was found and did not stop it
 * @param again whether it had been recorded before
 */
public record Recorded(UUID id, String type, Instant recorded, String hash, List<Refusal> remarks,
		@JsonIgnore boolean again) {

	Recorded with(List<Refusal> found) {
		return new Recorded(this.id, this.type, this.recorded, this.hash, found, this.again);
	}

}
