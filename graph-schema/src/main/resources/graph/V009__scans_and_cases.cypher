// Scans beyond what one pack sees, programs that are no buyers, and what buyers report.

CREATE CONSTRAINT scan_key_day FOR (k:ScanKey) REQUIRE k.day IS UNIQUE;
CREATE INDEX case_code FOR (c:Case) ON (c.code);
CREATE INDEX case_opened FOR (c:Case) ON (c.opened);

UNWIND [
  {id: 'SCANS-2', kind: 'scan-total', mostScans: 100, severity: 'warn', certainty: 'derived',
   source: 'A pack passes a packer, a carrier, a shop and a household, a few scans each; a hundred leaves room for a shop window'},
  {id: 'SCANS-3', kind: 'scan-early', mostScans: 3, severity: 'inform', certainty: 'derived',
   source: 'A packing table tries a label or two before it activates the roll; more scans speak for a roll that went astray'},
  {id: 'SCANS-4', kind: 'scan-void', mostScans: 0, severity: 'inform', certainty: 'derived',
   source: 'A void label is on no pack, so nobody should come across it'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.subject = 'ANY', r.validFrom = date('1900-01-01');

UNWIND range(0, 13) AS i
WITH i, ['bot/', 'bot;', 'bot)', 'bot-', 'bot 1', 'crawler', 'spider', 'slurp', 'preview', 'externalhit', 'whatsapp/',
         'telegrambot', 'yeti/', 'kakaotalk-scrap'][i] AS name
MERGE (r:Rule {id: 'CRAWLER-' + (i + 1)})
SET r.kind = 'scan-crawler', r.subject = name, r.severity = 'inform', r.certainty = 'general-knowledge',
    r.source = 'How crawlers and link previews introduce themselves, in lower case; a slash or the like keeps telephones named Cubot out',
    r.validFrom = date('1900-01-01');

UNWIND [
  {place: 1, code: 'COPIED', zh: '怀疑是仿冒', en: 'It may be a copy', ko: '위조로 의심됨'},
  {place: 2, code: 'OPENED', zh: '包装被拆开过', en: 'The pack had been opened', ko: '포장이 뜯겨 있었음'},
  {place: 3, code: 'DIFFERENT', zh: '与页面所述不符', en: 'It is not what the page says', ko: '안내와 다름'},
  {place: 4, code: 'UNWELL', zh: '食用后不适', en: 'I felt unwell after eating it', ko: '먹은 뒤 몸이 좋지 않음'},
  {place: 5, code: 'OTHER', zh: '其他', en: 'Something else', ko: '기타'}
] AS term
MERGE (t:Term {scheme: 'matter', code: term.code})
SET t += term, t.source = 'own list';
