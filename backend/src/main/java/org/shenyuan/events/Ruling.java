package org.shenyuan.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The rules themselves are recorded: what the authority sets and ends, what an expert
 * signs off.
 */
public sealed interface Ruling extends TraceEvent {

	@Override
	default Effect effect() {
		return Effect.NONE;
	}

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.AUTHORITY);
	}

	/**
	 * A rule comes into force.
	 *
	 * @param kind which check reads it, for example {@code yield-cap}
	 * @param subject what it is about, for example a process, a county, an active
	 * ingredient
	 * @param certainty {@code found}, {@code derived} or {@code general-knowledge}
	 * @param numbers its limits by name, in the unit that the name says
	 * @param words its texts by name, for example a warning by language
	 * @param validTo last day on which it holds; open when missing
	 */
	record RuleSet(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String rule,
			@NotNull @Pattern(regexp = "[a-z-]{3,40}") String kind, @NotNull @Text(max = 40) String subject,
			@NotNull Severity severity, @NotNull @Pattern(regexp = "found|derived|general-knowledge") String certainty,
			@NotNull @Text(max = 300) String source, @NotNull LocalDate validFrom, @Nullable LocalDate validTo,
			@Size(max = 10) @Nullable Map<@Pattern(regexp = NAME) String, @NotNull @Min(0) @Digits(integer = 9,
					fraction = 6) BigDecimal> numbers,
			@Size(max = 10) @Nullable Map<@Pattern(regexp = NAME) String, @NotNull @Text(max = 300) String> words)
			implements
				Ruling {

		private static final String NAME = "[a-z][A-Za-z]{1,39}";

	}

	/**
	 * A rule ends. It still explains what happened while it held.
	 *
	 * @param validTo last day on which it holds
	 */
	record RuleRetired(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String rule, @NotNull LocalDate validTo,
			@NotNull @Text(max = 200) String reason) implements Ruling {
	}

	/**
	 * An expert lets one event pass that a rule would stop.
	 *
	 * @param event the event's id, made by its recorder and named in the refusal
	 * @param hash SHA-256 of the event's content, so that it cannot become another one
	 * @param interest the expert's own interest in the matter, or that there is none
	 */
	record SignedOff(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull UUID event,
			@NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash, @NotNull @Code String rule,
			@NotNull @Text(max = 300) String reason, @NotNull @Text(max = 300) String interest) implements Ruling {

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.EXPERT);
		}

	}

}
