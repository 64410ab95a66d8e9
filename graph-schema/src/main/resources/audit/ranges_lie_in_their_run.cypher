// Activated and voided ranges are pairs within 1 to the run's count, and no label is in two of them.
MATCH (r:Run)
WITH r, coalesce(r.activated, []) AS activated, coalesce(r.voided, []) AS voided
WITH r, activated, voided, activated + voided AS ends
WITH r, activated, voided, COLLECT {
  UNWIND range(0, size(ends) - 1, 2) AS i
  WITH ends[i] AS first, ends[i + 1] AS last ORDER BY first, last
  RETURN [first, last]
} AS ranges
WHERE size(activated) % 2 = 1 OR size(voided) % 2 = 1
  OR any(pair IN ranges WHERE pair[0] < 1 OR pair[0] > pair[1] OR pair[1] > r.count)
  OR any(i IN range(1, size(ranges) - 1) WHERE ranges[i][0] <= ranges[i - 1][1])
RETURN r.id AS run, r.count AS count, activated, voided
