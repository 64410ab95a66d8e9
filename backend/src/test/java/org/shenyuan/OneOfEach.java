package org.shenyuan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One valid body for every kind of event, with every field it may have, in an order in
 * which a settled {@link World} records them all. Chains of different numbers do not
 * touch one another.
 */
public final class OneOfEach {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The one field whose members have names of their own. */
	private static final String OPEN = "numbers";

	private static final String LINES = """
			{"type":"partyRegistered","at":"2020-01-01T09:00:00+08:00","by":"AUTH","party":"PARTY-#","name":"运输户（演示）","nameLatin":"Haulier","roles":["TRADER"],"county":"220582","town":"清河镇"}
			{"type":"accessionRegistered","at":"2020-01-01T09:00:00+08:00","by":"AUTH","accession":"GERM-#","number":"演示-种质-7","name":"大马牙","species":"PANAX-GINSENG","county":"220582","town":"清河镇","collected":"2017-08-20","collector":"刘检员"}
			{"type":"varietyRegistered","at":"2020-01-01T09:00:00+08:00","by":"AUTH","variety":"VARIETY-#","name":"大马牙","nameLatin":"Damaya","varietyKind":"LANDRACE","species":"PANAX-GINSENG","accessions":["GERM-#"]}
			{"type":"varietyJudged","at":"2020-01-02T09:00:00+08:00","by":"PANEL","variety":"VARIETY-#","approved":true,"reason":"性状一致","interest":"无"}
			{"type":"parcelRegistered","at":"2020-01-01T09:00:00+08:00","by":"AUTH","parcel":"PARCEL-#","county":"220582","town":"清河镇","village":"一村","squareMetres":6000,"landClass":"FARMLAND","level":1,"grade":2,"status":"PLANTED","tenure":"CONTRACT","steward":"FARM","outline":"POLYGON ((126.01 41.4, 126.0109 41.4, 126.0109 41.4007, 126.01 41.4007, 126.01 41.4))","convertedFrom":"GCJ-02","round":"2019-#","surveyed":"2019-04-20"}
			{"type":"parcelSurveyed","at":"2020-01-02T08:00:00+08:00","by":"AUTH","parcel":"PARCEL-#","squareMetres":6000,"landClass":"FARMLAND","level":1,"grade":3,"status":"PLANTED","tenure":"CONTRACT","steward":"FARM","outline":"POLYGON ((126.01 41.4, 126.0109 41.4, 126.0109 41.4007, 126.01 41.4007, 126.01 41.4))","convertedFrom":"GCJ-02","round":"2020-#","surveyed":"2020-01-01"}
			{"type":"baseRegistered","at":"2020-01-02T09:00:00+08:00","by":"AUTH","base":"GROUND-#","name":"三号基地","nameLatin":"Base three","county":"220582","town":"清河镇","operator":"FARM"}
			{"type":"plotRegistered","at":"2020-01-03T09:00:00+08:00","by":"AUTH","plot":"PLOT-#","name":"三号地","base":"GROUND-#","parcel":"PARCEL-#","operator":"FARM","cultivation":"GARDEN-FARMLAND","bedSquareMetres":2000,"outline":"POLYGON ((126.0101 41.4001, 126.0105 41.4001, 126.0105 41.4006, 126.0101 41.4006, 126.0101 41.4001))"}
			{"type":"facilityRegistered","at":"2020-01-03T09:00:00+08:00","by":"AUTH","facility":"FACILITY-#","name":"库房","county":"220582","town":"清河镇","operator":"FARM"}
			{"type":"certificateRegistered","at":"2023-05-30T09:00:00+08:00","by":"AUTH","certificate":"CERTIFICATE-#","number":"演示-003","certificateKind":"GAP-BASE","level":"PROVINCE","base":"GROUND-#","species":"PANAX-GINSENG","validFrom":"2023-06-01","validTo":"2026-05-31","squareMetres":2000}
			{"type":"seedRegistered","at":"2020-09-28T10:00:00+08:00","by":"FARM","lot":"SEED-#","species":"PANAX-GINSENG","variety":"ERMAYA","form":"DRIED-SEED","grams":60000,"permit":"许可 7","quarantine":"检疫 7"}
			{"type":"paperFiled","at":"2020-09-28T11:00:00+08:00","by":"FARM","lot":"SEED-#","paperKind":"QUARANTINE","number":"演示检疫 7","issuer":"检疫站（演示）","validFrom":"2020-09-01","validTo":"2020-12-31","documentHash":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
			{"type":"sown","at":"2020-10-18T08:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-#","seed":[{"lot":"SEED-#","grams":50000}],"squareMetres":600,"evidence":{"photos":["89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab"],"position":{"latitude":41.15,"longitude":126.2,"accuracyMetres":8}}}
			{"type":"seedlingsLifted","at":"2022-10-14T08:00:00+08:00","by":"FARM","plot":"P1","stand":"STAND-#","lot":"LIFTED-#","grams":4000,"plants":1000,"evidence":{"photos":["89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab"],"position":{"latitude":41.15,"longitude":126.2,"accuracyMetres":8}}}
			{"type":"transplanted","at":"2022-10-15T08:00:00+08:00","by":"FARM","plot":"P1","stand":"MOVED-#","seedlings":[{"lot":"LIFTED-#","grams":4000}],"plants":1000,"squareMetres":600,"evidence":{"photos":["89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab"],"position":{"latitude":41.15,"longitude":126.2,"accuracyMetres":8}}}
			{"type":"fieldWorked","at":"2023-07-20T08:00:00+08:00","by":"FARM","plot":"P1","stand":"MOVED-#","work":"SPRAY","product":"代森锰锌","activeIngredient":"mancozeb","dose":"2 g/L","evidence":{"photos":["89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab"],"position":{"latitude":41.15,"longitude":126.2,"accuracyMetres":8}}}
			{"type":"harvested","at":"2024-09-18T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"FRESH-#","grossGrams":102000,"soilGrams":2000,"crates":5,"witness":"刘检员","evidence":{"photos":["89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab89ab"],"position":{"latitude":41.15,"longitude":126.2,"accuracyMetres":8}}}
			{"type":"sampled","at":"2024-09-18T16:00:00+08:00","by":"LAB","lot":"FRESH-#","sample":"SAMPLE-#","sampler":"刘检员"}
			{"type":"tested","at":"2024-09-19T16:00:00+08:00","by":"LAB","lot":"FRESH-#","sample":"SAMPLE-#","report":"演示-031","sampled":"2024-09-18T16:00:00+08:00","results":[{"analyte":"Pb","value":0.4,"unit":"mg/kg","limit":5.0,"floor":false}],"passed":true,"documentHash":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
			{"type":"certificateRuled","at":"2024-09-19T16:30:00+08:00","by":"AUTH","certificate":"CERTIFICATE-#","standing":"SUSPENDED","reason":"复核"}
			{"type":"ruleSet","at":"2024-09-19T16:40:00+08:00","by":"AUTH","rule":"RULE-#","kind":"yield-cap","subject":"NOWHERE","severity":"WARN","certainty":"derived","source":"演示","validFrom":"2024-09-19","validTo":"2024-12-31","numbers":{"mostGramsPerSquareMetre":3000},"words":{}}
			{"type":"ruleRetired","at":"2024-09-19T16:50:00+08:00","by":"AUTH","rule":"RULE-#","validTo":"2024-10-31","reason":"演示"}
			{"type":"signedOff","at":"2024-09-19T16:55:00+08:00","by":"PANEL","event":"@tested","hash":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","rule":"YIELD-2","reason":"称重复核","interest":"无"}
			{"type":"recalled","at":"2024-09-19T16:56:00+08:00","by":"AUTH","source":"LOT","start":"FRESH-#","reason":"演示","advice":"退回商家"}
			{"type":"recallDrilled","at":"2024-09-19T16:57:00+08:00","by":"AUTH","source":"LOT","start":"FRESH-#","reason":"演练"}
			{"type":"caseRuled","at":"2024-09-19T16:57:30+08:00","by":"AUTH","file":"CASE-1","progress":"LOOKING","reason":"演示"}
			{"type":"recallEnded","at":"2024-09-19T16:58:00+08:00","by":"AUTH","recall":"@recalled","reason":"演示"}
			{"type":"held","at":"2024-09-19T17:00:00+08:00","by":"LAB","lot":"FRESH-#","reason":"复检"}
			{"type":"released","at":"2024-09-19T18:00:00+08:00","by":"AUTH","lot":"FRESH-#","reason":"复检合格"}
			{"type":"adjusted","at":"2024-09-20T08:00:00+08:00","by":"FARM","lot":"FRESH-#","lostGrams":1000,"cause":"ROT","reason":"霉变"}
			{"type":"corrected","at":"2024-09-20T09:00:00+08:00","by":"FARM","event":"@adjusted","reason":"记错","replacedBy":["@released"]}
			{"type":"conformityDeclared","at":"2024-09-20T09:30:00+08:00","by":"FARM","lot":"FRESH-#","number":"演示合格证 7","method":"SELF-TEST"}
			{"type":"shipped","at":"2024-09-20T10:00:00+08:00","by":"FARM","to":"WORKS","lines":[{"lot":"FRESH-#","grams":60000,"as":"ROAD-#","conformity":"演示合格证 7"}],"document":"合格证 7"}
			{"type":"received","at":"2024-09-20T15:00:00+08:00","by":"WORKS","lot":"ROAD-#","declaredGrams":60000,"weighedGrams":59000,"as":"IN-#","reason":"途中失水"}
			{"type":"purchased","at":"2024-09-20T15:00:00+08:00","by":"WORKS","lot":"BOUGHT-#","lotKind":"FRESH","product":"FRESH","species":"PANAX-GINSENG","grams":5000,"seller":"散户","declaredOrigin":"自称本地","declaredSeasons":5}
			{"type":"processed","at":"2024-10-02T17:00:00+08:00","by":"WORKS","run":"R-#","process":"RED","facility":"WORKSHOP","started":"2024-09-21T08:00:00+08:00","inputs":[{"lot":"IN-#","grams":59000}],"additions":[{"what":"水","grams":1000}],"outputs":[{"lot":"RED-#","product":"RED","grams":20000}],"lostGrams":40000}
			{"type":"regrouped","at":"2024-10-03T08:00:00+08:00","by":"WORKS","inputs":[{"lot":"RED-#","grams":20000}],"outputs":[{"lot":"REDA-#","grams":12000},{"lot":"REDB-#","grams":8000}]}
			{"type":"packed","at":"2024-10-04T08:00:00+08:00","by":"WORKS","facility":"WORKSHOP","inputs":[{"lot":"REDA-#","grams":12000}],"lot":"PACKS-#","units":39,"unitGrams":300,"gtin":"09521234543220","lostGrams":300,"grade":"FIRST","pieces":12}
			{"type":"brandAuthorised","at":"2024-10-04T09:00:00+08:00","by":"AUTH","authorisation":"BRAND-#","brand":"TONGHUA","holder":"WORKS","products":["RED"],"validFrom":"2024-10-01","validTo":"2025-09-30","quotaGrams":20000}
			{"type":"labelsIssued","at":"2024-10-05T08:00:00+08:00","by":"WORKS","run":"RUN-#","lot":"PACKS-#","count":39,"claims":{"seasons":5,"food":false,"gi":false,"organic":false,"brand":"BRAND-#","market":"CN"}}
			{"type":"labelsPrinted","at":"2024-10-05T09:00:00+08:00","by":"WORKS","run":"RUN-#","first":1,"last":30,"sheet":{"stock":"A4-3x7","cells":21,"firstCell":5}}
			{"type":"labelsSpoiled","at":"2024-10-05T10:00:00+08:00","by":"WORKS","run":"RUN-#","first":29,"last":30,"reason":"卡纸"}
			{"type":"labelsActivated","at":"2024-10-06T08:00:00+08:00","by":"WORKS","run":"RUN-#","first":1,"last":20}
			{"type":"reprintApproved","at":"2024-10-06T08:30:00+08:00","by":"WORKS","run":"RUN-#","first":3,"last":4,"reason":"标签破损"}
			{"type":"labelsReprinted","at":"2024-10-06T08:40:00+08:00","by":"WORKS","run":"RUN-#","first":3,"last":4,"reason":"标签破损","approval":"@reprintApproved","sheet":{"stock":"A4-3x7","cells":21,"firstCell":14}}
			{"type":"labelsApplied","at":"2024-10-06T08:50:00+08:00","by":"WORKS","run":"RUN-#","first":1,"last":20}
			{"type":"labelsVoided","at":"2024-10-06T09:00:00+08:00","by":"WORKS","run":"RUN-#","first":21,"last":22,"reason":"打印不清"}
			{"type":"destructionApproved","at":"2024-10-06T09:10:00+08:00","by":"WORKS","run":"RUN-#","first":29,"last":30,"reason":"监督销毁"}
			{"type":"labelsDestroyed","at":"2024-10-06T09:20:00+08:00","by":"WORKS","run":"RUN-#","first":29,"last":30,"reason":"碎纸","approval":"@destructionApproved"}
			{"type":"brandRuled","at":"2024-10-07T09:00:00+08:00","by":"AUTH","authorisation":"BRAND-#","standing":"SUSPENDED","reason":"复核"}
			""";

