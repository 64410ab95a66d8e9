// The grams a lot started with are the grams its maker put out.
MATCH (:Event)-[o:OUTPUT]->(l:Lot)
WHERE l.grams IS NULL OR o.grams IS NULL OR l.grams <> o.grams
RETURN l.id AS lot, l.grams AS grams, o.grams AS made
