package org.shenyuan.graph;

import java.util.List;

import org.neo4j.driver.Driver;

/**
 * Makes every label, type and property of the model known to the database, so that a
 * warning about an unknown one is about a misspelt one. Written from the model's README,
 * not from the statements under test.
 */
final class Vocabulary {

	private static final List<String> MODEL = List.of(
			"CREATE (:Lot:Held:Recalled {id: 'v-1', kind: '', product: '', species: '', variety: '', holder: '', since: datetime(), grams: 0, left: 0, removed: 0, labelled: 0, yielded: 0, fresh: 0, units: 0, unitGrams: 0, gtin: '', grade: '', pieces: 0, plot: '', inTransit: true, external: true, voided: true, touched: datetime()})",
			"CREATE (:Event {id: 'v-2', kind: '', party: '', at: datetime(), recorded: datetime(), unlisted: datetime(), number: 0, position: 0, author: '', content: '', hash: '', inGrams: 0, outGrams: 0, addedGrams: 0, lossGrams: 0, corrected: true, process: '', witnessed: true, declaredSeasons: 0, activeIngredient: '', signs: '', signedRule: '', origin: '', standing: '', sample: '', findings: '', ended: true})",
			"CREATE (:Thing:Party:Parcel:Base:Plot:Facility:Certificate:Variety:Accession:Authorisation {id: 'v-3', name: '', nameLatin: '', roles: [], county: '', town: '', village: '', squareMetres: 0, landClass: '', level: '', grade: 0, status: '', round: '', surveyed: date(), cultivation: '', bedSquareMetres: 0, certificateKind: '', number: '', species: '', validFrom: date(), validTo: date(), varietyKind: '', collected: date(), collector: '', brand: '', products: [], quotaGrams: 0, touched: datetime(), tenure: '', steward: '', outline: '', issued: datetime()})",
			"CREATE (:Survey {id: 'v-9', parcel: '', county: '', squareMetres: 0, landClass: '', level: 0, grade: 0, status: '', tenure: '', steward: '', round: '', surveyed: date(), outline: ''})-[:SURVEYS]->(:Other), (:Cell {id: 'v-10', touched: datetime()})<-[:LIES_IN]-(:Other)",
			"CREATE (:Run {id: 'v-4', number: 0, keyVersion: 0, count: 0, unitGrams: 0, printed: [0], spoiled: [0], activated: [0], applied: [0], voided: [0], destroyed: [0], reprinted: [0], wording: '', food: date(), market: '', issued: datetime()})",
			"CREATE (:Impact {id: 'v-9', taken: datetime(), occasion: '', author: '', sum: '', content: ''})",
			"CREATE (:ScanKey:Other {day: '', key: ''}), (:Thing:Case {id: 'v-10', code: '', matter: '', words: '', contact: '', opened: datetime(), progress: ''})",
			"CREATE (:LabelStock:Other {party: '', id: '', name: '', geometry: ''}), (:Printer:Other {party: '', id: '', name: '', dpi: 0, right: 0.0, down: 0.0})",
			"CREATE (:CompanyPrefix:Other {prefix: '', extension: 0, party: '', used: 0, touched: datetime()}), (:Cartons:Other {id: '', prefix: '', extension: 0, first: 0, count: 0, lot: '', party: '', units: 0, grossGrams: 0, numbered: datetime(), author: ''})",
			"CREATE (:Account {name: 'v-5', hash: '', roles: [], invitation: '', invitedUntil: datetime(), closed: datetime(), touched: datetime()})-[:MEMBER_OF {roles: [''], since: datetime()}]->(:Other)<-[:OFFERED {roles: [''], since: datetime()}]-(:Other)<-[:FOR]-(:Token {hash: 'v-6', made: datetime(), expires: datetime(), party: ''})",
			"CREATE (:Deed {id: 'v-12', at: datetime(), deed: '', name: '', by: '', party: '', detail: ''})",
			"CREATE (:Unsigned {id: 'v-13', hash: '', kind: '', at: datetime(), party: '', author: '', asked: datetime(), findings: ''})",
			"CREATE (:Tally {id: 'v-11', county: '', month: '', verdict: '', scans: 0, touched: datetime()})",
			"CREATE (:Restoration {id: 'v-12', backup: '', begun: datetime()})",
			"CREATE (:Other)-[:DRAWS {season: 0, grams: 0, fresh: 0}]->(:Other)",
			"MATCH (a:Account {name: 'v-5'}) SET a.subject = '' CREATE (:LogIn {hash: 'v-60', device: '', remembered: true, made: datetime(), seen: datetime(), expires: datetime()})-[:FOR]->(a)",
			"CREATE (:Label {key: 'v-8', scans: 0, first: datetime(), early: 0, afterVoid: 0, networks: [''], touched: datetime()}), (:Counter {name: 'v-7', value: 0, touched: datetime()})",
			"CREATE (:Other)-[:INPUT {grams: 0}]->(:Other)-[:OUTPUT {grams: 0}]->(:Other)-[:AT]->(:Other)-[:BY]->(:Other)-[:ABOUT]->(:Other)-[:CORRECTS]->(:Other)-[:REGISTERS]->(:Other)-[:IN]->(:Other)-[:ON]->(:Other)-[:RUN_BY]->(:Other)-[:COVERS]->(:Other)-[:ISSUED]->(:Other)-[:OF]->(:Other)-[:LABELS]->(:Other)-[:CONCERNS]->(:Other)-[:RECALLS]->(:Other)-[:ENDS]->(:Other)-[:MEASURES]->(:Other)-[:FROM]->(:Other)-[:UNDER]->(:Other)-[:AUTHORISES]->(:Other)");

	private Vocabulary() {
	}

	static void plant(Driver driver) {
		MODEL.forEach((statement) -> driver.executableQuery(statement).execute());
		driver.executableQuery(
				"MATCH (n) WHERE n:Other OR n.id STARTS WITH 'v-' OR n.name STARTS WITH 'v-' OR n.key STARTS WITH 'v-' DETACH DELETE n")
			.execute();
	}

}
