package org.shenyuan.ledger;

import org.shenyuan.graph.Cypher;

/**
 * The one statement that writes what was accepted. Each part takes the rows of one name
 * from {@link Rows}, in an order in which whatever a part looks for has been made by the
 * parts before it.
 * <p>
 * All rows are one parameter, because Neo4j plans a statement anew for every combination
 * of empty, short and long lists among its parameters.
 */
final class Writing {

	static final Cypher OF_ROWS = Cypher.of("""
			CALL () {
			  UNWIND $rows.things AS thing
			  CREATE (t:Thing:$(thing.label) {id: thing.id})
			  SET t += thing.properties
			}
			CALL () {
			  UNWIND $rows.links AS link
			  MATCH (a:Thing {id: link.from})
			  MATCH (b:Thing {id: link.to})
			  CREATE (a)-[:$(link.type)]->(b)
			}
			CALL () {
			  UNWIND $rows.made AS made
			  MATCH (e:Event {id: made.event})
			  CREATE (e)-[:OUTPUT {grams: made.grams}]->(l:Lot)
			  SET l = made.properties
			  WITH l, made
			  MATCH (v:Thing {id: made.variety})
			  CREATE (l)-[:OF]->(v)
			}
			CALL () {
			  UNWIND $rows.events AS row
			  MATCH (e:Event {id: row.id})
			  SET e += row.properties
			  WITH e, row
			  MATCH (p:Thing {id: row.by})
			  CREATE (e)-[:BY]->(p)
			}
			CALL () {
			  UNWIND $rows.at AS row
			  MATCH (e:Event {id: row.event})
			  MATCH (p:Thing {id: row.place})
			  CREATE (e)-[:AT]->(p)
			}
			CALL () {
			  UNWIND $rows.registers AS row
			  MATCH (e:Event {id: row.event})
			  MATCH (t:Thing {id: row.thing})
			  CREATE (e)-[:REGISTERS]->(t)
			}
			CALL () {
			  UNWIND $rows.concerns AS row
			  MATCH (e:Event {id: row.event})
			  MATCH (t:Thing {id: row.thing})
			  CREATE (e)-[:CONCERNS]->(t)
			}
			CALL () {
			  UNWIND $rows.cases AS row
			  MATCH (t:Thing {id: row.file})
			  SET t.progress = row.progress, t.contact = CASE WHEN row.over THEN null ELSE t.contact END
			}
			CALL () {
			  UNWIND $rows.inputs AS row
			  MATCH (e:Event {id: row.event})
			  MATCH (l:Lot {id: row.lot})
			  CREATE (l)-[:INPUT {grams: row.grams}]->(e)
			}
			CALL () {
			  UNWIND $rows.about AS row
			  MATCH (e:Event {id: row.event})
			  MATCH (l:Lot {id: row.lot})
			  CREATE (e)-[:ABOUT]->(l)
			}
			CALL () {
			  UNWIND $rows.balances AS row
			  MATCH (l:Lot {id: row.lot})
			  SET l += row.properties
			}
			CALL () {
			  UNWIND $rows.held AS id
			  MATCH (l:Lot {id: id})
			  SET l:Held
			}
			CALL () {
			  UNWIND $rows.freed AS id
			  MATCH (l:Lot {id: id})
			  REMOVE l:Held
			}
			CALL () {
			  UNWIND $rows.issued AS run
			  MATCH (l:Lot {id: run.lot})
			  CREATE (r:Run {id: run.id})-[:LABELS]->(l)
			  SET r.food = run.food, r.market = run.market, r.issued = run.at
			}
			CALL () {
			  UNWIND $rows.runs AS run
			  MATCH (r:Run {id: run.id})
			  SET r += run.properties
			}
			CALL () {
			  UNWIND $rows.branded AS row
			  MATCH (r:Run {id: row.run})
			  MATCH (a:Thing {id: row.authorisation})
			  CREATE (r)-[:UNDER]->(a)
			}
			CALL () {
			  UNWIND $rows.rules AS row
			  CREATE (r:Rule {id: row.id})
			  SET r += row.properties
			}
			CALL () {
			  UNWIND $rows.retired AS row
			  MATCH (r:Rule {id: row.id})
			  SET r.validTo = row.validTo
			}
			CALL () {
			  UNWIND $rows.revisions AS row
			  MERGE (c:Counter {name: 'rules'})
			  SET c.value = coalesce(c.value, 0) + row.steps
			}
			CALL () {
			  UNWIND $rows.used AS row
			  MATCH (e:Event {id: row.approval})
			  SET e.ended = true
			}
			CALL () {
			  UNWIND $rows.recalls AS row
			  MATCH (e:Event {id: row.event})
			  CALL (row) {
			    WITH row WHERE row.source = 'LOT'
			    MATCH (n:Lot {id: row.start})
			    RETURN n
			  UNION
			    WITH row WHERE row.source = 'PLOT'
			    MATCH (:Thing {id: row.start})<-[:AT]-(n:Event)
			    RETURN n
			  UNION
			    WITH row WHERE row.source = 'EVENT'
			    MATCH (n:Event {id: row.start})
			    RETURN n
			  UNION
			    WITH row WHERE row.source = 'EVENT'
			    MATCH (o:Event {id: row.start})-[:ABOUT]->(n:Lot)
			    WHERE o.kind <> 'fieldWorked'
			    RETURN n
			  UNION
			    WITH row WHERE row.source = 'EVENT'
			    MATCH (o:Event {id: row.start})-[:ABOUT]->(:Lot)-[:INPUT]->(n:Event)
			    WHERE o.kind = 'fieldWorked' AND n.at >= o.at
			    RETURN n
			  UNION
			    WITH row WHERE row.source = 'RUN'
			    MATCH (n:Run {id: row.start})
			    RETURN n
			  }
			  SET n:Recalled
			  CREATE (e)-[:RECALLS]->(n)
			}
			CALL () {
			  UNWIND $rows.recallsEnded AS row
			  MATCH (e:Event {id: row.recall})
			  MATCH (end:Event {id: row.event})
			  CREATE (end)-[:ENDS]->(e)
			  SET e.ended = true
			  WITH e
			  MATCH (e)-[:RECALLS]->(n)
			  WHERE NOT EXISTS { MATCH (n)<-[:RECALLS]-(other:Event) WHERE other.ended IS NULL }
			  REMOVE n:Recalled
			}
			CALL () {
			  UNWIND $rows.corrections AS row
			  MATCH (e:Event {id: row.event})
			  MATCH (wrong:Event {id: row.wrong})
			  SET wrong.corrected = true
			  CREATE (e)-[:CORRECTS]->(wrong)
			}
			""");

	private Writing() {
	}

}
