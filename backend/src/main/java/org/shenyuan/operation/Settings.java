package org.shenyuan.operation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.util.unit.DataSize;

/**
 * Every setting under {@code shenyuan}, and what it may be. Bound once, before anything
 * is opened, so that a start with a wrong one ends with a sentence; each is read where it
 * is used, with its default. What it is for is told in {@code docs/operation.md}.
 *
 * @param restore null where there is nothing to restore
 */
record Settings(URI address, @Valid Labels labels, Path data, @Nullable String labelKeys, List<String> fonts,
		@Nullable @DurationMin(minutes = 1, message = LIFE) Duration invitationLife,
		@Nullable @DurationMin(minutes = 1, message = LIFE) Duration tokenLife,
		@Nullable @DurationMin(minutes = 1, message = LIFE) Duration remembered,
		@Min(value = 1, message = POSITIVE) long mostWrongPasswordsAnHour,
		@Min(value = 1, message = POSITIVE) long mostScansAMinute,
		@Min(value = 1, message = POSITIVE) long mostReportsAnHour, @Nullable DataSize longestEvent,
		@Nullable DataSize longestFile, @Nullable DataSize longestCensus, @Nullable DataSize longestPhotos,
		@Nullable Duration clockTolerance, ZoneId zone, String auditAt, @Nullable Path restore,
		@Nullable @Min(value = 0, message = PORT) @Max(value = 65535, message = PORT) Integer boltPort,
		@Nullable @Min(value = 8, message = "it must be 8 or more") Integer pageCacheMebibytes,
		@Nullable DataSize leastRoom, @Nullable Boolean demonstration, @Nullable String resetAdministrator) {

	private static final String LIFE = "it must be a minute (1m) or longer";

	private static final String POSITIVE = "it must be 1 or more";

	private static final String PORT = "it must be a port, 1 to 65535, or 0 for any free one";

	Settings {
		if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
			throw new IllegalArgumentException(
					"shenyuan.address is '" + address + "': it must be an address such as https://trace.example.cn");
		}
		if (!auditAt.equals("-")) {
			try {
				CronExpression.parse(auditAt);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("shenyuan.audit-at is '" + auditAt
						+ "': it must be a cron expression of six fields such as '0 30 3 * * *', or - for never", ex);
			}
		}
	}

	/** Limits of one file of labels. */
	record Labels(@Min(value = 1, message = POSITIVE) int part,
			@Min(value = 0, message = "it must be 0 or more") int selfCheck) {
	}

}
