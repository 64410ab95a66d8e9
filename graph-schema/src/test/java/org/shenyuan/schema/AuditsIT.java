package org.shenyuan.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TestGraph.class)
@Timeout(60)
class AuditsIT {

	/**
	 * A bed sown, dug, dried, packed and labelled; one seed lot was entered by mistake.
	 */
	private static final String SOUND = """
			CREATE (p:Thing:Party {id: 'grower'}),
			  (sown:Event {id: 'sown', at: datetime('2020-04-20T08:00+08:00'), addedGrams: 5000, outGrams: 5000}),
			  (stand:Lot {id: 'stand', species: 'P. ginseng', grams: 5000, left: 1000, since: sown.at}),
			  (dug:Event {id: 'dug', at: datetime('2025-09-10T08:00+08:00'), inGrams: 4000, outGrams: 4000}),
			  (fresh:Lot {id: 'fresh', species: 'P. ginseng', grams: 4000, left: 0, since: dug.at}),
			  (dried:Event {id: 'dried', at: dug.at, inGrams: 4000, outGrams: 1000, lossGrams: 3000}),
			  (dry:Lot {id: 'dry', species: 'P. ginseng', grams: 1000, left: 0, since: dug.at}),
			  (boxed:Event {id: 'packed', at: datetime('2025-10-01T08:00+08:00'), inGrams: 1000, outGrams: 1000}),
			  (packed:Lot {id: 'packed', species: 'P. ginseng', grams: 1000, left: 1000, since: boxed.at}),
			  (wrong:Event {id: 'wrong', at: sown.at, addedGrams: 70, outGrams: 70, corrected: true}),
			  (void:Lot {id: 'void', species: 'P. notoginseng', grams: 70, left: 0, since: sown.at, voided: true}),
			  (used:Event {id: 'used', at: dug.at, inGrams: 70, lossGrams: 70, corrected: true}),
			  (tested:Event {id: 'tested', at: dug.at})-[:ABOUT]->(fresh),
			  (first:Run {id: 'first', count: 12, unitGrams: 100, activated: [4, 6, 1, 2], voided: [3, 3, 12, 12]})
			    -[:LABELS]->(packed),
			  (:Run {id: 'second', count: 0, unitGrams: 100})-[:LABELS]->(packed),
			  (:Run {id: 'third', count: 9, unitGrams: 0, printed: [1, 9], spoiled: [8, 9], activated: [1, 6],
			         applied: [5, 6, 1, 1], voided: [7, 7], destroyed: [7, 7], reprinted: [4, 4]})-[:LABELS]->(packed),
			  (sown)-[:OUTPUT {grams: 5000}]->(stand)-[:INPUT {grams: 4000}]->(dug),
			  (dug)-[:OUTPUT {grams: 4000}]->(fresh)-[:INPUT {grams: 4000}]->(dried),
			  (dried)-[:OUTPUT {grams: 1000}]->(dry)-[:INPUT {grams: 1000}]->(boxed)-[:OUTPUT {grams: 1000}]->(packed),
			  (wrong)-[:OUTPUT {grams: 70}]->(void)-[:INPUT {grams: 70}]->(used)
			WITH p MATCH (e:Event) CREATE (e)-[:BY]->(p)""";

