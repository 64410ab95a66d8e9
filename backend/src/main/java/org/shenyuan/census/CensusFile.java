package org.shenyuan.census;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A census sheet (CSV) or map (GeoJSON) as rows of text by column, whatever its encoding.
 *
 * @param charset in which it was written
 * @param ignored columns that the census does not know
 */
record CensusFile(String charset, Set<String> ignored, List<Row> rows) {

	private static final int MOST_ROWS = 10_000;

	/** Chinese Excel writes it unless told otherwise. */
	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final List<String> WORKBOOKS = List.of("PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final CsvMapper CSV = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

	/**
	 * One parcel as it stands in the file.
	 *
	 * @param number in a sheet as the spreadsheet counts, the headings being row 1; in a
	 * map the feature's place from 1
	 */
	record Row(int number, Map<String, String> cells) {
	}

	/**
	 * @param column finds the census's own name of a heading
	 * @throws Refused when it is not such a file
	 */
	static CensusFile read(byte[] bytes, Function<String, Optional<String>> column) {
		String head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
		if (WORKBOOKS.contains(head)) {
			throw new Refused(Refusal.of("census.workbook", "file"));
		}
		Set<String> ignored = new LinkedHashSet<>();
		Function<String, Optional<String>> known = (heading) -> {
			Optional<String> name = column.apply(heading);
			if (name.isEmpty() && !heading.isBlank()) {
				ignored.add((heading.length() > 40) ? heading.substring(0, 40) : heading);
			}
			return name;
		};
		Charset charset = charset(bytes);
		String text = new String(bytes, charset).replaceFirst("^\uFEFF", "");
		List<Row> rows = text.stripLeading().startsWith("{") ? features(text, known) : records(text, known);
		if (rows.isEmpty()) {
			throw new Refused(Refusal.of("census.empty", "file"));
		}
		if (rows.size() > MOST_ROWS) {
			throw new Refused(Refusal.of("census.long", "file", "rows", rows.size(), "most", MOST_ROWS));
		}
		return new CensusFile(charset.name(), ignored, rows);
	}

	private static Charset charset(byte[] bytes) {
		if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
			return StandardCharsets.UTF_16LE;
		}
		for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
			try {
				charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes));
				return charset;
			}
			catch (CharacterCodingException ex) {
				// Then it is the next one, or none.
			}
		}
		throw new Refused(Refusal.of("census.encoding", "file"));
	}

	private static List<Row> records(String text, Function<String, Optional<String>> column) {
		String headings = text.lines().findFirst().orElse("");
		char separator = (headings.indexOf('\t') >= 0) ? '\t' : ',';
		List<Row> rows = new ArrayList<>();
		List<Optional<String>> columns = List.of();
		int number = 0;
		try (MappingIterator<String[]> records = CSV.readerFor(String[].class)
			.with(CsvSchema.emptySchema().withColumnSeparator(separator))
			.readValues(text)) {
			while (records.hasNextValue()) {
				String[] cells = records.nextValue();
				number++;
				if (number == 1) {
					columns = Arrays.stream(cells).map(column).toList();
					if (!columns.contains(Optional.of("parcel"))) {
						throw new Refused(Refusal.of("census.headings", "file", "given",
								headings.substring(0, Math.min(60, headings.length())).strip()));
					}
				}
				else if (Arrays.stream(cells).anyMatch((cell) -> !cell.isBlank())) {
					rows.add(row(number, cells, columns));
				}
			}
		}
		catch (JacksonException ex) {
			throw new Refused(Refusal.of("census.csv", "file", "row", number + 1).onLine(number + 1));
		}
		return rows;
	}

	private static Row row(int number, String[] cells, List<Optional<String>> columns) {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
			String cell = cells[i].strip();
			columns.get(i).ifPresent((name) -> row.put(name, cell));
		}
		return new Row(number, row);
	}

	private static List<Row> features(String text, Function<String, Optional<String>> column) {
		JsonNode map;
		try {
			map = JSON.readTree(text);
		}
		catch (JacksonException ex) {
			throw new Refused(Unreadable.refusal(ex));
		}
		if (!map.path("type").asString("").equals("FeatureCollection") || !map.path("features").isArray()) {
			throw new Refused(Refusal.of("census.collection", "file"));
		}
		String datum = map.at("/crs/properties/name").asString("");
		List<Row> rows = new ArrayList<>();
		for (JsonNode feature : map.path("features")) {
			Map<String, String> row = new LinkedHashMap<>();
			if (!datum.isEmpty()) {
				row.put("datum", datum);
			}
			feature.path("properties")
				.properties()
				.forEach((property) -> column.apply(property.getKey())
					.filter((name) -> !property.getValue().isNull())
					.ifPresent((name) -> row.put(name, property.getValue().asString("").strip())));
			JsonNode geometry = feature.path("geometry");
			if (geometry.isObject()) {
				row.put("outline", outline(geometry));
			}
			rows.add(new Row(rows.size() + 1, row));
		}
		return rows;
	}

	/** As well-known text; what is no polygon keeps its kind, and is refused by it. */
	private static String outline(JsonNode geometry) {
		String type = geometry.path("type").asString("");
		JsonNode rings = geometry.path("coordinates");
		if (type.equals("MultiPolygon") && rings.size() == 1) {
			type = "Polygon";
			rings = rings.path(0);
		}
		if (!type.equals("Polygon")) {
			return type.isEmpty() ? "?" : type;
		}
		return rings.valueStream()
			.map((ring) -> ring.valueStream()
				.map((at) -> number(at.path(0)) + " " + number(at.path(1)))
				.collect(Collectors.joining(", ", "(", ")")))
			.collect(Collectors.joining(", ", "POLYGON (", ")"));
	}

	private static String number(JsonNode value) {
		return value.isNumber() ? value.decimalValue().toPlainString() : "?";
	}

}
