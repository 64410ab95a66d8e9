package org.shenyuan.census;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Registering.ParcelRegistered;
import org.shenyuan.events.Registering.ParcelSurveyed;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Recorded;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.SeasonFile;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings in a census file: first to look at, then all of it or nothing. The ids of its
 * events follow from the file, so that sending it again records nothing twice.
 */
@Component
class CensusImports {

	private final Ledger ledger;

	private final Parcels parcels;

	private final Terms terms;

	private final ZoneId zone;

	CensusImports(Ledger ledger, Parcels parcels, Terms terms, @Value("${shenyuan.zone}") ZoneId zone) {
		this.ledger = ledger;
		this.parcels = parcels;
		this.terms = terms;
		this.zone = zone;
	}

	/**
	 * What a file would do.
	 *
	 * @param refusals with the number of the row
	 */
	record Preview(String hash, CensusFile file, List<Line> lines, List<Refusal> refusals) {

		public boolean isClean() {
			return this.refusals.isEmpty();
		}

		public long squareMetres() {
			return this.lines.stream().mapToLong((line) -> line.survey().squareMetres()).sum();
		}

	}

	/**
	 * A row that could be read.
	 *
	 * @param again whether the parcel is known, and surveyed again
	 * @param refusals and {@code remarks} about this row
	 */
	record Line(int row, LandSurvey survey, boolean again, List<Refusal> refusals, List<Refusal> remarks) {
	}

	/** Reads and judges everything, and records nothing. */
	Preview preview(Author author, byte[] bytes) {
		Reading reading = read(author, bytes);
		List<Refusal> refusals = new ArrayList<>(reading.refusals);
		List<Recorded> answers = List.of();
		try {
			answers = this.ledger.rehearse(author, reading.asFile());
		}
		catch (Refused refused) {
			refused.refusals().forEach((refusal) -> refusals.add(reading.onRow(refusal)));
		}
		refusals.sort(Comparator.comparing((refusal) -> Objects.requireNonNullElse(refusal.line(), 0)));
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < reading.rows.size(); i++) {
			int row = reading.rows.get(i);
			TraceEvent event = reading.events().get(i);
			lines.add(new Line(row, (LandSurvey) event, event instanceof ParcelSurveyed,
					refusals.stream().filter((refusal) -> Objects.equals(refusal.line(), row)).toList(),
					answers.isEmpty() ? List.of() : answers.get(i).remarks()));
		}
		return new Preview(hash(bytes), reading.file, lines, List.copyOf(refusals));
	}

	/**
	 * @throws Refused with the reasons of every row, when one of them may not be recorded
	 */
	List<Recorded> record(Author author, byte[] bytes) {
		Reading reading = read(author, bytes);
		if (!reading.refusals.isEmpty()) {
			throw new Refused(reading.refusals.subList(0, Math.min(100, reading.refusals.size())));
		}
		try {
			return this.ledger.appendAll(author, reading.asFile());
		}
		catch (Refused refused) {
			throw new Refused(refused.refusals().stream().map(reading::onRow).toList());
		}
	}

	private Reading read(Author author, byte[] bytes) {
		CensusFile file = CensusFile.read(bytes, this::column);
		String hash = hash(bytes);
		Reading reading = new Reading(file);
		Map<String, Integer> seen = new HashMap<>();
		Map<String, String> ids = new HashMap<>();
		for (CensusFile.Row row : file.rows()) {
			String parcel = SheetRow.capitals(row.cells().getOrDefault("parcel", ""));
			ids.put(parcel, id(author, hash, row.number()).toString());
			Integer before = parcel.isEmpty() ? null : seen.putIfAbsent(parcel, row.number());
			if (before != null) {
				reading.refusals
					.add(Refusal.of("census.twice", "parcel", "parcel", parcel, "row", before).onLine(row.number()));
			}
		}
		Set<String> known = this.parcels.knownBefore(ids);
		for (CensusFile.Row row : file.rows()) {
			SheetRow sheet = new SheetRow(row, this.terms);
			TraceEvent event = event(sheet, author, id(author, hash, row.number()), known);
			if (sheet.refusals().isEmpty()) {
				reading.events().add(event);
				reading.rows.add(row.number());
			}
			reading.refusals.addAll(sheet.refusals());
		}
		return reading;
	}

	private TraceEvent event(SheetRow row, Author author, UUID id, Set<String> known) {
		String parcel = row.code("parcel");
		long area = row.squareMetres();
		String landClass = row.word("landClass", "landClass");
		int level = row.whole("level");
		int grade = row.whole("grade");
		String status = row.word("landStatus", "status");
		String tenure = row.optionalWord("tenure", "tenure");
		String steward = row.optional("steward");
		boolean displaced = row.isDisplaced();
		String outline = row.outline(displaced);
		String from = (displaced && outline != null) ? "GCJ-02" : null;
		String round = row.text("round");
		LocalDate day = row.day("surveyed");
		OffsetDateTime at = day.atStartOfDay(this.zone).toOffsetDateTime();
		if (known.contains(parcel)) {
			return new ParcelSurveyed(id, at, author.party(), parcel, area, landClass, level, grade, status, tenure,
					steward, outline, from, round, day);
		}
		return new ParcelRegistered(id, at, author.party(), parcel, row.word("county", "county"), row.text("town"),
				row.optional("village"), area, landClass, level, grade, status, tenure, steward, outline, from, round,
				day);
	}

	private Optional<String> column(String heading) {
		String plain = plain(heading);
		return this.terms.of("censusColumn")
			.stream()
			.filter((term) -> Stream.of(term.code(), term.zh(), term.en(), term.ko())
				.anyMatch((name) -> plain(name).equals(plain)))
			.map((term) -> term.code())
			.findFirst();
	}

	private static String plain(String heading) {
		return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
	}

	private static UUID id(Author author, String hash, int row) {
		return UUID.nameUUIDFromBytes(String.format(Locale.ROOT, "census %s %s %d", author.party(), hash, row)
			.getBytes(StandardCharsets.UTF_8));
	}

	static String hash(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The rows that could be read, as events, and what is wrong with the others. */
	private record Reading(CensusFile file, List<TraceEvent> events, List<Integer> rows, List<Refusal> refusals) {

		Reading(CensusFile file) {
			this(file, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		}

		SeasonFile asFile() {
			SequencedMap<Integer, TraceEvent> numbered = new LinkedHashMap<>();
			this.events.forEach((event) -> numbered.put(numbered.size() + 1, event));
			return new SeasonFile(numbered, List.of());
		}

		/** The ledger counts events, a reader counts rows. */
		Refusal onRow(Refusal refusal) {
			Integer line = refusal.line();
			return (line != null) ? refusal.onLine(this.rows.get(line - 1)) : refusal;
		}

	}

}
