// Labels on packs are active, spoiled ones were printed, destroyed ones are void.
MATCH (r:Run)
UNWIND [[r.applied, r.activated], [r.spoiled, r.printed], [r.destroyed, r.voided]] AS pair
WITH r, coalesce(pair[0], []) AS inner, coalesce(pair[1], []) AS outer
WHERE any(i IN range(0, size(inner) - 1, 2)
  WHERE none(j IN range(0, size(outer) - 1, 2) WHERE outer[j] <= inner[i] AND inner[i + 1] <= outer[j + 1]))
RETURN r.id AS run, inner, outer
