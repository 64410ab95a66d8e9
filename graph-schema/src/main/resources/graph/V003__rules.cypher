// Numbers of the trade, each with its source, how sure it is, from when to when it holds, and how hard it is.
// certainty: found | derived | general-knowledge.  severity: refuse | sign-off | hold | warn | inform.
// Dates within a year are written MM-DD. A number says its unit in its name.

CREATE INDEX event_signs FOR (e:Event) ON (e.signs);
CREATE CONSTRAINT label_key FOR (l:Label) REQUIRE l.key IS UNIQUE;

UNWIND [
  {id: 'SEASON-1', kind: 'growing-season', subject: 'PANAX-GINSENG', emergesUntil: '05-31', completeFrom: '08-01',
   severity: 'inform', certainty: 'derived',
   source: 'Emergence in May, leaf-down in October, digging from August: age counts completed growing seasons'},
  {id: 'SEASON-2', kind: 'growing-season', subject: 'PANAX-QUINQUEFOLIUS', emergesUntil: '05-31', completeFrom: '08-01',
   severity: 'inform', certainty: 'derived', source: 'As for Panax ginseng; harvest from mid-September'},

  {id: 'YIELD-1', kind: 'yield-cap', subject: 'GARDEN-FARMLAND', mostGramsPerSquareMetre: 3000, severity: 'warn',
   certainty: 'found', source: 'Highest reported yield of a bed, 3 kg per square metre (weak source); Fusong 2020 gives about 2.2'},
  {id: 'YIELD-2', kind: 'yield-cap', subject: 'GARDEN-FARMLAND', mostGramsPerSquareMetre: 4000, severity: 'sign-off',
   certainty: 'derived', source: 'A third above the highest reported yield of a bed'},
  {id: 'YIELD-3', kind: 'yield-cap', subject: 'GARDEN-FOREST', mostGramsPerSquareMetre: 3000, severity: 'warn',
   certainty: 'found', source: 'Highest reported yield of a bed, 3 kg per square metre (weak source)'},
  {id: 'YIELD-4', kind: 'yield-cap', subject: 'GARDEN-FOREST', mostGramsPerSquareMetre: 4000, severity: 'sign-off',
   certainty: 'derived', source: 'A third above the highest reported yield of a bed'},

  {id: 'RATIO-1', kind: 'dry-ratio', subject: 'DRYING', least: 2.8, most: 4.0, severity: 'warn',
   certainty: 'general-knowledge', source: 'Trade rule 3 to 4 to 1; 3.45 at a Wisconsin kiln'},
  {id: 'RATIO-2', kind: 'dry-ratio', subject: 'RED', least: 3.0, most: 4.2, severity: 'warn',
   certainty: 'general-knowledge', source: 'Trade rule for red ginseng'},
  {id: 'RATIO-3', kind: 'dry-ratio', subject: 'FREEZE-DRYING', least: 2.8, most: 4.5, severity: 'warn',
   certainty: 'general-knowledge', source: 'Trade rule for freeze-dried ginseng'},

  {id: 'REST-1', kind: 'rest-years', subject: 'PANAX-GINSENG', leastYears: 15, severity: 'warn', certainty: 'found',
   source: 'Korean source: a plot planted once cannot take ginseng again for at least 15 years'},
  {id: 'REST-2', kind: 'rest-years', subject: 'PANAX-QUINQUEFOLIUS', leastYears: 15, severity: 'warn',
   certainty: 'general-knowledge', source: 'As for Panax ginseng'},

  {id: 'RECEIPT-1', kind: 'receipt-tolerance', subject: 'ANY', mostPercent: 3, severity: 'refuse', certainty: 'derived',
   source: 'Declared against weighed: above 3 per cent a reason is asked'},

  {id: 'FOOD-1', kind: 'food-gate', subject: 'PANAX-GINSENG', mostSeasons: 5, mostGramsADay: 3, excludedCultivation: 'UNDER-FOREST', severity: 'refuse',
   certainty: 'found', source: '卫生部公告 2012 年第 17 号: cultivated, at most 5 years, root and rhizome, at most 3 g a day'},

  {id: 'SCANS-1', kind: 'scan-networks', subject: 'ANY', mostNetworks: 8, withinDays: 3, severity: 'warn',
   certainty: 'derived', source: 'One pack is opened by one household: many networks in few days speak for a copied code'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.validFrom = date('1900-01-01');

UNWIND ['220582', '220521', '220523', '220524'] AS county
MERGE (r:Rule {id: 'GI-' + county})
SET r.kind = 'gi-county', r.subject = county, r.severity = 'refuse', r.certainty = 'found',
    r.source = 'GB/T 19506-2009 吉林长白山人参: counties of Tonghua in the protected area', r.validFrom = date('1900-01-01');
