// What goes into an event, with what it declares as added, comes out or is declared as lost; its sums are those of its arrows.
MATCH (e:Event)
WITH e,
  coalesce(e.inGrams, 0) AS taken, coalesce(e.addedGrams, 0) AS added,
  coalesce(e.outGrams, 0) AS given, coalesce(e.lossGrams, 0) AS lost,
  reduce(sum = 0, grams IN [(e)<-[i:INPUT]-() | i.grams] | sum + coalesce(grams, 0)) AS inputs,
  reduce(sum = 0, grams IN [(e)-[o:OUTPUT]->() | o.grams] | sum + coalesce(grams, 0)) AS outputs
WHERE taken + added <> given + lost OR taken <> inputs OR given <> outputs
RETURN e.id AS event, taken, added, given, lost, inputs, outputs
