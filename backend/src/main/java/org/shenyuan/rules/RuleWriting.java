package org.shenyuan.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Ruling;
import org.shenyuan.events.Ruling.RuleRetired;
import org.shenyuan.events.Ruling.RuleSet;
import org.shenyuan.events.Severity;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.ledger.SeasonFile;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.springframework.stereotype.Component;

/**
 * Sets and ends rules as they are typed or sent: events of the ledger, which decides who
 * may. A rule is never edited: another value is another rule, and the old one ends on the
 * day before.
 */
@Component
class RuleWriting {

	private final Ledger ledger;

	private final RuleBook rules;

	private final Forms forms;

	RuleWriting(Ledger ledger, RuleBook rules, Forms forms) {
		this.ledger = ledger;
		this.rules = rules;
		this.forms = forms;
	}

	/**
	 * What a file changed.
	 *
	 * @param unchanged lines that say what stands already
	 */
	record Outcome(int set, int ended, int unchanged) {
	}

	/**
	 * Sets a rule.
	 * @param id of the event, made when the form was opened
	 * @param replaces a rule that ends on the day before, or null
	 * @throws Refused with what is wrong
	 */
	void set(String id, Map<String, String> cells, @Nullable String replaces, Author author) {
		RuleSet set = read(id, cells, author);
		if (replaces == null) {
			this.ledger.append(author, set);
			return;
		}
		// Made of the first one's, so that sending the form twice is still one change.
		UUID second = UUID.nameUUIDFromBytes(set.id().toString().getBytes(StandardCharsets.US_ASCII));
		RuleRetired old = new RuleRetired(second, set.at(), author.party(), replaces, set.validFrom().minusDays(1),
				set.rule());
		this.ledger.appendAll(author, SeasonFile.of(List.of(set, old)));
	}

	/**
	 * Ends a rule.
	 * @throws Refused with what is wrong
	 */
	void end(String id, String rule, @Nullable String at, @Nullable String validTo, @Nullable String reason,
			Author author) {
		Entered entered = this.forms.entered();
		RuleRetired retired = new RuleRetired(entered.id(id), entered.time("at", at), author.party(), rule,
				entered.day("validTo", validTo), entered.text("reason", reason));
		entered.stop();
		this.ledger.append(author, retired);
	}

	/**
	 * Brings the rules to what a file says, all of it or nothing: sets those that are
	 * new, ends those that have another last day.
	 * @throws Refused with the reasons of every line
	 */
	Outcome bring(String file, Author author) {
		Map<String, Rule> known = this.rules.all().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
		List<Refusal> refusals = new ArrayList<>();
		List<Ruling> events = new ArrayList<>();
		List<Integer> numbers = new ArrayList<>();
		int unchanged = 0;
		for (RuleFile.Line line : RuleFile.read(file)) {
			try {
				Ruling event = change(line, known, author);
				if (event == null) {
					unchanged++;
				}
				else {
					events.add(event);
					numbers.add(line.number());
				}
			}
			catch (Refused refused) {
				refused.refusals().forEach((refusal) -> refusals.add(refusal.onLine(line.number())));
			}
		}
		if (!refusals.isEmpty()) {
			throw new Refused(refusals);
		}
		try {
			this.ledger.appendAll(author, SeasonFile.of(events));
		}
		catch (Refused refused) {
			throw new Refused(refused.refusals()
				.stream()
				.map((refusal) -> (refusal.line() != null) ? refusal.onLine(numbers.get(refusal.line() - 1)) : refusal)
				.toList());
		}
		int ended = (int) events.stream().filter(RuleRetired.class::isInstance).count();
		return new Outcome(events.size() - ended, ended, unchanged);
	}

	/** Null when the line says what stands. */
	private @Nullable Ruling change(RuleFile.Line line, Map<String, Rule> known, Author author) {
		RuleSet set = read(this.forms.id(), line.cells(), author);
		Rule wanted = Rule.of(set);
		Rule standing = known.get(set.rule());
		if (standing == null) {
			return set;
		}
		String difference = difference(standing, wanted);
		if (difference != null) {
			throw new Refused(Refusal.of("rule.changed", difference, "rule", set.rule(), "field", difference));
		}
		LocalDate last = wanted.validTo();
		if (Objects.equals(last, standing.validTo())) {
			return null;
		}
		if (last == null) {
			throw new Refused(Refusal.of("rule.changed", "validTo", "rule", set.rule(), "field", "validTo"));
		}
		Entered entered = this.forms.entered();
		String reason = entered.text("reason", line.cells().get("reason"));
		entered.stop();
		return new RuleRetired(set.id(), set.at(), author.party(), set.rule(), last, reason);
	}

	private static @Nullable String difference(Rule one, Rule other) {
		Map<String, Boolean> same = new LinkedHashMap<>();
		same.put("kind", one.kind().equals(other.kind()));
		same.put("subject", one.subject().equals(other.subject()));
		same.put("severity", one.severity() == other.severity());
		same.put("certainty", one.certainty().equals(other.certainty()));
		same.put("source", one.source().equals(other.source()));
		same.put("validFrom", one.validFrom().equals(other.validFrom()));
		same.put("numbers", one.numbers().equals(other.numbers()));
		same.put("words", one.words().equals(other.words()));
		return same.entrySet()
			.stream()
			.filter((field) -> !field.getValue())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	private RuleSet read(String id, Map<String, String> cells, Author author) {
		Entered entered = this.forms.entered();
		OffsetDateTime at = entered.time("at", cells.getOrDefault("at", this.forms.moment()));
		String to = entered.optional(cells.get("validTo"));
		Map<String, BigDecimal> numbers = new LinkedHashMap<>();
		Map<String, String> words = new LinkedHashMap<>();
		cells.forEach((name, value) -> {
			if (name.startsWith(RuleFile.NUMBER) && !value.isBlank()) {
				numbers.put(name.substring(RuleFile.NUMBER.length()), entered.number(name, value));
			}
			else if (name.startsWith(RuleFile.WORD) && !value.isBlank()) {
				words.put(name.substring(RuleFile.WORD.length()), value.strip());
			}
		});
		RuleSet set = new RuleSet(entered.id(id), at, author.party(), entered.code("rule", cells.get("rule")),
				entered.text("kind", cells.get("kind")), entered.text("subject", cells.get("subject")),
				entered.choice("severity", cells.get("severity"), Severity.class, Severity.WARN),
				entered.text("certainty", cells.get("certainty")), entered.text("source", cells.get("source")),
				entered.day("validFrom", cells.get("validFrom")), (to != null) ? entered.day("validTo", to) : null,
				numbers.isEmpty() ? null : numbers, words.isEmpty() ? null : words);
		entered.stop();
		return set;
	}

}
