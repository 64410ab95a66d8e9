// Papers of seed, the committee's say in varieties, the regional brand, the certificate of conformity,
// and what a complete record has.

UNWIND [
  {place: 1, code: 'PRODUCTION-PERMIT', zh: '种子生产经营许可证', en: 'Seed production and trade permit', ko: '종자 생산·경영 허가증'},
  {place: 2, code: 'QUARANTINE', zh: '植物检疫证书', en: 'Plant quarantine certificate', ko: '식물검역증명서'}
] AS term
MERGE (t:Term {scheme: 'paperKind', code: term.code})
SET t += term, t.source = 'GK';

UNWIND [
  {place: 1, code: 'SELF-TEST', zh: '自我检测合格', en: 'Tested by the producer', ko: '자체 검사'},
  {place: 2, code: 'COMMISSIONED', zh: '委托检测合格', en: 'Tested on commission', ko: '위탁 검사'},
  {place: 3, code: 'INTERNAL-CONTROL', zh: '质量安全控制符合要求', en: 'Controlled in production', ko: '내부 품질관리'}
] AS term
MERGE (t:Term {scheme: 'conformityMethod', code: term.code})
SET t += term, t.source = '承诺达标合格证, template of 2019: self-made, may note an own or an entrusted test';

UNWIND [
  {code: 'TONGHUA', zh: '通化人参', en: 'Tonghua Ginseng', ko: '퉁화 인삼'}
] AS term
MERGE (t:Term {scheme: 'brand', code: term.code})
SET t += term, t.source = 'Tonghua city development article, 2023: a regional brand is to be founded; its name is derived';

UNWIND [
  {id: 'VARIETY-1', kind: 'variety-approval', subject: 'LANDRACE', leastExperts: 2, severity: 'warn',
   certainty: 'derived', validFrom: date('2024-01-01'),
   source: 'Tonghua 2023: an expert committee is set up; two voices, so that nobody approves alone'},
  {id: 'VARIETY-2', kind: 'variety-approval', subject: 'REGISTERED', leastExperts: 2, severity: 'warn',
   certainty: 'derived', validFrom: date('2024-01-01'), source: 'As for landraces'},

  {id: 'PAPER-1', kind: 'seed-paper', subject: 'PRODUCTION-PERMIT', severity: 'inform', certainty: 'general-knowledge',
   validFrom: date('1900-01-01'), source: 'Seed for sale is produced under a permit'},
  {id: 'PAPER-2', kind: 'seed-paper', subject: 'QUARANTINE', severity: 'inform', certainty: 'general-knowledge',
   validFrom: date('1900-01-01'), source: 'Seed and seedlings travel with a quarantine certificate'},

  {id: 'BRAND-1', kind: 'brand-species', subject: 'TONGHUA', species: 'PANAX-GINSENG', severity: 'refuse',
   certainty: 'derived', validFrom: date('1900-01-01'), source: 'The regional brand is a brand of Panax ginseng'},
  {id: 'BRAND-2', kind: 'brand-county', subject: 'TONGHUA', leastTracedPercent: 100, severity: 'refuse',
   certainty: 'derived', validFrom: date('1900-01-01'),
   source: 'As for the geographical indication: every gram from a county of the protected area'},
  {id: 'BRAND-3', kind: 'brand-certified', subject: 'TONGHUA', leastPercent: 100, severity: 'refuse',
   certainty: 'derived', validFrom: date('1900-01-01'), source: 'Every gram dug under a valid certificate of its base'},

  {id: 'CONFORMITY-1', kind: 'conformity-mixing', subject: 'ANY', severity: 'refuse', certainty: 'found',
   validFrom: date('2026-02-01'),
   source: '农产品质量安全承诺达标合格证管理办法 (2025 年第 4 号令): goods of several producers, mixed or repacked, need a new certificate'},
  {id: 'CONFORMITY-2', kind: 'conformity-duty', subject: 'FRESH', severity: 'inform', certainty: 'general-knowledge',
   validFrom: date('2026-02-01'),
   source: '农产品质量安全承诺达标合格证管理办法: enterprises and cooperatives issue one per batch, farmers are encouraged; whether fresh ginseng is covered is not established'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule;

UNWIND ['ORIGIN', 'SEED-SOURCE', 'SOWING', 'ACCESSION', 'APPROVAL', 'SEED-PAPER', 'CERTIFICATE', 'WITNESS', 'TEST',
        'CONFORMITY'] AS what
MERGE (r:Rule {id: 'WHOLE-' + what})
SET r.kind = 'completeness', r.subject = what, r.severity = 'inform', r.certainty = 'derived',
    r.source = 'What a buyer expects behind a scan', r.validFrom = date('1900-01-01');
