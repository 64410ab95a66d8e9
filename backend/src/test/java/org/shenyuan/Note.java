package org.shenyuan;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a small works notes down of its day: an event as it is sent. */
record Note(UUID id, String kind, String json) {

	/** The register that everything else needs, for an administrator to import. */
	static String register() {
		return lines(List.of(party("AUTH", "AUTHORITY"), party("WORKS", "PROCESSOR"), party("SHOP", "TRADER"),
				note("facilityRegistered", "2018-01-02T09:00:00+08:00", "AUTH", """
						"facility":"SHED","name":"车间（演示）","county":"220521","operator":"WORKS"
						""")));
	}

	static Note purchased(String lot, long grams) {
		return works("purchased", "2024-09-26T09:00:00+08:00", String.format(Locale.ROOT, """
				"lot":"%s","lotKind":"FRESH","product":"FRESH","species":"PANAX-GINSENG","grams":%d,"seller":"市场（演示）"
				""", lot, grams));
	}

	static Note packed(String from, String lot, long units, long unitGrams) {
		return works("packed", "2024-09-27T09:00:00+08:00", String.format(Locale.ROOT, """
				"facility":"SHED","inputs":[{"lot":"%s","grams":%d}],"lot":"%s","units":%d,"unitGrams":%d,"lostGrams":0
				""", from, units * unitGrams, lot, units, unitGrams));
	}

	static Note labelsIssued(String run, String lot, long count) {
		return works("labelsIssued", "2024-09-28T09:00:00+08:00", String.format(Locale.ROOT, """
				"run":"%s","lot":"%s","count":%d""", run, lot, count));
	}

	/** Takes the same from every one of some lots, in the order given. */
	static Note regrouped(List<String> from, long gramsOfEach, String into) {
		String inputs = from.stream()
			.map((lot) -> String.format(Locale.ROOT, "{\"lot\":\"%s\",\"grams\":%d}", lot, gramsOfEach))
			.collect(Collectors.joining(","));
		return works("regrouped", "2024-09-29T09:00:00+08:00", String.format(Locale.ROOT, """
				"inputs":[%s],"outputs":[{"lot":"%s","grams":%d}]""", inputs, into, from.size() * gramsOfEach));
	}

	static Note shipped(String lot, long grams, String as) {
		return works("shipped", "2024-09-29T09:00:00+08:00", String.format(Locale.ROOT, """
				"to":"SHOP","lines":[{"lot":"%s","grams":%d,"as":"%s"}]""", lot, grams, as));
	}

	/** Purchases of a gram more each, numbered from 1. */
	static List<Note> purchases(String lots, int count) {
		return IntStream.rangeClosed(1, count).mapToObj((i) -> purchased(lots + "-" + i, i)).toList();
	}

	/** The same id with other content. */
	Note butWith(String said, String instead) {
		String changed = this.json.replace(said, instead);
		if (changed.equals(this.json)) {
			throw new IllegalArgumentException(said + " is not in " + this.json);
		}
		return new Note(this.id, this.kind, changed);
	}

	Api.Answer sentBy(Api api) {
		return api.record(this.kind, this.json);
	}

	/** As a file to import. */
	static String lines(List<Note> notes) {
		return notes.stream().map(Note::json).collect(Collectors.joining("\n"));
	}

	private static Note party(String party, String role) {
		return note("partyRegistered", "2018-01-01T09:00:00+08:00", "AUTH", String.format(Locale.ROOT, """
				"party":"%s","name":"单位（演示）","roles":["%s"],"county":"220521"
				""", party, role));
	}

	private static Note works(String kind, String at, String fields) {
		return note(kind, at, "WORKS", fields);
	}

	private static Note note(String kind, String at, String by, String fields) {
		UUID id = UUID.randomUUID();
		return new Note(id, kind, String.format(Locale.ROOT, """
				{"type":"%s","id":"%s","at":"%s","by":"%s",%s}""", kind, id, at, by, fields.strip()));
	}

}
