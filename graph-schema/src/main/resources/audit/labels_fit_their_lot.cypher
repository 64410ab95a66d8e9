// The labels of a packed lot, void ones aside, stand for no more grams than the lot was made with.
MATCH (l:Lot)<-[:LABELS]-(r:Run)
WITH l, r, coalesce(r.voided, []) AS ends
WITH l, r, reduce(sum = 0, i IN range(0, size(ends) - 2, 2) | sum + ends[i + 1] - ends[i] + 1) AS voided
WITH l, sum((r.count - voided) * r.unitGrams) AS labelled
WHERE labelled > l.grams
RETURN l.id AS lot, l.grams AS grams, labelled
