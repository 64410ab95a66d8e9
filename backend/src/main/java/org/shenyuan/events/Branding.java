package org.shenyuan.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.shenyuan.events.NewThing.Link;
import org.shenyuan.events.Registering.CertificateRuled.Standing;

/** Who may print the mark of the region, on what, and on how much. */
public sealed interface Branding extends TraceEvent {

	String authorisation();

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.AUTHORITY);
	}

	/**
	 * A party may print a regional brand on its labels.
	 *
	 * @param holder the party
	 * @param validTo last day on which labels may be issued under it
	 * @param quotaGrams net weight of all packs that may carry the brand
	 */
	record BrandAuthorised(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String authorisation, @NotNull @Code String brand, @NotNull @Code String holder,
			@NotNull @Size(min = 1, max = 50) Set<@NotNull @Code String> products, @NotNull LocalDate validFrom,
			@NotNull LocalDate validTo, @Grams long quotaGrams) implements Branding {

		@Override
		public Effect effect() {
			return Effect.registering(new NewThing("Authorisation", this.authorisation,
					NewThing.properties("brand", this.brand, "products", this.products.stream().sorted().toList(),
							"validFrom", this.validFrom, "validTo", this.validTo, "quotaGrams", this.quotaGrams),
					List.of(new Link(this.authorisation, "AUTHORISES", this.holder),
							new Link(this.by, "ISSUED", this.authorisation))));
		}

	}

	/**
	 * An authorisation is suspended, reinstated or revoked from a moment on; what was
	 * printed before stays.
	 */
	record BrandRuled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String authorisation, @NotNull Standing standing,
			@NotNull @Text(max = 200) String reason) implements Branding {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

}
