// The words of the trade in Chinese, English and Korean. A code is for machines, the words are for people.
// raw: what no processing gives. source: where the word or the list was found; GK: general knowledge, no source found.

UNWIND [
  {code: 'PANAX-GINSENG', latin: 'Panax ginseng C.A. Mey.', zh: '人参', en: 'Ginseng', ko: '인삼'},
  {code: 'PANAX-QUINQUEFOLIUS', latin: 'Panax quinquefolius L.', zh: '西洋参', en: 'American ginseng', ko: '화기삼'}
] AS term
MERGE (t:Term {scheme: 'species', code: term.code})
SET t += term, t.source = '吉林省人参产业条例 (2025 revision); CITES Appendix II';

UNWIND [
  {place: 1, code: 'FRESH-SEED', raw: true, zh: '水籽', en: 'Fresh seed', ko: '생종자'},
  {place: 2, code: 'DRIED-SEED', raw: true, zh: '干籽', en: 'Dried seed', ko: '건조종자'},
  {place: 3, code: 'STRATIFIED-SEED', raw: true, zh: '裂口籽', en: 'Stratified seed', ko: '개갑종자'},
  {place: 4, code: 'SEEDLINGS', raw: true, zh: '种栽', en: 'Seedlings', ko: '묘삼'},
  {place: 5, code: 'STANDING', raw: true, zh: '在地参', en: 'Standing crop', ko: '포장 재배 중'},
  {place: 6, code: 'FRESH', raw: true, zh: '鲜参', en: 'Fresh ginseng', ko: '수삼'},
  {place: 7, code: 'RAW-DRIED', zh: '生晒参', en: 'Dried white ginseng', ko: '백삼'},
  {place: 8, code: 'RED', zh: '红参', en: 'Red ginseng', ko: '홍삼'},
  {place: 9, code: 'RED-TRIMMED', zh: '边条红参', en: 'Trimmed red ginseng', ko: '변조홍삼'},
  {place: 10, code: 'BLACK', zh: '黑参', en: 'Black ginseng', ko: '흑삼'},
  {place: 11, code: 'BLANCHED', zh: '大力参', en: 'Blanched ginseng', ko: '태극삼'},
  {place: 12, code: 'SUGARED', zh: '糖参', en: 'Sugared ginseng', ko: '당침삼'},
  {place: 13, code: 'FREEZE-DRIED', zh: '冻干参', en: 'Freeze-dried ginseng', ko: '동결건조삼'},
  {place: 14, code: 'SLICES', zh: '参片', en: 'Ginseng slices', ko: '절편삼'},
  {place: 15, code: 'ROOTLETS', zh: '参须', en: 'Ginseng rootlets', ko: '미삼'},
  {place: 16, code: 'RHIZOME', zh: '芦头', en: 'Rhizome necks', ko: '뇌두'},
  {place: 17, code: 'WASHED', zh: '洗净参', en: 'Washed ginseng', ko: '세척삼'},
  {place: 18, code: 'STEAMED', zh: '蒸制参', en: 'Steamed ginseng, not yet dried', ko: '증삼'},
  {place: 19, code: 'SAMPLES', zh: '样品及芦头', en: 'Samples and necks', ko: '시료·뇌두'}
] AS term
MERGE (t:Term {scheme: 'product', code: term.code})
SET t += term, t.source = '延边州人参条例; trade usage';

UNWIND [
  {place: 1, code: 'WASHING', zh: '清洗', en: 'Washing', ko: '세척'},
  {place: 2, code: 'STEAMING', zh: '蒸制', en: 'Steaming', ko: '증숙'},
  {place: 3, code: 'RED', zh: '蒸制烘干', en: 'Steaming and drying', ko: '증숙·건조'},
  {place: 4, code: 'DRYING', zh: '晒干烘干', en: 'Drying', ko: '건조'},
  {place: 5, code: 'BLANCHING', zh: '烫制', en: 'Blanching', ko: '데치기'},
  {place: 6, code: 'SUGARING', zh: '浸糖', en: 'Sugaring', ko: '당침'},
  {place: 7, code: 'FREEZE-DRYING', zh: '冻干', en: 'Freeze-drying', ko: '동결건조'},
  {place: 8, code: 'SLICING', zh: '切片', en: 'Slicing', ko: '절편'},
  {place: 9, code: 'TRIMMING', zh: '修剪分级', en: 'Trimming and grading', ko: '손질·선별'}
] AS term
MERGE (t:Term {scheme: 'process', code: term.code})
SET t += term, t.source = 'trade usage';

UNWIND [
  {code: 'GARDEN-FARMLAND', zh: '园参（农田栽培）', en: 'Garden ginseng, farmland', ko: '재배삼(밭)'},
  {code: 'GARDEN-FOREST', zh: '园参（林地栽培）', en: 'Garden ginseng, forest land', ko: '재배삼(임지)'},
  {code: 'UNDER-FOREST', zh: '林下参', en: 'Under-forest ginseng', ko: '산양삼'},
  {code: 'NURSERY', zh: '育苗床', en: 'Nursery bed', ko: '모밭'}
] AS term
MERGE (t:Term {scheme: 'cultivation', code: term.code})
SET t += term, t.source = '吉林省人参产业条例 (2025 revision)';

UNWIND [
  {code: 'FOREST', zh: '林地', en: 'Forest land', ko: '임지'},
  {code: 'FARMLAND', zh: '农田', en: 'Farmland', ko: '농지'},
  {code: 'UNDERSTOREY', zh: '林下', en: 'Under forest', ko: '임하'}
] AS term
MERGE (t:Term {scheme: 'landClass', code: term.code})
SET t += term, t.source = 'land census vocabulary, 2024';

