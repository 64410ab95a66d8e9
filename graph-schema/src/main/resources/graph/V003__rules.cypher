// Numbers of the trade, each with its source, how sure it is, from when to when it holds, and how hard it is.
// certainty: found | derived | general-knowledge.  severity: refuse | sign-off | warn | inform.
// Dates within a year are written MM-DD.

UNWIND [
  {id: 'SEASON-1', kind: 'growing-season', subject: 'PANAX-GINSENG', emergesUntil: '05-31', completeFrom: '08-01',
   severity: 'inform', certainty: 'derived', validFrom: date('1900-01-01'),
   source: 'Emergence in May, leaf-down in October, digging from August: age counts completed growing seasons'},
  {id: 'SEASON-2', kind: 'growing-season', subject: 'PANAX-QUINQUEFOLIUS', emergesUntil: '05-31', completeFrom: '08-01',
   severity: 'inform', certainty: 'derived', validFrom: date('1900-01-01'),
   source: 'As for Panax ginseng; harvest from mid-September'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule;
