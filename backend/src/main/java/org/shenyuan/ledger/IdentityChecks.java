package org.shenyuan.ledger;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Effect;
import org.shenyuan.events.Growing;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.NewThing;
import org.shenyuan.events.NewThing.Link;

import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Registering.ParcelSurveyed;
import org.shenyuan.events.Registering.PartyRegistered;
import org.shenyuan.events.Role;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who, where, and under which number: everything named exists, everything new is new. */
@Configuration(proxyBeanMethods = false)
class IdentityChecks {

	private static final Map<String, String> TARGETS = Map.of("IN", "Base", "ON", "Parcel", "RUN_BY", "Party", "COVERS",
			"Base", "AUTHORISES", "Party", "FROM", "Accession");

	/**
	 * The author speaks for the party, and the party and the author may record such a
	 * thing.
	 */
	@Bean
	Check authorship() {
		return (event, facts, refusals) -> {
			Author author = facts.author();
			if (!author.speaksFor(event.by())) {
				refusals.refuse("author.party", "by", "party", event.by(), "yours", author.party());
			}
			if (!author.has(Role.ADMINISTRATOR) && event.recordedBy().stream().noneMatch(author::has)) {
				refusals.refuse("author.role", "type", "kind", event.kind(), "roles",
						event.recordedBy().stream().sorted().toList());
			}
			Thing party = facts.thing(event.by());
			boolean opensTheRegister = event instanceof PartyRegistered first && first.party().equals(first.by())
					&& author.has(Role.ADMINISTRATOR);
			if (opensTheRegister) {
				return;
			}
			if (party == null || !party.is("Party")) {
				refusals.refuse("unknown.party", "by", "id", event.by());
			}
			else if (event.recordedBy().stream().map(Role::name).noneMatch(party.roles()::contains)) {
				refusals.refuse("party.role", "by", "party", event.by(), "roles",
						event.recordedBy().stream().sorted().toList());
			}
		};
	}

	/** A number is given once. */
	@Bean
	Check newNumbers() {
		return (event, facts, refusals) -> {
			Effect effect = event.effect();
			Set<String> given = new HashSet<>();
			for (NewLot lot : effect.outputs()) {
				if (facts.lot(lot.id()) != null || !given.add(lot.id())) {
					refusals.refuse("lot.exists", "lot", "lot", lot.id());
				}
			}
			NewThing thing = effect.thing();
			if (thing != null && facts.thing(thing.id()) != null) {
				refusals.refuse("thing.exists", thing.label().toLowerCase(Locale.ROOT), "id", thing.id());
			}
		};
	}

	/** What an event points to is registered, and is what it should be. */
	@Bean
	Check links() {
		return (event, facts, refusals) -> {
			Effect effect = event.effect();
			NewThing thing = effect.thing();
			if (thing != null) {
				for (Link link : thing.links()) {
					String other = link.from().equals(thing.id()) ? link.to() : link.from();
					String label = link.from().equals(thing.id()) ? TARGETS.getOrDefault(link.type(), "Thing")
							: "Party";
					require(facts, refusals, other, label);
				}
			}
			switch (event) {
				case CertificateRuled ruled -> require(facts, refusals, ruled.certificate(), "Certificate");
				case BrandRuled ruled -> require(facts, refusals, ruled.authorisation(), "Authorisation");
				case ParcelSurveyed again -> require(facts, refusals, again.parcel(), "Parcel");
				case VarietyJudged judged -> require(facts, refusals, judged.variety(), "Variety");
				case Shipped shipped -> {
					require(facts, refusals, shipped.to(), "Party");
					if (shipped.to().equals(shipped.by())) {
						refusals.refuse("ship.self", "to", "party", shipped.to());
					}
				}
				default -> {
				}
			}
			if (event instanceof LandSurvey survey && survey.steward() != null) {
				Thing steward = facts.thing(survey.steward());
				if (steward == null || !steward.is("Party")) {
					refusals.refuse("unknown.party", "steward", "id", survey.steward());
				}
			}
			effect.outputs()
				.stream()
				.map(NewLot::variety)
				.filter(Objects::nonNull)
				.forEach((variety) -> require(facts, refusals, variety, "Variety"));
		};
	}

	/** Work is recorded by whoever runs the place. */
	@Bean
	Check place() {
		return (event, facts, refusals) -> {
			String place = event.effect().place();
			if (place != null) {
				String label = (event instanceof Growing) ? "Plot" : "Facility";
				Thing thing = require(facts, refusals, place, label);
				if (thing != null && !thing.isLinked("RUN_BY", event.by())) {
					refusals.refuse("place.operator", label.toLowerCase(Locale.ROOT), "place", place, "party",
							event.by());
				}
			}
		};
	}

	private static @Nullable Thing require(Facts facts, Refusals refusals, String id, String label) {
		Thing thing = facts.thing(id);
		if (thing == null || !thing.is(label)) {
			String field = label.toLowerCase(Locale.ROOT);
			refusals.refuse("unknown." + field, field, "id", id);
			return null;
		}
		return thing;
	}

}
