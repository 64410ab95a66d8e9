// The census of land: a parcel as each round left it, found by county and round, and by the ground it lies on.

CREATE CONSTRAINT survey_id FOR (s:Survey) REQUIRE s.id IS UNIQUE;
CREATE INDEX survey_county FOR (s:Survey) ON (s.county, s.round, s.parcel);

// A square of the grid in one round: who draws on the same ground meets here.
CREATE CONSTRAINT cell_id FOR (c:Cell) REQUIRE c.id IS UNIQUE;

// Certificates by the day on which they end.
CREATE INDEX certificate_end FOR (c:Certificate) ON (c.validTo);
CREATE INDEX base_name FOR (b:Base) ON (b.name);

// What was registered before rounds were told apart.
MATCH (p:Parcel)
MERGE (s:Survey {id: p.id + '/' + p.round})
SET s += p {.county, .round, .surveyed, .squareMetres, .landClass, .level, .grade, .status}, s.parcel = p.id
MERGE (s)-[:SURVEYS]->(p);

MATCH (c:Certificate)<-[:REGISTERS]-(e:Event)
SET c.issued = e.at;

UNWIND [
  {place: 1, code: 'CONTRACT', zh: '家庭承包', en: 'Household contract', ko: '가구 도급'},
  {place: 2, code: 'TRANSFERRED', zh: '流转经营', en: 'Transferred use right', ko: '경영권 이전'},
  {place: 3, code: 'COLLECTIVE', zh: '集体统一经营', en: 'Run by the collective', ko: '집체 경영'},
  {place: 4, code: 'STATE-FOREST', zh: '国有林场', en: 'State forest farm', ko: '국유 임장'}
] AS term
MERGE (t:Term {scheme: 'tenure', code: term.code})
SET t += term, t.source = 'GK: ways of holding rural and forest land';

// Columns of a census sheet: the code, or any of the words, may stand in its first row.
UNWIND [
  {place: 1, code: 'parcel', zh: '地块编号', en: 'Parcel', ko: '필지 번호'},
  {place: 2, code: 'county', zh: '县（市、区）', en: 'County', ko: '현(시·구)'},
  {place: 3, code: 'town', zh: '乡镇', en: 'Town', ko: '향진'},
  {place: 4, code: 'village', zh: '村', en: 'Village', ko: '촌'},
  {place: 5, code: 'squareMetres', zh: '面积（平方米）', en: 'Area (m²)', ko: '면적(㎡)'},
  {place: 6, code: 'mu', zh: '面积（亩）', en: 'Area (mu)', ko: '면적(무)'},
  {place: 7, code: 'landClass', zh: '地类', en: 'Land class', ko: '지목'},
  {place: 8, code: 'level', zh: '适宜级', en: 'Level', ko: '적성 급'},
  {place: 9, code: 'grade', zh: '适宜等', en: 'Grade', ko: '적성 등'},
  {place: 10, code: 'status', zh: '状况', en: 'Status', ko: '상태'},
  {place: 11, code: 'tenure', zh: '权属', en: 'Tenure', ko: '토지 이용권'},
  {place: 12, code: 'steward', zh: '责任主体', en: 'Steward', ko: '책임 주체'},
  {place: 13, code: 'round', zh: '普查轮次', en: 'Round', ko: '조사 차수'},
  {place: 14, code: 'surveyed', zh: '调查日期', en: 'Surveyed', ko: '조사일'},
  {place: 15, code: 'datum', zh: '坐标系', en: 'Datum', ko: '측지계'},
  {place: 16, code: 'outline', zh: '边界', en: 'Outline', ko: '경계'}
] AS term
MERGE (t:Term {scheme: 'censusColumn', code: term.code})
SET t += term, t.source = 'land census vocabulary, 2024';

