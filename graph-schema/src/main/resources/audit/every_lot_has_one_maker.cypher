// Each lot comes out of exactly one event.
MATCH (l:Lot)
WITH l, [(l)<-[:OUTPUT]-(e:Event) | e.id] AS makers
WHERE size(makers) <> 1
RETURN l.id AS lot, makers
