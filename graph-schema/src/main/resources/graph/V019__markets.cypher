// Markets that labels are for: the language on them, who may be sold what as food there, and what they have to say.
// The first is where labels are for when nobody says.

UNWIND [
  {place: 1, code: 'CN', zh: '中国', en: 'China', ko: '중국', language: 'zh'},
  {place: 2, code: 'KR', zh: '韩国', en: 'Korea', ko: '한국', language: 'ko'},
  {place: 3, code: 'US', zh: '美国', en: 'United States', ko: '미국', language: 'en'}
] AS term
MERGE (t:Term {scheme: 'market', code: term.code})
SET t += term;

UNWIND [
  {id: 'FOOD-KR', kind: 'food-gate', subject: 'PANAX-GINSENG', market: 'KR', severity: 'refuse',
   certainty: 'general-knowledge', source: 'The Korean Food Code lists the cultivated root as food, whatever its age',
   excludedCultivation: 'UNDER-FOREST'},
  {id: 'FOOD-US-1', kind: 'food-gate', subject: 'PANAX-GINSENG', market: 'US', severity: 'refuse',
   certainty: 'general-knowledge', source: 'Sold as a herb or supplement; only Panax may be called ginseng there'},
  {id: 'FOOD-US-2', kind: 'food-gate', subject: 'PANAX-QUINQUEFOLIUS', market: 'US', severity: 'refuse',
   certainty: 'general-knowledge', source: 'Sold as a herb or supplement; only Panax may be called ginseng there'},
  {id: 'WORDING-US', kind: 'label-wording', subject: 'US', severity: 'inform', certainty: 'general-knowledge',
   zh: '孕妇、哺乳期妇女以及服用抗凝血药或降糖药者，食用前请咨询医生',
   en: 'Ask a doctor before use if pregnant, nursing, or taking medicines against clotting or for diabetes',
   ko: '임신·수유 중이거나 항응고제·당뇨치료제를 복용 중이면 섭취 전에 의사와 상담하십시오',
   source: 'Usual wording on ginseng products'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.validFrom = date('1900-01-01');
