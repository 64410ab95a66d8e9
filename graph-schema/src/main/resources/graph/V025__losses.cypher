// Why goods are gone: what is written in the books of stores, as far as anybody tells.
UNWIND [
  {place: 1, code: 'ROT', zh: '霉变腐烂', en: 'Mould or rot', ko: '곰팡이·부패'},
  {place: 2, code: 'PESTS', zh: '鼠害虫蛀', en: 'Mice or insects', ko: '쥐·해충 피해'},
  {place: 3, code: 'DRYING', zh: '存放失水', en: 'Water lost in store', ko: '보관 중 수분 감소'},
  {place: 4, code: 'BROKEN', zh: '破损洒落', en: 'Broken or spilled', ko: '파손·흘림'},
  {place: 5, code: 'SAMPLE', zh: '取样检验', en: 'Taken as samples', ko: '시료 채취'},
  {place: 6, code: 'DESTROYED', zh: '销毁', en: 'Destroyed', ko: '폐기'},
  {place: 7, code: 'COUNT', zh: '盘点差异', en: 'Less at stock-taking', ko: '재고 조사 차이'},
  {place: 8, code: 'OTHER', zh: '其他', en: 'Another cause', ko: '기타'}
] AS term
MERGE (t:Term {scheme: 'loss', code: term.code})
SET t += term, t.source = 'GK';