	private final Map<String, ObjectNode> bodies = new LinkedHashMap<>();

	/**
	 * @param chain a number of its own, which ends all numbers that it gives
	 */
	public OneOfEach(int chain) {
		for (String line : LINES.replace("#", String.valueOf(chain)).lines().toList()) {
			for (Map.Entry<String, ObjectNode> earlier : this.bodies.entrySet()) {
				line = line.replace("@" + earlier.getKey(), earlier.getValue().get("id").asString());
			}
			ObjectNode body = (ObjectNode) JSON.readTree(line);
			body.put("id", UUID.randomUUID().toString());
			this.bodies.put(body.get("type").asString(), body);
		}
	}

	/** The bodies by kind, in the order in which they can be recorded. */
	public Map<String, ObjectNode> bodies() {
		return this.bodies;
	}

	/** A copy of one kind's body. */
	public ObjectNode of(String kind) {
		ObjectNode body = this.bodies.get(kind);
		if (body == null) {
			throw new AssertionError("No body for the kind " + kind);
		}
		return body.deepCopy();
	}

	/**
	 * Visits everything in a body that can be taken away or replaced: its fields, and the
	 * fields of what they hold; of a list, those of its first member.
	 * @param visitor is given the name in dotted form, {@code inputs[0].grams}, and the
	 * JSON Pointer
	 */
	public static void fields(ObjectNode body, BiConsumer<String, String> visitor) {
		body.propertyNames().stream().filter((name) -> !name.equals("type")).forEach((name) -> {
			visitor.accept(name, "/" + name);
			JsonNode value = body.get(name);
			if (value.path(0).isObject()) {
				value.path(0)
					.propertyNames()
					.forEach((inner) -> visitor.accept(name + "[0]." + inner, "/" + name + "/0/" + inner));
			}
			else if (!name.equals(OPEN)) {
				value.propertyNames().forEach((inner) -> visitor.accept(name + "." + inner, "/" + name + "/" + inner));
			}
		});
	}

	/** The body with another value in one place, as text, so that it may be any value. */
	public static String with(ObjectNode body, String pointer, String value) {
		ObjectNode changed = body.deepCopy();
		String mark = "mark-" + UUID.randomUUID();
		int end = pointer.lastIndexOf('/');
		switch (changed.at(pointer.substring(0, end))) {
			case ObjectNode object -> object.put(pointer.substring(end + 1), mark);
			case ArrayNode array -> array.set(Integer.parseInt(pointer.substring(end + 1)), mark);
			default -> throw new AssertionError("nothing at " + pointer);
		}
		return changed.toString().replace('"' + mark + '"', value);
	}

	/** The body without one place. */
	public static String without(ObjectNode body, String pointer) {
		ObjectNode changed = body.deepCopy();
		int end = pointer.lastIndexOf('/');
		((ObjectNode) changed.at(pointer.substring(0, end))).remove(pointer.substring(end + 1));
		return changed.toString();
	}

}
