// No event uses a lot before it is there, or before the event that made it.
MATCH (l:Lot)-[:INPUT]->(e:Event)
OPTIONAL MATCH (maker:Event)-[:OUTPUT]->(l)
WITH l, e, maker
WHERE e.at IS NULL OR l.since IS NULL OR e.at < l.since OR e.at < maker.at
RETURN e.id AS event, e.at AS at, l.id AS lot, l.since AS since, maker.at AS made
