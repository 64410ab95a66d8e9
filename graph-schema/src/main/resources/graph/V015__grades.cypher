// Grades in which packed roots are sorted. Whoever packs declares one; nothing here measures it.

UNWIND [
  {place: 1, code: 'HEAVEN', zh: '天', en: 'Heaven grade', ko: '천삼',
   source: 'Korean red ginseng, by its inner cavity (found, weak source)'},
  {place: 2, code: 'EARTH', zh: '地', en: 'Earth grade', ko: '지삼',
   source: 'Korean red ginseng, inner cavity at most a quarter (found)'},
  {place: 3, code: 'GOOD', zh: '良', en: 'Good grade', ko: '양삼',
   source: 'Korean red ginseng, inner cavity at most a third (found)'},
  {place: 4, code: 'SPECIAL', zh: '特等', en: 'Special grade', ko: '특등',
   source: 'DB21/T 4252-2025, of four grades (found; the text was not seen)'},
  {place: 5, code: 'FIRST', zh: '一等', en: 'First grade', ko: '1등',
   source: 'DB21/T 4252-2025, of four grades (found; the text was not seen)'},
  {place: 6, code: 'SECOND', zh: '二等', en: 'Second grade', ko: '2등',
   source: 'DB21/T 4252-2025, of four grades (found; the text was not seen)'},
  {place: 7, code: 'THIRD', zh: '三等', en: 'Third grade', ko: '3등',
   source: 'DB21/T 4252-2025, of four grades (found; the text was not seen)'}
] AS term
MERGE (t:Term {scheme: 'grade', code: term.code})
SET t += term;
