// What a laboratory's no means, and how a sample is found by its number.

CREATE INDEX event_sample FOR (e:Event) ON (e.sample);

UNWIND [
  {id: 'REPORT-1', kind: 'failed-report', subject: 'ANY', severity: 'hold', certainty: 'derived',
   source: 'Geumsan 2013: roots that had failed inspection were sold as passed. A failed lot stays stopped until a new sample passes'},
  {id: 'REPORT-2', kind: 'report-file', subject: 'ANY', severity: 'warn', certainty: 'general-knowledge',
   source: 'A report can be checked only against its own file'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.validFrom = date('1900-01-01');