	/** Audit and statement; each statement breaks the sound graph in a way of its own. */
	private static final List<Map.Entry<String, String>> DEFECTS = List.of(
			Map.entry("mass_is_conserved", "MATCH (e:Event {id: 'dried'}) SET e.lossGrams = 2999"),
			Map.entry("mass_is_conserved", "MATCH (e:Event {id: 'dug'}) SET e.inGrams = 4001, e.lossGrams = 1"),
			Map.entry("mass_is_conserved", "MATCH (e:Event {id: 'dug'}) SET e.outGrams = 4001, e.addedGrams = 1"),
			Map.entry("every_lot_has_one_maker", "CREATE (:Lot {id: 'found', grams: 0, left: 0})"),
			Map.entry("every_lot_has_one_maker", """
					MATCH (e:Event {id: 'tested'}), (l:Lot {id: 'stand'})
					CREATE (e)-[:OUTPUT {grams: 5000}]->(l)
					SET e.addedGrams = 5000, e.outGrams = 5000"""),
			Map.entry("every_lot_is_what_was_made", "MATCH (l:Lot {id: 'packed'}) SET l.grams = 1001, l.left = 1001"),
			Map.entry("what_is_left_adds_up", "MATCH (l:Lot {id: 'stand'}) SET l.left = 5000"),
			Map.entry("what_is_left_adds_up", "MATCH (l:Lot {id: 'stand'}) REMOVE l.left"),
			Map.entry("what_is_left_adds_up", "MATCH (l:Lot {id: 'void'}) SET l.left = 70"),
			Map.entry("what_is_left_adds_up", "MATCH (e:Event {id: 'used'}) REMOVE e.corrected"),
			Map.entry("species_is_carried", "MATCH (l:Lot {id: 'dry'}) SET l.species = 'P. quinquefolius'"),
			Map.entry("species_is_carried", "MATCH (l:Lot {id: 'stand'}) REMOVE l.species"),
			Map.entry("time_flows_forward",
					"MATCH (l:Lot {id: 'dry'}) SET l.since = datetime('2025-10-01T08:01+08:00')"),
			Map.entry("time_flows_forward",
					"MATCH (e:Event {id: 'dug'}) SET e.at = datetime('2025-09-10T08:01+08:00')"),
			Map.entry("nothing_is_its_own_ancestor",
					"MATCH (l:Lot {id: 'dry'}), (e:Event {id: 'dug'}) CREATE (l)-[:INPUT {grams: 0}]->(e)"),
			Map.entry("labels_fit_their_lot", "MATCH (r:Run {id: 'second'}) SET r.count = 1"),
			Map.entry("labels_fit_their_lot", "MATCH (r:Run {id: 'first'}) SET r.voided = [12, 12]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'first'}) SET r.activated = [0, 2]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'first'}) SET r.activated = [10, 13]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'first'}) SET r.activated = [6, 4]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'first'}) SET r.activated = [4, 6, 8]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'first'}) SET r.activated = [4, 6, 6, 8]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'first'}) SET r.activated = [11, 12]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'third'}) SET r.spoiled = [6, 8]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'third'}) SET r.printed = [1, 10]"),
			Map.entry("ranges_lie_in_their_run", "MATCH (r:Run {id: 'third'}) SET r.reprinted = [4]"),
			Map.entry("labels_are_what_they_were", "MATCH (r:Run {id: 'third'}) SET r.applied = [6, 7]"),
			Map.entry("labels_are_what_they_were", "MATCH (r:Run {id: 'third'}) SET r.printed = [1, 8]"),
			Map.entry("labels_are_what_they_were", "MATCH (r:Run {id: 'third'}) SET r.destroyed = [7, 8]"),
			Map.entry("every_event_has_an_author", "MATCH (:Event {id: 'tested'})-[by:BY]->() DELETE by"),
			Map.entry("every_event_has_an_author",
					"MATCH (e:Event {id: 'tested'}) CREATE (e)-[:BY]->(:Thing:Party {id: 'another'})"));

	@BeforeEach
	void aSoundGraph(Driver driver) {
		driver.executableQuery(SOUND).execute();
	}

	@Test
	void aSoundGraphHasNoFindings(Driver driver) {
		assertThat(Audits.run(driver)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void aDefectIsFoundByItsAuditAlone(Map.Entry<String, String> defect, Driver driver) {
		driver.executableQuery(defect.getValue()).execute();
		assertThat(Audits.run(driver)).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.audit()).isEqualTo(defect.getKey()));
	}

	static Stream<Map.Entry<String, String>> aDefectIsFoundByItsAuditAlone() {
		return DEFECTS.stream();
	}

	@Test
	@Timeout(20)
	void aLatticeOfSplitsAndMergesInOneMomentIsWalkedInTime(Driver driver) {
		driver.executableQuery("""
				MATCH (p:Party)
				WITH p, datetime('2025-10-01T08:00+08:00') AS at
				CREATE (:Event {id: 'level 0', at: at, addedGrams: 2, outGrams: 2})-[:BY]->(p)
				WITH p, at
				UNWIND range(1, 40) AS level
				CREATE (e:Event {id: 'level ' + level, at: at, inGrams: 2, outGrams: 2})-[:BY]->(p)
				WITH at, level, e
				MATCH (maker:Event {id: 'level ' + (level - 1)})
				UNWIND ['left', 'right'] AS side
				CREATE (maker)-[:OUTPUT {grams: 1}]->(l:Lot {id: side + level, grams: 1, left: 0, since: at})
				CREATE (l)-[:INPUT {grams: 1}]->(e)""").execute();
		driver.executableQuery("MATCH (e:Event {id: 'level 40'}) SET e.outGrams = 0, e.lossGrams = 2").execute();
		assertThat(Audits.run(driver)).isEmpty();
	}

	@Test
	void everyAuditHasADefectPlanted() {
		assertThat(DEFECTS.stream().map(Map.Entry::getKey).collect(toSet()))
			.isEqualTo(Audits.shipped().stream().map(Audit::name).collect(toSet()));
	}

}
