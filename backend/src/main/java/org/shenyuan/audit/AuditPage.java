package org.shenyuan.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.audit.Audit.Cursor;
import org.shenyuan.audit.Audit.Line;
import org.shenyuan.audit.Audit.Wanted;
import org.shenyuan.events.EventKinds;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Reserved;
import org.shenyuan.web.Spreadsheet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The log as people read it, for those who look after it. */
@Controller
class AuditPage {

	private static final Set<Role> READERS = EnumSet.of(Role.AUTHORITY, Role.ADMINISTRATOR);

	private static final int PAGE = 50;

	/** As many as a spreadsheet still opens at once. */
	private static final int MOST_ROWS = 10_000;

	private static final int DAYS = 30;

	private final Audit audit;

	private final Forms forms;

	private final MessageSource messages;

	private final ZoneId zone;

	AuditPage(Audit audit, Forms forms, MessageSource messages, @Value("${shenyuan.zone}") ZoneId zone) {
		this.audit = audit;
		this.forms = forms;
		this.messages = messages;
		this.zone = zone;
	}

	/** What the address asks for; the last thirty days unless it says others. */
	record Filter(@Nullable String person, @Nullable String party, @Nullable String kind,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
	}

	@GetMapping("/audit")
	String page(@ModelAttribute Filter filter, @RequestParam(defaultValue = "") String after, Author author,
			Model model) {
		Reserved.to(READERS, author);
		Wanted wanted = wanted(filter);
		List<Line> lines = this.audit.page(wanted, Cursor.of(after), PAGE);
		model.addAttribute("wanted", filter);
		model.addAttribute("from", wanted.from().toLocalDate());
		model.addAttribute("to", wanted.to().toLocalDate().minusDays(1));
		model.addAttribute("kinds",
				EventKinds.all()
					.keySet()
					.stream()
					.map((kind) -> new Choice(kind, word("stop." + kind, kind)))
					.toList());
		model.addAttribute("lines", lines);
		model.addAttribute("zone", this.zone);
		model.addAttribute("next", (lines.size() < PAGE) ? null : lines.getLast().cursor());
		return "audit/audit";
	}

	/** The same for a spreadsheet, at most ten thousand lines. */
	@GetMapping(path = "/audit.csv", produces = Spreadsheet.TYPE)
	ResponseEntity<String> table(@ModelAttribute Filter filter, Author author) {
		Reserved.to(READERS, author);
		List<Map<String, String>> rows = this.audit.page(wanted(filter), null, MOST_ROWS)
			.stream()
			.map(this::cells)
			.toList();
		List<String> columns = List.of("audit.recorded", "audit.at", "audit.person", "audit.party", "audit.party.name",
				"audit.kind", "audit.code", "audit.subjects", "audit.corrected", "audit.id", "audit.hash");
		return ResponseEntity.ok()
			.header("Content-Disposition", "attachment; filename=\"audit.csv\"")
			.body(Spreadsheet.write(columns.stream().map((key) -> word(key, key)).toList(), rows));
	}

	private Wanted wanted(Filter filter) {
		LocalDate to = (filter.to() != null) ? filter.to() : this.forms.today();
		LocalDate from = (filter.from() != null) ? filter.from() : to.minusDays(DAYS);
		String party = text(filter.party());
		return new Wanted(text(filter.person()), party.isEmpty() ? "" : this.audit.party(party), text(filter.kind()),
				from.atStartOfDay(this.zone), to.plusDays(1).atStartOfDay(this.zone));
	}

	private Map<String, String> cells(Line line) {
		Map<String, String> cells = new LinkedHashMap<>();
		cells.put("audit.recorded", line.recorded().withZoneSameInstant(this.zone).toOffsetDateTime().toString());
		cells.put("audit.at", line.at().toOffsetDateTime().toString());
		cells.put("audit.person", line.person());
		cells.put("audit.party", line.party());
		cells.put("audit.party.name", line.partyName());
		cells.put("audit.kind", word("stop." + line.kind(), line.kind()));
		cells.put("audit.code", line.kind());
		cells.put("audit.subjects", String.join(" ", line.subjects()));
		cells.put("audit.corrected", line.corrected() ? word("audit.corrected", "") : "");
		cells.put("audit.id", line.id());
		cells.put("audit.hash", line.hash());
		Map<String, String> named = new LinkedHashMap<>();
		cells.forEach((key, cell) -> named.put(word(key, key), cell));
		return named;
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	private String word(String key, String otherwise) {
		Locale locale = LocaleContextHolder.getLocale();
		String word = this.messages.getMessage(key, null, otherwise, locale);
		return (word != null) ? word : otherwise;
	}

}
