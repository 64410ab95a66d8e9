// In what growers count beds. What one is on a base, the authority sets for the base, with
// the source and the day from which on it holds: a rule whose subject is the base.
UNWIND [
  {place: 1, code: 'ZHANG', zh: '丈（参床长度）', en: 'zhang 丈 of bed', ko: '장(丈, 두둑 길이)'},
  {place: 2, code: 'KAN', zh: '间（韩国칸）', en: 'kan 칸 of bed', ko: '칸'}
] AS term
MERGE (t:Term {scheme: 'areaUnit', code: term.code})
SET t += term, t.source = 'glossary of the trade';

MERGE (r:Rule {id: 'AREA-KAN'})
SET r.kind = 'local-area', r.subject = 'ANY', r.unit = 'KAN', r.squareMetres = 1.8, r.severity = 'inform',
    r.certainty = 'general-knowledge', r.validFrom = date('1900-01-01'),
    r.source = 'A Korean bed is about 1 m wide and divided by posts every 1.8 m';

MERGE (t:Term {scheme: 'ruleKind', code: 'local-area'})
SET t.place = 43, t.zh = '地方面积单位', t.en = 'Local unit of area', t.ko = '지역 면적 단위', t.source = 'glossary of the trade';

MERGE (t:Term {scheme: 'ruleValue', code: 'squareMetres'})
SET t.zh = '每单位平方米', t.en = 'Square metres of one', t.ko = '한 단위의 m²', t.source = 'what the forms read';
