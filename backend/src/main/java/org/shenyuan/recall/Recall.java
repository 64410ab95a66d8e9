package org.shenyuan.recall;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Recalling.Source;

/**
 * A recall, or the drill of one, and how it went on.
 *
 * @param drill rehearsed only: nothing was recalled
 * @param advice what buyers are told; a drill tells them nothing
 * @param end null while it lasts
 */
public record Recall(UUID id, boolean drill, OffsetDateTime at, Source source, String start, String reason,
		@Nullable String advice, @Nullable End end, List<Snapshot> snapshots) {

	/** How it ended. */
	public record End(OffsetDateTime at, String reason) {
	}

	/** Why a snapshot was taken. */
	public enum Occasion {

		RECALLED, DRILLED, ASKED, ENDED

	}

	/** Its impact at a moment, kept as it was worked out then; the sum of it. */
	public record Snapshot(UUID id, Instant taken, Occasion occasion, String author, Impact.Sum sum) {
	}

}