UNWIND [
  {id: 'GRADE-1', kind: 'land-grade', subject: '1', leastGrade: 1, mostGrade: 3, severity: 'refuse', certainty: 'derived',
   source: '三级九等: three levels and nine grades (2024 census), read as three grades to a level'},
  {id: 'GRADE-2', kind: 'land-grade', subject: '2', leastGrade: 4, mostGrade: 6, severity: 'refuse', certainty: 'derived',
   source: '三级九等: three levels and nine grades (2024 census), read as three grades to a level'},
  {id: 'GRADE-3', kind: 'land-grade', subject: '3', leastGrade: 7, mostGrade: 9, severity: 'refuse', certainty: 'derived',
   source: '三级九等: three levels and nine grades (2024 census), read as three grades to a level'},

  {id: 'AREA-1', kind: 'outline-area', subject: 'ANY', mostPercent: 5, severity: 'warn', certainty: 'general-knowledge',
   source: 'A hand-held receiver on a parcel of half a hectare'},
  {id: 'AREA-2', kind: 'outline-area', subject: 'ANY', mostPercent: 20, severity: 'refuse', certainty: 'derived',
   source: 'Four times what a hand-held receiver explains: another parcel, another unit, or a slip'},

  {id: 'OVERLAP-1', kind: 'parcel-overlap', subject: 'ANY', mostPercent: 0.5, severity: 'warn', certainty: 'derived',
   source: 'A common border drawn twice'},
  {id: 'OVERLAP-2', kind: 'parcel-overlap', subject: 'ANY', mostPercent: 3, severity: 'refuse', certainty: 'derived',
   source: 'More than a common border drawn twice, of the smaller parcel'},

  {id: 'DATUM-1', kind: 'datum-shift', subject: 'ANY', leastPercent: 80, leastGainPercent: 20, severity: 'refuse',
   certainty: 'derived', source: 'Maps and phones sold in China displace by 100 to 700 metres (GCJ-02)'},
  {id: 'MOVED-1', kind: 'parcel-moved', subject: 'ANY', leastPercent: 20, severity: 'warn', certainty: 'derived',
   source: 'Land does not move: another parcel under this number, or a slip'},

  {id: 'WITHIN-1', kind: 'plot-within', subject: 'ANY', leastPercent: 90, severity: 'refuse', certainty: 'derived',
   source: 'A plot lies on its parcel; a tenth for borders drawn by hand'},
  {id: 'BEDS-1', kind: 'bed-share', subject: 'ANY', mostPercent: 75, severity: 'warn', certainty: 'general-knowledge',
   source: 'Beds take about half of the ground, paths of 0.5 to 2 m the rest'},
  {id: 'BEDS-2', kind: 'bed-share', subject: 'ANY', mostPercent: 100, severity: 'refuse', certainty: 'derived',
   source: 'Beds cannot cover more than the ground they lie on'},
  {id: 'BEDS-3', kind: 'surveyed-bed-share', subject: 'ANY', mostPercent: 100, severity: 'warn', certainty: 'derived',
   source: 'Beds cannot cover more than the ground they lie on: one of the two is wrong'},

  {id: 'STATUS-1', kind: 'plot-status', subject: 'UNSUITABLE', severity: 'refuse', certainty: 'derived',
   source: 'Land that the census calls unsuitable is not planted'},
  {id: 'STATUS-2', kind: 'plot-status', subject: 'RESTING', severity: 'warn', certainty: 'derived',
   source: 'Resting land is planted again after its rest'},

  {id: 'CERTIFIED-1', kind: 'certified-area', subject: 'ANY', mostPercent: 100, severity: 'refuse', certainty: 'derived',
   source: 'A certificate covers no more than the parcels of its base'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.validFrom = date('1900-01-01');

// Rectangles of degrees around counties, a few kilometres wider than the county.
UNWIND [
  ['220500', 125.10, 40.80, 126.80, 43.10], ['220502', 125.70, 41.50, 126.15, 41.95],
  ['220503', 125.90, 41.55, 126.45, 42.00], ['220521', 125.20, 41.25, 126.50, 42.15],
  ['220523', 125.90, 42.20, 126.80, 42.90], ['220524', 125.20, 41.85, 126.65, 42.65],
  ['220581', 125.20, 42.05, 126.10, 43.10], ['220582', 125.50, 40.80, 126.60, 41.65],
  ['220602', 126.00, 41.45, 126.90, 42.20], ['220605', 126.30, 41.70, 127.25, 42.30],
  ['220621', 126.95, 41.65, 128.15, 42.85], ['220622', 126.45, 42.00, 127.35, 42.90],
  ['220623', 127.10, 41.30, 128.40, 42.05], ['220681', 126.20, 41.40, 127.60, 42.15],
  ['220281', 126.65, 43.10, 128.05, 44.15], ['220282', 125.80, 42.30, 127.80, 43.55],
  ['222403', 127.40, 42.60, 129.30, 44.55], ['222404', 129.95, 42.40, 131.40, 43.60],
  ['222406', 128.30, 41.90, 129.50, 43.00], ['222424', 129.00, 43.00, 131.00, 44.10],
  ['222426', 127.70, 41.90, 129.20, 43.45], ['210522', 124.85, 40.85, 125.95, 41.60]
] AS box
MERGE (r:Rule {id: 'BOX-' + box[0]})
SET r.kind = 'county-box', r.subject = box[0], r.west = box[1], r.south = box[2], r.east = box[3], r.north = box[4],
    r.severity = 'refuse', r.certainty = 'general-knowledge',
    r.source = 'Extent of the county as gazetteers give it, widened by a few kilometres', r.validFrom = date('1900-01-01');
