package org.shenyuan.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.audit.AccountAudit.Line;
import org.shenyuan.audit.AccountAudit.Wanted;
import org.shenyuan.audit.Audit.Cursor;
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

/**
 * Who came in, and what became of accounts, for those who look after them: when somebody
 * was at work is nobody else's business.
 */
@Controller
class AccountAuditPage {

	private static final List<String> DEEDS = List.of("LOG_IN", "LOG_IN_REFUSED", "LOG_IN_ENDED", "INVITED", "JOINED",
			"OFFERED", "ACCEPTED", "DECLINED", "ROLES", "MEMBERSHIP_ENDED", "ADMINISTRATOR", "RESET", "CLOSED",
			"PASSWORD", "TOKEN", "TOKEN_REVOKED");

	private static final int PAGE = 50;

	/** As many as a spreadsheet still opens at once. */
	private static final int MOST_ROWS = 10_000;

	private static final int DAYS = 30;

	private final AccountAudit audit;

	private final Forms forms;

	private final MessageSource messages;

	private final ZoneId zone;

	AccountAuditPage(AccountAudit audit, Forms forms, MessageSource messages, @Value("${shenyuan.zone}") ZoneId zone) {
		this.audit = audit;
		this.forms = forms;
		this.messages = messages;
		this.zone = zone;
	}

	/** What the address asks for; the last thirty days unless it says others. */
	record Filter(@Nullable String person, @Nullable String deed,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
	}

	@GetMapping("/audit/accounts")
	String page(@ModelAttribute Filter filter, @RequestParam(defaultValue = "") String after, Author author,
			Model model) {
		Reserved.to(Role.ADMINISTRATOR, author);
		Wanted wanted = wanted(filter);
		List<Line> lines = this.audit.page(wanted, Cursor.of(after), PAGE);
		model.addAttribute("wanted", filter);
		model.addAttribute("from", wanted.from().toLocalDate());
		model.addAttribute("to", wanted.to().toLocalDate().minusDays(1));
		model.addAttribute("deeds", DEEDS.stream().map((deed) -> new Choice(deed, word("deed." + deed))).toList());
		model.addAttribute("lines", lines);
		model.addAttribute("details",
				lines.stream().collect(Collectors.toMap(Line::id, this::detail, (one, same) -> one)));
		model.addAttribute("zone", this.zone);
		model.addAttribute("next", (lines.size() < PAGE) ? null : lines.getLast().cursor());
		return "audit/accounts";
	}

	/** The same for a spreadsheet, at most ten thousand lines. */
	@GetMapping(path = "/audit/accounts.csv", produces = Spreadsheet.TYPE)
	ResponseEntity<String> table(@ModelAttribute Filter filter, Author author) {
		Reserved.to(Role.ADMINISTRATOR, author);
		List<Map<String, String>> rows = this.audit.page(wanted(filter), null, MOST_ROWS)
			.stream()
			.map(this::cells)
			.toList();
		List<String> columns = List.of("audit.recorded", "deed", "audit.code", "deed.name", "deed.by", "audit.party",
				"audit.party.name", "deed.detail");
		return ResponseEntity.ok()
			.header("Content-Disposition", "attachment; filename=\"accounts.csv\"")
			.body(Spreadsheet.write(columns.stream().map(this::word).toList(), rows));
	}

	private Wanted wanted(Filter filter) {
		LocalDate to = (filter.to() != null) ? filter.to() : this.forms.today();
		LocalDate from = (filter.from() != null) ? filter.from() : to.minusDays(DAYS);
		return new Wanted((filter.person() != null) ? filter.person().strip() : "",
				(filter.deed() != null) ? filter.deed() : "", from.atStartOfDay(this.zone),
				to.plusDays(1).atStartOfDay(this.zone));
	}

	private Map<String, String> cells(Line line) {
		Map<String, String> cells = new LinkedHashMap<>();
		cells.put(word("audit.recorded"), line.at().withZoneSameInstant(this.zone).toOffsetDateTime().toString());
		cells.put(word("deed"), word("deed." + line.deed()));
		cells.put(word("audit.code"), line.deed());
		cells.put(word("deed.name"), line.name());
		cells.put(word("deed.by"), line.by());
		cells.put(word("audit.party"), line.party());
		cells.put(word("audit.party.name"), line.partyName());
		cells.put(word("deed.detail"), detail(line));
		return cells;
	}

	/** Roles in the reader's language; a device is called what it is called. */
	private String detail(Line line) {
		return switch (line.deed()) {
			case "INVITED", "OFFERED",
					"ROLES" ->
				Arrays.stream(line.detail().split(" ", -1))
					.filter((role) -> !role.isEmpty())
					.map((role) -> word("Role." + role))
					.collect(Collectors.joining(" · "));
			case "ADMINISTRATOR" -> line.detail() + " " + word("Role.ADMINISTRATOR");
			default -> line.detail();
		};
	}

	private String word(String key) {
		String word = this.messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
		return (word != null) ? word : key;
	}

}
