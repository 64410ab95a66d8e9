package org.shenyuan.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.events.Severity;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.vocabulary.Term;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules for everyone to read, and for the authority to set and to end. */
@Controller
@RequestMapping("/rules")
class RulesPage {

	private static final List<String> CERTAINTIES = List.of("found", "derived", "general-knowledge");

	private final RuleBook rules;

	private final RuleWriting writing;

	private final Forms forms;

	private final Terms terms;

	private final MessageSource messages;

	RulesPage(RuleBook rules, RuleWriting writing, Forms forms, Terms terms, MessageSource messages) {
		this.rules = rules;
		this.writing = writing;
		this.forms = forms;
		this.terms = terms;
		this.messages = messages;
	}

	/** The fields of the page's forms, beside which a reason is shown. */
	record RuleForm(@Label("rules.number") String rule, @Label("rules.subject") String subject,
			@Label("rules.severity") String severity, @Label("rules.certainty") String certainty,
			@Label("rules.source") String source, @Label("rules.validFrom") String validFrom,
			@Label("rules.validTo") String validTo, @Label("labels.reason") String reason, String numbers,
			String words) {
	}

	@GetMapping
	ModelAndView read(@RequestParam(required = false) @Nullable String kind) {
		return table(new ModelAndView("rules/rules"), kind);
	}

	/** An empty form, or one with what an earlier rule says. */
	@GetMapping("/new")
	ModelAndView open(@RequestParam String kind, @RequestParam(required = false) @Nullable String replaces,
			Author author) {
		Reserved.to(Role.AUTHORITY, author);
		Map<String, String> form = new LinkedHashMap<>();
		form.put("id", this.forms.id());
		form.put("kind", kind);
		form.put("validFrom", this.forms.today().plusDays(1).toString());
		this.rules.all().stream().filter((rule) -> rule.id().equals(replaces)).findFirst().ifPresent((old) -> {
			form.put("replaces", old.id());
			form.put("subject", old.subject());
			form.put("severity", old.severity().name());
			form.put("certainty", old.certainty());
			form.put("source", old.source());
			old.numbers().forEach((name, number) -> form.put(RuleFile.NUMBER + name, number.toPlainString()));
			old.words().forEach((name, word) -> form.put(RuleFile.WORD + name, word));
		});
		return form(new ModelAndView("rules/rule"), form);
	}

	@PostMapping
	ModelAndView set(@RequestParam Map<String, String> form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			String replaces = form.getOrDefault("replaces", "");
			this.writing.set(form.getOrDefault("id", ""), form, replaces.isBlank() ? null : replaces, author);
			flash.addAttribute("kind", form.get("kind"));
			return this.forms.done(flash, "rule", "/rules");
		}
		catch (Refused refused) {
			return form(this.forms.again("rules/rule", refused, RuleForm.class), form);
		}
	}

	@PostMapping("/{rule}/end")
	ModelAndView end(@PathVariable String rule, @RequestParam Map<String, String> form, Author author,
			RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			this.writing.end(form.getOrDefault("id", ""), rule, form.get("at"), form.get("validTo"), form.get("reason"),
					author);
			this.rules.all()
				.stream()
				.filter((one) -> one.id().equals(rule))
				.findFirst()
				.ifPresent((one) -> flash.addAttribute("kind", one.kind()));
			return this.forms.done(flash, "ruleEnded", "/rules");
		}
		catch (Refused refused) {
			return table(this.forms.again("rules/rules", refused, RuleForm.class), form.get("kind"));
		}
	}

	@PostMapping("/file")
	ModelAndView bring(@RequestParam MultipartFile file, Author author, RedirectAttributes flash) throws IOException {
		Reserved.to(Role.AUTHORITY, author);
		try {
			this.writing.bring(new String(file.getBytes(), StandardCharsets.UTF_8), author);
			return this.forms.done(flash, "rules", "/rules");
		}
		catch (Refused refused) {
			return table(this.forms.again("rules/rules", refused, RuleForm.class), null);
		}
	}

	private ModelAndView table(ModelAndView page, @Nullable String kind) {
		List<Rule> all = this.rules.all();
		page.addObject("kind", (kind != null && !kind.isBlank()) ? kind : null);
		page.addObject("kinds",
				RuleTable.byKind(all, this.forms.today(), this.terms.of("ruleKind").stream().map(Term::code).toList()));
		page.addObject("table", RuleTable.of(RuleTable.select(all, kind), this.forms.today()));
		page.addObject("id", this.forms.id());
		page.addObject("at", this.forms.moment());
		page.addObject("today", this.forms.today());
		return page;
	}

	private ModelAndView form(ModelAndView page, Map<String, String> form) {
		List<Rule> alike = RuleTable.select(this.rules.all(), form.getOrDefault("kind", "-"));
		page.addObject("form", new TreeMap<>(form));
		page.addObject("at", form.getOrDefault("at", this.forms.moment()));
		page.addObject("numbers", names(alike.stream().map((rule) -> rule.numbers().keySet()).toList()));
		page.addObject("words", names(alike.stream().map((rule) -> rule.words().keySet()).toList()));
		page.addObject("severities",
				Arrays.stream(Severity.values()).map((one) -> choice(one.name(), "Severity." + one.name())).toList());
		page.addObject("certainties", CERTAINTIES.stream().map((one) -> choice(one, "certainty." + one)).toList());
		return page;
	}

	private static Set<String> names(List<Set<String>> some) {
		Set<String> names = new TreeSet<>();
		some.forEach(names::addAll);
		return names;
	}

	private Choice choice(String value, String key) {
		return new Choice(value, Objects
			.requireNonNullElse(this.messages.getMessage(key, null, value, LocaleContextHolder.getLocale()), value));
	}

}
