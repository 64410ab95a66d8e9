// Who recorded what, the latest first: of everybody, of one person, of one party.
CREATE INDEX event_recorded FOR (e:Event) ON (e.recorded, e.id);
CREATE INDEX event_author FOR (e:Event) ON (e.author, e.recorded, e.id);
CREATE INDEX event_party FOR (e:Event) ON (e.party, e.recorded, e.id);

MATCH (e:Event)-[:BY]->(p:Party)
SET e.party = p.id;
