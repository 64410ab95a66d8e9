// What was issued and dug in a month, and what lies in a county, without reading anything else.
CREATE INDEX base_county FOR (b:Base) ON (b.county, b.id);
CREATE INDEX run_issued FOR (r:Run) ON (r.issued);
CREATE INDEX event_kind FOR (e:Event) ON (e.kind, e.at);
CREATE CONSTRAINT tally_id FOR (t:Tally) REQUIRE t.id IS UNIQUE;
CREATE INDEX tally_month FOR (t:Tally) ON (t.month);

MATCH (r:Run)-[:LABELS]->(:Lot)<-[:ABOUT]-(e:Event)
WHERE e.kind = 'labelsIssued' AND e.content CONTAINS '"run":"' + r.id + '"'
SET r.issued = e.at;

MERGE (r:Rule {id: 'ISSUED-1'})
SET r.kind = 'issued-share', r.subject = 'ANY', r.nearPercent = 90, r.mostPercent = 100, r.severity = 'inform',
    r.certainty = 'derived', r.validFrom = date('1900-01-01'),
    r.source = 'Labels cannot stand for more roots than were dug; nine tenths of a season on labels, when rootlets and loss go without, is worth a look';

MERGE (t:Term {scheme: 'ruleKind', code: 'issued-share'})
SET t.place = 42, t.zh = '发标与采收', t.en = 'Labels against harvest', t.ko = '라벨과 수확량', t.source = 'glossary of the trade';

MERGE (t:Term {scheme: 'ruleValue', code: 'nearPercent'})
SET t.zh = '接近（%）', t.en = 'Near from, %', t.ko = '근접 기준(%)', t.source = 'what the checks read';
