// What is left of a lot is what was made less what events that stand have used, never below nothing; a voided lot is neither used nor left.
MATCH (l:Lot)
WITH l, coalesce(l.voided, false) AS voided,
  [(l)-[i:INPUT]->(e:Event) WHERE NOT coalesce(e.corrected, false) | i.grams] AS uses
WITH l, voided, uses, reduce(sum = 0, grams IN uses | sum + coalesce(grams, 0)) AS used
WHERE l.left IS NULL OR l.left < 0
  OR voided AND (l.left <> 0 OR size(uses) > 0)
  OR NOT voided AND coalesce(l.left + used <> l.grams, true)
RETURN l.id AS lot, l.grams AS grams, used, l.left AS left, voided
