package org.shenyuan.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Papers that go with goods. */
public sealed interface Documenting extends TraceEvent {

	String lot();

	String number();

	@Override
	default Effect effect() {
		return Effect.on(lot());
	}

	/**
	 * A paper of a seed or seedling lot: a permit, a quarantine certificate.
	 *
	 * @param validTo last day on which it is valid; open when missing
	 * @param documentHash SHA-256 of the paper's file, hexadecimal
	 */
	record PaperFiled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String lot,
			@NotNull @Code String paperKind, @NotNull @Text(max = 40) String number, @NotNull @Text String issuer,
			@NotNull LocalDate validFrom, @Nullable LocalDate validTo,
			@Pattern(regexp = "[0-9a-f]{64}") @Nullable String documentHash) implements Documenting {

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.GROWER, Role.TRADER, Role.AUTHORITY);
		}

	}

	/**
	 * 承诺达标合格证: a party promises that this batch meets the rules on banned substances,
	 * waiting times and residues, and answers for it.
	 *
	 * @param method on what the promise rests: a test of its own, a commissioned one, or
	 * control of the process
	 */
	record ConformityDeclared(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String lot, @NotNull @Text(max = 40) String number,
			@NotNull @Code String method) implements Documenting {

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.GROWER, Role.PROCESSOR, Role.TRADER);
		}

	}

}
