package org.shenyuan.rules;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.web.Forms;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rules for programs and spreadsheets. Anyone may read them; single ones are set and
 * ended as events, {@code ruleSet} and {@code ruleRetired}.
 */
@RestController
@RequestMapping("/api/v1")
class RulesApi {

	private final RuleBook rules;

	private final RuleWriting writing;

	private final Forms forms;

	RulesApi(RuleBook rules, RuleWriting writing, Forms forms) {
		this.rules = rules;
		this.writing = writing;
		this.forms = forms;
	}

	/**
	 * @param kind all of them unless given
	 * @param on the day on which they are in force, to come or ended; today unless given
	 */
	@GetMapping("/rules")
	RuleTable all(@RequestParam(required = false) @Nullable String kind,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
		return RuleTable.of(RuleTable.select(this.rules.all(), kind), (on != null) ? on : this.forms.today());
	}

	@GetMapping("/rules/{rule}")
	Rule one(@PathVariable String rule) {
		return this.rules.all()
			.stream()
			.filter((one) -> one.id().equals(rule))
			.findFirst()
			.orElseThrow(() -> Refused.absent("rule", rule));
	}

	/** Every rule, also those that ended, as a table. */
	@GetMapping(path = "/rules.csv", produces = "text/csv;charset=UTF-8")
	ResponseEntity<String> table(@RequestParam(required = false) @Nullable String kind) {
		List<Rule> some = RuleTable.select(this.rules.all(), kind);
		return ResponseEntity.ok()
			.header("Content-Disposition", "attachment; filename=\"rules.csv\"")
			.body(RuleFile.write(some));
	}

	/** The same table, with new lines and other last days: all of it, or nothing. */
	@PostMapping(path = "/rules.csv", consumes = "text/csv")
	RuleWriting.Outcome bring(@RequestBody String file, Author author) {
		return this.writing.bring(file, author);
	}

}
