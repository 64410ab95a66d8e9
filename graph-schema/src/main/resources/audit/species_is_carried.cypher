// What comes out of an event is of the one species that went in.
MATCH (e:Event)
WITH e,
  COLLECT { MATCH (e)<-[:INPUT]-(l:Lot) RETURN DISTINCT coalesce(l.species, 'none') } AS taken,
  COLLECT { MATCH (e)-[:OUTPUT]->(l:Lot) RETURN DISTINCT coalesce(l.species, 'none') } AS given
WHERE size(taken) > 0 AND size(given) > 0 AND (size(taken) > 1 OR taken <> given)
RETURN e.id AS event, taken, given
