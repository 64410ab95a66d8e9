// More numbers and words of the trade. A subject or an analyte may have several names, with a bar between them.
// Where no source was found the row says general-knowledge: it warns, and waits for the authority to replace it.

UNWIND [
  {id: 'YIELD-5', kind: 'yield-cap', subject: 'UNDER-FOREST', mostGramsPerSquareMetre: 500, severity: 'warn',
   certainty: 'derived', source: 'Roots of 5 to 20 g, fewer than 25 plants per square metre of forest floor'},

  {id: 'RATIO-4', kind: 'dry-ratio', subject: 'SUGARING', least: 1.5, most: 4.2, severity: 'warn',
   certainty: 'general-knowledge', source: 'Sugar adds weight, so the ratio of sugared ginseng may fall below 2.5'},
  {id: 'RATIO-5', kind: 'dry-ratio', subject: 'SLICING', least: 2.8, most: 4.8, severity: 'warn',
   certainty: 'general-knowledge', source: 'Slices weigh 1 to 1.1 times less than the dried roots they are cut from'},

  {id: 'DENSITY-1', kind: 'density', subject: 'GARDEN-FARMLAND', least: 50, most: 80, severity: 'warn',
   certainty: 'found', source: 'Growers advise 50 to 80 plants per square metre of bed (weak source)'},
  {id: 'DENSITY-2', kind: 'density', subject: 'GARDEN-FOREST', least: 50, most: 80, severity: 'warn',
   certainty: 'found', source: 'Growers advise 50 to 80 plants per square metre of bed (weak source)'},

  {id: 'GIC-1', kind: 'gi-condition', subject: 'PANAX-GINSENG', leastTracedPercent: 100, severity: 'refuse',
   certainty: 'found', source: 'GB/T 19506-2009 吉林长白山人参: of Panax ginseng, from the protected area'},

  {id: 'WORDING-CN', kind: 'label-wording', subject: 'CN', severity: 'refuse', certainty: 'found',
   zh: '孕妇、哺乳期妇女及14周岁以下儿童不宜食用；食用量≤3克/天',
   en: 'Not suitable for pregnant or breast-feeding women or children under 14; at most 3 g a day',
   ko: '임신부·수유부·14세 미만 어린이는 섭취 부적합; 하루 3 g 이하',
   source: '卫生部公告 2012 年第 17 号: the label gives the unsuitable groups and the limit'},
  {id: 'WORDING-KR', kind: 'label-wording', subject: 'KR', severity: 'inform', certainty: 'general-knowledge',
   zh: '服用糖尿病药或抗凝血药者请注意', en: 'Take care when taking medicines for diabetes or against clotting',
   ko: '의약품(당뇨치료제, 혈액항응고제) 복용 시 섭취에 주의', source: 'Usual wording on Korean ginseng products'}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.validFrom = date('1900-01-01');

MATCH (r:Rule {id: 'FOOD-1'})
SET r.market = 'CN';

UNWIND [
  ['PHI-1975-1', 'propiconazole|丙环唑'], ['PHI-1975-2', 'tebuconazole|戊唑醇'], ['PHI-1975-3', 'myclobutanil|腈菌唑'],
  ['PHI-1975-4', 'carbendazim|多菌灵'], ['PHI-1975-5', 'thiram|福美双'], ['PHI-1975-6', 'flumorph|氟吗啉'],
  ['PHI-1975-7', 'pyraclostrobin|吡唑醚菌酯']
] AS pesticide
MERGE (r:Rule {id: pesticide[0]})
SET r.kind = 'pre-harvest-interval', r.subject = pesticide[1], r.days = 35, r.severity = 'warn',
    r.certainty = 'general-knowledge', r.validFrom = date('1900-01-01'),
    r.source = 'DB22/T 1975 rules its use on ginseng; its days were not seen, 35 stand in for them';

UNWIND [
  {id: 'QUINTOZENE', kind: 'residue-limit', analyte: 'quintozene|PCNB|五氯硝基苯', most: 0.1},
  {id: 'HCB', kind: 'residue-limit', analyte: 'hexachlorobenzene|HCB|六氯苯', most: 0.1},
  {id: 'HEPTACHLOR', kind: 'residue-limit', analyte: 'heptachlor|七氯', most: 0.05},
  {id: 'CHLORDANE', kind: 'residue-limit', analyte: 'chlordane|氯丹', most: 0.1},
  {id: 'PB', kind: 'metal-limit', analyte: 'Pb|lead|铅|납', most: 5},
  {id: 'CD', kind: 'metal-limit', analyte: 'Cd|cadmium|镉|카드뮴', most: 1},
  {id: 'AS', kind: 'metal-limit', analyte: 'As|arsenic|砷|비소', most: 2},
  {id: 'HG', kind: 'metal-limit', analyte: 'Hg|mercury|汞|수은', most: 0.2},
  {id: 'CU', kind: 'metal-limit', analyte: 'Cu|copper|铜|구리', most: 20}
] AS limit
UNWIND [['G', 'PANAX-GINSENG'], ['Q', 'PANAX-QUINQUEFOLIUS']] AS species
MERGE (r:Rule {id: 'LIMIT-' + limit.id + '-' + species[0]})
SET r.kind = limit.kind, r.subject = species[1], r.analyte = limit.analyte, r.most = limit.most, r.unit = 'mg/kg',
    r.severity = 'warn', r.certainty = 'general-knowledge', r.validFrom = date('1900-01-01'),
    r.source = 'Chinese Pharmacopoeia, as generally known; edition and text not seen';

UNWIND [
  {id: 'MOISTURE-1', kind: 'moisture-limit', subject: 'PANAX-GINSENG', analyte: 'moisture|水分|수분', product: 'RAW-DRIED|RED|RED-TRIMMED', most: 12},
  {id: 'FLOOR-1', kind: 'active-floor', subject: 'PANAX-GINSENG', analyte: 'Rg1+Re', product: 'RAW-DRIED', least: 0.3},
  {id: 'FLOOR-2', kind: 'active-floor', subject: 'PANAX-GINSENG', analyte: 'Rb1', product: 'RAW-DRIED', least: 0.2},
  {id: 'FLOOR-3', kind: 'active-floor', subject: 'PANAX-GINSENG', analyte: 'Rg1+Re', product: 'RED|RED-TRIMMED', least: 0.25},
  {id: 'FLOOR-4', kind: 'active-floor', subject: 'PANAX-GINSENG', analyte: 'Rb1', product: 'RED|RED-TRIMMED', least: 0.2},
  {id: 'FLOOR-5', kind: 'active-floor', subject: 'PANAX-QUINQUEFOLIUS', analyte: 'Rg1+Re+Rb1', product: 'RAW-DRIED|SLICES', least: 2}
] AS rule
MERGE (r:Rule {id: rule.id})
SET r += rule, r.unit = '%', r.severity = 'warn', r.certainty = 'general-knowledge', r.validFrom = date('1900-01-01'),
    r.source = 'Chinese Pharmacopoeia, as generally known; edition and text not seen';

UNWIND [
  {place: 1, code: 'growing-season', zh: '生长季', en: 'Growing season', ko: '생육기'},
  {place: 2, code: 'density', zh: '栽植密度', en: 'Planting density', ko: '재식밀도'},
  {place: 3, code: 'rest-years', zh: '休养年限', en: 'Rest of a plot', ko: '휴지 연수'},
  {place: 4, code: 'pre-harvest-interval', zh: '安全间隔期', en: 'Pre-harvest interval', ko: '수확 전 살포일'},
  {place: 5, code: 'yield-cap', zh: '单产上限', en: 'Yield cap', ko: '수량 상한'},
  {place: 6, code: 'receipt-tolerance', zh: '收货误差', en: 'Tolerance on receipt', ko: '입고 오차'},
  {place: 7, code: 'dry-ratio', zh: '鲜干比', en: 'Fresh-to-dry ratio', ko: '건조수율'},
  {place: 8, code: 'residue-limit', zh: '农药残留限量', en: 'Residue limit', ko: '잔류허용기준'},
  {place: 9, code: 'metal-limit', zh: '重金属限量', en: 'Heavy-metal limit', ko: '중금속 기준'},
  {place: 10, code: 'moisture-limit', zh: '水分限量', en: 'Moisture limit', ko: '수분 기준'},
  {place: 11, code: 'active-floor', zh: '有效成分下限', en: 'Floor of active ingredients', ko: '유효성분 하한'},
  {place: 12, code: 'food-gate', zh: '普通食品准入', en: 'Ordinary food', ko: '일반 식품 요건'},
  {place: 13, code: 'gi-county', zh: '地理标志产地', en: 'County of the geographical indication', ko: '지리적표시 지역'},
  {place: 14, code: 'gi-condition', zh: '地理标志条件', en: 'Condition of the geographical indication', ko: '지리적표시 요건'},
  {place: 15, code: 'label-wording', zh: '标签用语', en: 'Label wording', ko: '라벨 문구'},
  {place: 16, code: 'scan-networks', zh: '扫码异常', en: 'Unusual scans', ko: '이상 스캔'},
  {place: 17, code: 'failed-report', zh: '检验不合格', en: 'Failed report', ko: '부적합 성적서'},
  {place: 18, code: 'report-file', zh: '报告文件', en: 'File of a report', ko: '성적서 파일'},
  {place: 19, code: 'variety-approval', zh: '品种审签', en: 'Approval of a variety', ko: '품종 승인'},
  {place: 20, code: 'seed-paper', zh: '种子证件', en: 'Papers of seed', ko: '종자 서류'},
  {place: 21, code: 'brand-species', zh: '区域品牌物种', en: 'Species of the regional brand', ko: '지역 브랜드 종'},
  {place: 22, code: 'brand-county', zh: '区域品牌产地', en: 'Origin of the regional brand', ko: '지역 브랜드 산지'},
  {place: 23, code: 'brand-certified', zh: '区域品牌认证', en: 'Certification of the regional brand', ko: '지역 브랜드 인증'},
  {place: 24, code: 'conformity-mixing', zh: '合格证与混批', en: 'Certificate of conformity after mixing', ko: '적합 확인서와 혼합'},
  {place: 25, code: 'conformity-duty', zh: '合格证开具', en: 'Duty of a certificate of conformity', ko: '적합 확인서 의무'},
  {place: 26, code: 'completeness', zh: '记录完整性', en: 'Complete record', ko: '기록 완전성'},
  {place: 27, code: 'land-grade', zh: '土地等级', en: 'Level and grade of land', ko: '토지 등급'},
  {place: 28, code: 'outline-area', zh: '轮廓面积', en: 'Area of an outline', ko: '윤곽 면적'},
  {place: 29, code: 'parcel-overlap', zh: '地块重叠', en: 'Overlap of parcels', ko: '필지 중첩'},
  {place: 30, code: 'datum-shift', zh: '坐标系偏移', en: 'Shift of the datum', ko: '좌표계 편차'},
  {place: 31, code: 'parcel-moved', zh: '地块位移', en: 'Moved parcel', ko: '필지 이동'},
  {place: 32, code: 'plot-within', zh: '参地界内', en: 'Plot within its parcel', ko: '필지 안의 포장'},
  {place: 33, code: 'bed-share', zh: '参床占比', en: 'Share of beds', ko: '두둑 비율'},
  {place: 34, code: 'surveyed-bed-share', zh: '普查参床占比', en: 'Share of beds on surveyed land', ko: '조사 면적 두둑 비율'},
  {place: 35, code: 'plot-status', zh: '土地状态', en: 'Status of land', ko: '토지 상태'},
  {place: 36, code: 'certified-area', zh: '认证面积', en: 'Certified area', ko: '인증 면적'},
  {place: 37, code: 'county-box', zh: '县域范围', en: 'Bounds of a county', ko: '지역 범위'},
  {place: 38, code: 'scan-total', zh: '扫码总数', en: 'Scans of one label', ko: '라벨 스캔 수'},
  {place: 39, code: 'scan-early', zh: '启用前扫码', en: 'Scans before activation', ko: '활성화 전 스캔'},
  {place: 40, code: 'scan-void', zh: '作废后扫码', en: 'Scans of a void label', ko: '폐기 후 스캔'},
  {place: 41, code: 'scan-crawler', zh: '爬虫与预览', en: 'Crawlers and previews', ko: '크롤러와 미리보기'}
] AS term
MERGE (t:Term {scheme: 'ruleKind', code: term.code})
SET t += term, t.source = 'glossary of the trade';

UNWIND [
  {code: 'emergesUntil', zh: '最迟出苗（月-日）', en: 'Emerges until (month-day)', ko: '출아 기한(월-일)'},
  {code: 'completeFrom', zh: '满季起始（月-日）', en: 'Season complete from (month-day)', ko: '생육 완료(월-일)'},
  {code: 'mostGramsPerSquareMetre', zh: '每平方米至多（克）', en: 'At most, g per m²', ko: 'm²당 최대(g)'},
  {code: 'least', zh: '至少', en: 'At least', ko: '최소'},
  {code: 'most', zh: '至多', en: 'At most', ko: '최대'},
  {code: 'leastYears', zh: '至少（年）', en: 'At least, years', ko: '최소(년)'},
  {code: 'days', zh: '天数', en: 'Days', ko: '일수'},
  {code: 'mostPercent', zh: '至多（%）', en: 'At most, %', ko: '최대(%)'},
  {code: 'mostSeasons', zh: '至多（生长季）', en: 'At most, growing seasons', ko: '최대(생육기)'},
  {code: 'mostGramsADay', zh: '每日至多（克）', en: 'At most, g a day', ko: '하루 최대(g)'},
  {code: 'excludedCultivation', zh: '不含栽培方式', en: 'Not grown as', ko: '제외 재배 방식'},
  {code: 'leastTracedPercent', zh: '溯源比例至少（%）', en: 'Traced, at least %', ko: '추적 비율 최소(%)'},
  {code: 'mostNetworks', zh: '网络数至多', en: 'At most, networks', ko: '네트워크 최대'},
  {code: 'withinDays', zh: '天内', en: 'Within days', ko: '기간(일)'},
  {code: 'leastGrade', zh: '最低等', en: 'From grade', ko: '최저 등급'},
  {code: 'mostGrade', zh: '最高等', en: 'To grade', ko: '최고 등급'},
  {code: 'leastGainPercent', zh: '改善至少（%）', en: 'Better by at least, %', ko: '개선 최소(%)'},
  {code: 'mostScans', zh: '扫码次数至多', en: 'At most, scans', ko: '스캔 최대'},
  {code: 'west', zh: '西界', en: 'West', ko: '서쪽'},
  {code: 'east', zh: '东界', en: 'East', ko: '동쪽'},
  {code: 'north', zh: '北界', en: 'North', ko: '북쪽'},
  {code: 'south', zh: '南界', en: 'South', ko: '남쪽'},
  {code: 'leastExperts', zh: '至少专家数', en: 'At least, experts', ko: '전문가 최소'},
  {code: 'leastPercent', zh: '比例至少（%）', en: 'At least, %', ko: '비율 최소(%)'},
  {code: 'species', zh: '物种', en: 'Species', ko: '종'},
  {code: 'market', zh: '市场', en: 'Market', ko: '시장'},
  {code: 'analyte', zh: '检测项目', en: 'Analyte', ko: '분석 항목'},
  {code: 'unit', zh: '单位', en: 'Unit', ko: '단위'},
  {code: 'product', zh: '产品', en: 'Product', ko: '제품'},
  {code: 'zh', zh: '中文', en: 'Chinese', ko: '중국어'},
  {code: 'en', zh: '英文', en: 'English', ko: '영어'},
  {code: 'ko', zh: '韩文', en: 'Korean', ko: '한국어'}
] AS term
MERGE (t:Term {scheme: 'ruleValue', code: term.code})
SET t += term, t.source = 'what the checks read';

UNWIND [
  {code: 'CN', zh: '中国', en: 'China', ko: '중국'},
  {code: 'KR', zh: '韩国', en: 'Korea', ko: '한국'}
] AS term
MERGE (t:Term {scheme: 'market', code: term.code})
SET t += term, t.source = 'ISO 3166-1';
