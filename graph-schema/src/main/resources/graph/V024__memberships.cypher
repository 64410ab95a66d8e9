// Somebody may belong to several parties, and is something else in each: roles stand with
// the membership, and only the administrator's with the account. A log-in and a token act
// for one party. A membership is as old as this, where nothing says how old it is.
MATCH (a:Account)-[m:MEMBER_OF]->(:Party)
SET m.roles = [role IN a.roles WHERE role <> 'ADMINISTRATOR'], m.since = datetime();

MATCH (t:Token|LogIn)-[:FOR]->(a:Account)
OPTIONAL MATCH (a)-[:MEMBER_OF]->(p:Party)
SET t.party = coalesce(p.id, '');

MATCH (a:Account)
SET a.roles = [role IN a.roles WHERE role = 'ADMINISTRATOR'];
