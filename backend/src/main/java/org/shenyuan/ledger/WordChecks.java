package org.shenyuan.ledger;

import org.shenyuan.events.Amending.Adjusted;
import org.shenyuan.events.Branding.BrandAuthorised;
import org.shenyuan.events.Documenting.ConformityDeclared;
import org.shenyuan.events.Documenting.PaperFiled;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.SeedRegistered;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Making.Packed;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Registering.BaseRegistered;
import org.shenyuan.events.Registering.CertificateRegistered;
import org.shenyuan.events.Registering.FacilityRegistered;
import org.shenyuan.events.Registering.ParcelRegistered;
import org.shenyuan.events.Registering.PartyRegistered;
import org.shenyuan.events.Registering.PlotRegistered;
import org.shenyuan.events.Registering.VarietyRegistered;
import org.shenyuan.events.Sourcing.AccessionRegistered;
import org.shenyuan.events.Trading.Purchased;
import org.shenyuan.vocabulary.Terms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Words that machines compare come from the vocabulary. */
@Configuration(proxyBeanMethods = false)
class WordChecks {

	@Bean
	Check words(Terms terms) {
		return (event, facts, refusals) -> {
			Words words = new Words(terms, refusals);
			switch (event) {
				case PartyRegistered party -> words.check("county", "county", party.county());
				case BaseRegistered base -> words.check("county", "county", base.county());
				case FacilityRegistered facility -> words.check("county", "county", facility.county());
				case PlotRegistered plot -> words.check("cultivation", "cultivation", plot.cultivation());
				case LandSurvey survey -> {
					if (event instanceof ParcelRegistered parcel) {
						words.check("county", "county", parcel.county());
					}
					words.check("landClass", "landClass", survey.landClass());
					words.check("landStatus", "status", survey.status());
					if (survey.tenure() != null) {
						words.check("tenure", "tenure", survey.tenure());
					}
				}
				case VarietyRegistered variety -> {
					words.check("species", "species", variety.species());
					words.check("varietyKind", "varietyKind", variety.varietyKind());
				}
				case CertificateRegistered certificate -> {
					words.check("species", "species", certificate.species());
					words.check("certificateKind", "certificateKind", certificate.certificateKind());
					words.check("level", "level", certificate.level());
				}
				case AccessionRegistered accession -> {
					words.check("species", "species", accession.species());
					words.check("county", "county", accession.county());
				}
				case PaperFiled paper -> words.check("paperKind", "paperKind", paper.paperKind());
				case ConformityDeclared declared -> words.check("conformityMethod", "method", declared.method());
				case BrandAuthorised authorised -> {
					words.check("brand", "brand", authorised.brand());
					authorised.products().forEach((product) -> words.check("product", "products", product));
				}
				case SeedRegistered seed -> {
					words.check("species", "species", seed.species());
					words.check("product", "form", seed.form());
				}
				case Adjusted loss when loss.cause() != null -> words.check("loss", "cause", loss.cause());
				case FieldWorked work -> words.check("work", "work", work.work());
				case Purchased bought -> {
					words.check("species", "species", bought.species());
					words.check("product", "product", bought.product());
				}
				case Processed run -> {
					words.check("process", "process", run.process());
					run.outputs().forEach((out) -> words.check("product", "outputs.product", out.product()));
				}
				case LabelsIssued issued when issued.claims() != null && issued.claims().market() != null ->
					words.check("market", "claims.market", issued.claims().market());
				case Packed packed when packed.grade() != null -> words.check("grade", "grade", packed.grade());
				default -> {
				}
			}
		};
	}

	private record Words(Terms terms, Refusals refusals) {

		void check(String scheme, String field, String code) {
			if (!this.terms.knows(scheme, code)) {
				this.refusals.refuse("unknown.word", field, "list", scheme, "given", code);
			}
		}

	}

}
