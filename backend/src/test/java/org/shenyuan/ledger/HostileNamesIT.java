package org.shenyuan.ledger;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.OneOfEach;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What an event names is there, and is what it should be. */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileNamesIT {

	/**
	 * Every place that names something, and how it is refused when there is no such
	 * thing.
	 */
	private static final String NAMES = """
			partyRegistered /county unknown.word
			varietyRegistered /species unknown.word
			varietyRegistered /varietyKind unknown.word
			varietyRegistered /accessions/0 unknown.accession
			accessionRegistered /species unknown.word
			accessionRegistered /county unknown.word
			varietyJudged /variety unknown.variety
			paperFiled /lot unknown.lot
			paperFiled /paperKind unknown.word
			conformityDeclared /lot unknown.lot
			conformityDeclared /method unknown.word
			brandAuthorised /brand unknown.word
			brandAuthorised /holder unknown.party
			brandAuthorised /products/0 unknown.word
			brandRuled /authorisation unknown.authorisation
			parcelRegistered /county unknown.word
			parcelRegistered /landClass unknown.word
			parcelRegistered /status unknown.word
			parcelRegistered /tenure unknown.word
			parcelRegistered /steward unknown.party
			parcelSurveyed /parcel unknown.parcel
			parcelSurveyed /landClass unknown.word
			parcelSurveyed /status unknown.word
			parcelSurveyed /tenure unknown.word
			parcelSurveyed /steward unknown.party
			baseRegistered /county unknown.word
			baseRegistered /operator unknown.party
			plotRegistered /base unknown.base
			plotRegistered /parcel unknown.parcel
			plotRegistered /operator unknown.party
			plotRegistered /cultivation unknown.word
			facilityRegistered /county unknown.word
			facilityRegistered /operator unknown.party
			certificateRegistered /base unknown.base
			certificateRegistered /certificateKind unknown.word
			certificateRegistered /level unknown.word
			certificateRegistered /species unknown.word
			seedRegistered /variety unknown.variety
			seedRegistered /species unknown.word
			seedRegistered /form unknown.word
			sown /plot unknown.plot
			sown /seed/0/lot unknown.lot
			seedlingsLifted /stand unknown.lot
			seedlingsLifted /plot unknown.plot
			transplanted /plot unknown.plot
			transplanted /seedlings/0/lot unknown.lot
			fieldWorked /stand unknown.lot
			fieldWorked /plot unknown.plot
			fieldWorked /work unknown.word
			harvested /stand unknown.lot
			harvested /plot unknown.plot
			sampled /lot unknown.lot
			tested /lot unknown.lot
			held /lot unknown.lot
			released /lot unknown.lot
			adjusted /lot unknown.lot
			corrected /event unknown.event
			certificateRuled /certificate unknown.certificate
			ruleRetired /rule unknown.rule
			signedOff /rule unknown.rule
			recalled /start unknown.start
			recallDrilled /start unknown.start
			caseRuled /file unknown.case
			recallEnded /recall unknown.event
			shipped /to unknown.party
			shipped /lines/0/lot unknown.lot
			received /lot unknown.lot
			purchased /species unknown.word
			purchased /product unknown.word
			processed /facility unknown.facility
			processed /process unknown.word
			processed /inputs/0/lot unknown.lot
			processed /outputs/0/product unknown.word
			regrouped /inputs/0/lot unknown.lot
			packed /facility unknown.facility
			packed /inputs/0/lot unknown.lot
			labelsIssued /lot unknown.lot
			labelsIssued /claims/brand unknown.authorisation
			labelsPrinted /run unknown.run
			labelsSpoiled /run unknown.run
			labelsActivated /run unknown.run
			reprintApproved /run unknown.run
			labelsReprinted /run unknown.run
			labelsApplied /run unknown.run
			labelsVoided /run unknown.run
			destructionApproved /run unknown.run
			labelsDestroyed /run unknown.run
			""";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private int chain = 10;

	@BeforeAll
	void settle() {
		this.world.settle();
	}

	@Test
	void whatIsNamedMustExist() {
		walk((body) -> {
			SoftAssertions softly = new SoftAssertions();
			NAMES.lines()
				.map((line) -> line.split(" ", -1))
				.filter((line) -> line[0].equals(Desk.kind(body)))
				.forEach((line) -> {
					String nobody = Set.of("/event", "/recall").contains(line[1]) ? UUID.randomUUID().toString()
							: "NOBODY";
					Problem problem = refused(body, OneOfEach.with(body, line[1], '"' + nobody + '"'));
					softly.assertThat(problem.status()).isEqualTo(422);
					softly.assertThat(problem.keys()).as("%s %s", Desk.kind(body), line[1]).contains(line[2]);
					softly.assertThat(problem.reasons())
						.as("%s %s", Desk.kind(body), line[1])
						.anyMatch((reason) -> reason.key().equals(line[2]) && reason.message().contains(nobody));
				});
			softly.assertAll();
		});
	}

	@Test
	void aPartyThatNobodyRegisteredRecordsNothing() {
		walk((body) -> assertThat(refused(body, OneOfEach.with(body, "/by", "\"NOBODY\"")).keys()).as(Desk.kind(body))
			.contains("unknown.party"));
	}

	@Test
	void aThingOfAnotherSortIsNotTheThing() {
		assertThat(refused("sown", "plot", "BASE-1").keys()).contains("unknown.plot");
		assertThat(refused("packed", "facility", "P1").keys()).contains("unknown.facility");
		assertThat(refused("plotRegistered", "base", "FARM").keys()).contains("unknown.base");
		assertThat(refused("shipped", "to", "BASE-1").keys()).contains("unknown.party");
	}

	private void walk(Consumer<ObjectNode> step) {
		new Desk(this.world.as("admin"), this.driver).walk(new OneOfEach(this.chain++), step);
	}

	private Problem refused(ObjectNode body, String json) {
		return new Desk(this.world.as("admin"), this.driver).refused(body, json);
	}

	private Problem refused(String kind, String field, String value) {
		ObjectNode body = new OneOfEach(9).of(kind);
		return refused(body, OneOfEach.with(body, "/" + field, '"' + value + '"'));
	}

}
