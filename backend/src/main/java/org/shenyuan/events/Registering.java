package org.shenyuan.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.NewThing.Link;

/**
 * Who there is, and which land, varieties and certificates: the registers of the region.
 */
public sealed interface Registering extends TraceEvent {

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.AUTHORITY);
	}

	/**
	 * A party enters the register of growers, processors, laboratories and authorities.
	 */
	record PartyRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String party, @NotNull @Text String name, @Text @Nullable String nameLatin,
			@NotNull @Size(min = 1, max = 8) Set<Role> roles, @NotNull @Code String county,
			@Text @Nullable String town) implements Registering {

		@Override
		public Effect effect() {
			return Effect.registering(new NewThing("Party", this.party,
					NewThing.properties("name", this.name, "nameLatin", this.nameLatin, "roles",
							this.roles.stream().map(Enum::name).sorted().toList(), "county", this.county, "town",
							this.town),
					List.of()));
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.AUTHORITY, Role.ADMINISTRATOR);
		}

	}

	/**
	 * A plant population with a name: a landrace, a registered variety, or honestly
	 * mixed.
	 *
	 * @param accessions of germplasm that it was raised from, as far as that is known
	 */
	record VarietyRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String variety, @NotNull @Text String name, @Text @Nullable String nameLatin,
			@NotNull @Code String varietyKind, @NotNull @Code String species,
			@Size(max = 20) @Nullable List<@NotNull @Code String> accessions) implements Registering {

		@Override
		public Effect effect() {
			List<Link> origins = (this.accessions == null) ? List.of()
					: this.accessions.stream()
						.distinct()
						.map((accession) -> new Link(this.variety, "FROM", accession))
						.toList();
			return Effect.registering(new NewThing("Variety", this.variety, NewThing.properties("name", this.name,
					"nameLatin", this.nameLatin, "varietyKind", this.varietyKind, "species", this.species), origins));
		}

	}

	/**
	 * A parcel as the land census first found it; {@link LandSurvey} says what its fields
	 * mean.
	 */
	record ParcelRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String parcel, @NotNull @Code String county, @NotNull @Text String town,
			@Text @Nullable String village, @Min(1) @Max(1_000_000_000) long squareMetres,
			@NotNull @Code String landClass, @Min(1) @Max(3) int level, @Min(1) @Max(9) int grade,
			@NotNull @Code String status, @Code @Nullable String tenure, @Code @Nullable String steward,
			@Text(max = LandSurvey.LONGEST_OUTLINE) @Nullable String outline,
			@Pattern(regexp = "GCJ-02") @Nullable String convertedFrom, @NotNull @Text(max = 20) String round,
			@NotNull LocalDate surveyed) implements Registering, LandSurvey {

		@Override
		public Effect effect() {
			Map<String, @Nullable Object> known = NewThing.properties("county", this.county, "town", this.town,
					"village", this.village);
			known.putAll(findings());
			return Effect.registering(new NewThing("Parcel", this.parcel, known, List.of()));
		}

	}

	/**
	 * A parcel as a later round, or a second look, found it. What was found before stays.
	 */
	record ParcelSurveyed(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String parcel, @Min(1) @Max(1_000_000_000) long squareMetres,
			@NotNull @Code String landClass, @Min(1) @Max(3) int level, @Min(1) @Max(9) int grade,
			@NotNull @Code String status, @Code @Nullable String tenure, @Code @Nullable String steward,
			@Text(max = LandSurvey.LONGEST_OUTLINE) @Nullable String outline,
			@Pattern(regexp = "GCJ-02") @Nullable String convertedFrom, @NotNull @Text(max = 20) String round,
			@NotNull LocalDate surveyed) implements Registering, LandSurvey {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

	/** A planting base: the place that a label leads back to. */
	record BaseRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String base, @NotNull @Text String name, @Text @Nullable String nameLatin,
			@NotNull @Code String county, @NotNull @Text String town,
			@NotNull @Code String operator) implements Registering {

		@Override
		public Effect effect() {
			return Effect
				.registering(new NewThing(
						"Base", this.base, NewThing.properties("name", this.name, "nameLatin", this.nameLatin, "county",
								this.county, "town", this.town),
						List.of(new Link(this.base, "RUN_BY", this.operator))));
		}

	}

	/**
	 * A plot of a base, worked by one party.
	 *
	 * @param bedSquareMetres the beds alone, without paths
	 * @param outline as a parcel's, see {@link LandSurvey#outline}
	 */
	record PlotRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String plot, @NotNull @Text String name, @NotNull @Code String base,
			@Code @Nullable String parcel, @NotNull @Code String operator, @NotNull @Code String cultivation,
			@Min(1) @Max(1_000_000_000) long bedSquareMetres,
			@Text(max = LandSurvey.LONGEST_OUTLINE) @Nullable String outline) implements Registering {

		@Override
		public Effect effect() {
			List<Link> links = new ArrayList<>();
			links.add(new Link(this.plot, "IN", this.base));
			links.add(new Link(this.plot, "RUN_BY", this.operator));
			if (this.parcel != null) {
				links.add(new Link(this.plot, "ON", this.parcel));
			}
			return Effect
				.registering(new NewThing("Plot", this.plot, NewThing.properties("name", this.name, "cultivation",
						this.cultivation, "bedSquareMetres", this.bedSquareMetres, "outline", this.outline), links));
		}

	}

	/** A place where roots are worked, packed or stored. */
	record FacilityRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String facility, @NotNull @Text String name, @NotNull @Code String county,
			@Text @Nullable String town, @NotNull @Code String operator) implements Registering {

		@Override
		public Effect effect() {
			return Effect.registering(new NewThing("Facility", this.facility,
					NewThing.properties("name", this.name, "county", this.county, "town", this.town),
					List.of(new Link(this.facility, "RUN_BY", this.operator))));
		}

	}

	/**
	 * A certificate over a base, issued by the recording party.
	 *
	 * @param validTo last day on which it is valid
	 */
	record CertificateRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String certificate, @NotNull @Text(max = 40) String number,
			@NotNull @Code String certificateKind, @NotNull @Code String level, @NotNull @Code String base,
			@NotNull @Code String species, @NotNull LocalDate validFrom, @NotNull LocalDate validTo,
			@Min(1) @Max(1_000_000_000) long squareMetres) implements Registering {

		@Override
		public Effect effect() {
			return Effect.registering(new NewThing("Certificate", this.certificate,
					NewThing.properties("number", this.number, "certificateKind", this.certificateKind, "level",
							this.level, "species", this.species, "validFrom", this.validFrom, "validTo", this.validTo,
							"squareMetres", this.squareMetres, "issued", this.at.toZonedDateTime()),
					List.of(new Link(this.certificate, "COVERS", this.base),
							new Link(this.by, "ISSUED", this.certificate))));
		}

	}

	/**
	 * A certificate is suspended, reinstated or revoked from a moment on; what was dug
	 * before stays certified.
	 */
	record CertificateRuled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String certificate, @NotNull Standing standing,
			@NotNull @Text(max = 200) String reason) implements Registering {

		/** How a certificate stands. */
		public enum Standing {

			SUSPENDED, REINSTATED, REVOKED

		}

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

}
