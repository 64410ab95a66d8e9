// A run's ranges are pairs within 1 to its count; no label is in two of those that are states of their own.
MATCH (r:Run)
WITH r, coalesce(r.activated, []) AS activated, coalesce(r.voided, []) AS voided, coalesce(r.spoiled, []) AS spoiled
WITH r, activated, voided, spoiled, activated + voided + spoiled AS ends,
     [coalesce(r.printed, []), coalesce(r.applied, []), coalesce(r.destroyed, []), coalesce(r.reprinted, [])] AS others
WITH r, activated, voided, spoiled, others, COLLECT {
  UNWIND range(0, size(ends) - 1, 2) AS i
  WITH ends[i] AS first, ends[i + 1] AS last ORDER BY first, last
  RETURN [first, last]
} AS ranges
WHERE any(list IN [activated, voided, spoiled] + others WHERE size(list) % 2 = 1)
  OR any(pair IN ranges WHERE pair[0] < 1 OR pair[0] > pair[1] OR pair[1] > r.count)
  OR any(i IN range(1, size(ranges) - 1) WHERE ranges[i][0] <= ranges[i - 1][1])
  OR any(list IN others WHERE any(i IN range(0, size(list) - 1, 2)
       WHERE list[i] < 1 OR list[i] > list[i + 1] OR list[i + 1] > r.count))
RETURN r.id AS run, r.count AS count, activated, voided, spoiled