UNWIND [
  {code: 'PLANTED', zh: '宜参已种植', en: 'Suitable, planted', ko: '적지(식재)'},
  {code: 'UNPLANTED', zh: '宜参未种植', en: 'Suitable, not planted', ko: '적지(미식재)'},
  {code: 'RESTING', zh: '休养（轮作期）', en: 'Resting', ko: '휴경'},
  {code: 'UNSUITABLE', zh: '不宜', en: 'Unsuitable', ko: '부적지'}
] AS term
MERGE (t:Term {scheme: 'landStatus', code: term.code})
SET t += term, t.source = 'land census vocabulary, 2024';

UNWIND [
  {code: 'LANDRACE', zh: '农家类型', en: 'Landrace', ko: '재래종'},
  {code: 'REGISTERED', zh: '审定品种', en: 'Registered variety', ko: '등록품종'},
  {code: 'MIXED', zh: '混杂或不详', en: 'Mixed or unknown', ko: '혼합·미상'}
] AS term
MERGE (t:Term {scheme: 'varietyKind', code: term.code})
SET t += term, t.source = 'trade usage';

UNWIND [
  {code: 'GAP-BASE', zh: '规范化种植基地', en: 'Good-practice planting base', ko: 'GAP 재배기지'},
  {code: 'AUTHENTIC-HERB-BASE', zh: '道地药材科技示范基地', en: 'Authentic-herb demonstration base', ko: '도지약재 시범기지'},
  {code: 'ORGANIC', zh: '有机认证', en: 'Organic certificate', ko: '유기인증'}
] AS term
MERGE (t:Term {scheme: 'certificateKind', code: term.code})
SET t += term, t.source = 'Tonghua city development article, 2023';

UNWIND [
  {code: 'NATIONAL', zh: '国家级', en: 'national', ko: '국가급'},
  {code: 'PROVINCE', zh: '省级', en: 'provincial', ko: '성급'},
  {code: 'CITY', zh: '市级', en: 'municipal', ko: '시급'}
] AS term
MERGE (t:Term {scheme: 'level', code: term.code})
SET t += term, t.source = 'GK';

UNWIND [
  {place: 1, code: 'SPRAY', zh: '施药', en: 'Spraying', ko: '농약 살포'},
  {place: 2, code: 'FERTILISE', zh: '施肥', en: 'Fertilising', ko: '시비'},
  {place: 3, code: 'SHADE', zh: '遮阳搭棚', en: 'Shading', ko: '해가림'},
  {place: 4, code: 'WEED', zh: '除草', en: 'Weeding', ko: '제초'},
  {place: 5, code: 'WATER', zh: '浇水', en: 'Watering', ko: '관수'}
] AS term
MERGE (t:Term {scheme: 'work', code: term.code})
SET t += term, t.source = 'trade usage';

// Counties by GB/T 2260 code. Spellings: Chinese, pinyin, Korean transcription.
UNWIND [
  {code: '220500', zh: '通化市', en: 'Tonghua', ko: '퉁화시'},
  {code: '220502', zh: '通化市东昌区', en: 'Dongchang, Tonghua', ko: '퉁화시 둥창구'},
  {code: '220503', zh: '通化市二道江区', en: 'Erdaojiang, Tonghua', ko: '퉁화시 얼다오장구'},
  {code: '220521', zh: '通化县', en: 'Tonghua County', ko: '퉁화현'},
  {code: '220523', zh: '辉南县', en: 'Huinan', ko: '후이난현'},
  {code: '220524', zh: '柳河县', en: 'Liuhe', ko: '류허현'},
  {code: '220581', zh: '梅河口市', en: 'Meihekou', ko: '메이허커우시'},
  {code: '220582', zh: '集安市', en: "Ji'an", ko: '지안시'},
  {code: '220602', zh: '白山市浑江区', en: 'Hunjiang, Baishan', ko: '바이산시 훈장구'},
  {code: '220605', zh: '白山市江源区', en: 'Jiangyuan, Baishan', ko: '바이산시 장위안구'},
  {code: '220621', zh: '抚松县', en: 'Fusong', ko: '푸쑹현'},
  {code: '220622', zh: '靖宇县', en: 'Jingyu', ko: '징위현'},
  {code: '220623', zh: '长白朝鲜族自治县', en: 'Changbai', ko: '창바이현'},
  {code: '220681', zh: '临江市', en: 'Linjiang', ko: '린장시'},
  {code: '220281', zh: '蛟河市', en: 'Jiaohe', ko: '자오허시'},
  {code: '220282', zh: '桦甸市', en: 'Huadian', ko: '화뎬시'},
  {code: '222403', zh: '敦化市', en: 'Dunhua', ko: '둔화시'},
  {code: '222404', zh: '珲春市', en: 'Hunchun', ko: '훈춘시'},
  {code: '222406', zh: '和龙市', en: 'Helong', ko: '허룽시'},
  {code: '222424', zh: '汪清县', en: 'Wangqing', ko: '왕칭현'},
  {code: '222426', zh: '安图县', en: 'Antu', ko: '안투현'},
  {code: '210522', zh: '辽宁省桓仁满族自治县', en: 'Huanren, Liaoning', ko: '랴오닝성 환런현'}
] AS term
MERGE (t:Term {scheme: 'county', code: term.code})
SET t += term, t.source = 'GB/T 2260';
