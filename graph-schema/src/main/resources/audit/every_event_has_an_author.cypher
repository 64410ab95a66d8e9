// Exactly one party answers for each event.
MATCH (e:Event)
WITH e, [(e)-[:BY]->(p:Party) | p.id] AS parties
WHERE size(parties) <> 1
RETURN e.id AS event, parties
