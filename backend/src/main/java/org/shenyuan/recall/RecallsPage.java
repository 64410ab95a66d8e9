package org.shenyuan.recall;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Recalling;
import org.shenyuan.events.Recalling.RecallDrilled;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recalls, for the authority: the impact is shown before the button. */
@Controller
@RequestMapping("/recalls")
class RecallsPage {

	private static final int SHOWN = 200;

	private final Recalls recalls;

	private final Impacts impacts;

	private final Ledger ledger;

	private final Forms forms;

	private final ZoneId zone;

	RecallsPage(Recalls recalls, Impacts impacts, Ledger ledger, Forms forms, @Value("${shenyuan.zone}") ZoneId zone) {
		this.recalls = recalls;
		this.impacts = impacts;
		this.ledger = ledger;
		this.forms = forms;
		this.zone = zone;
	}

	/**
	 * As it was typed.
	 *
	 * @param act {@code recall} or {@code drill}
	 */
	record RecallForm(@Nullable String id, @Nullable String at, @Label("recall.source") @Nullable String source,
			@Label("recall.start") @Nullable String start, @Label("labels.reason") @Nullable String reason,
			@Label("recall.advice") @Nullable String advice, @Nullable String act) {
	}

	/** How a recall ends, as it was typed. */
	record EndForm(@Nullable String id, @Nullable String at, @Label("labels.reason") @Nullable String reason) {
	}

	@GetMapping
	String all(Author author, Model model) {
		Reserved.to(Role.AUTHORITY, author);
		model.addAttribute("recalls", this.recalls.all());
		return "recall/recalls";
	}

	/** Asks where to start, and shows what would be reached from there. */
	@GetMapping("/new")
	ModelAndView open(@RequestParam(defaultValue = "LOT") String source, @RequestParam(defaultValue = "") String start,
			Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return start(new ModelAndView("recall/new"),
				new RecallForm(this.forms.id(), this.forms.moment(), source, start.strip(), null, null, null));
	}

	@PostMapping("/new")
	ModelAndView record(RecallForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			Recalling event = read(form, author);
			this.ledger.append(author, event);
			return this.forms.done(flash, (event instanceof Recalled) ? "recall" : "drill", "/recalls/" + event.id());
		}
		catch (Refused refused) {
			return start(this.forms.again("recall/new", refused, RecallForm.class), form);
		}
	}

	@GetMapping("/{id}")
	ModelAndView one(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID snapshot, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return recall(new ModelAndView("recall/recall"), find(id), snapshot,
				new EndForm(this.forms.id(), this.forms.moment(), null));
	}

	@PostMapping("/{id}/impacts")
	ModelAndView again(@PathVariable UUID id, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		this.impacts.take(find(id), author);
		return this.forms.done(flash, "snapshot", "/recalls/" + id);
	}

	@PostMapping("/{id}/end")
	ModelAndView end(@PathVariable UUID id, EndForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			Entered entered = this.forms.entered();
			RecallEnded end = new RecallEnded(entered.id(form.id()), entered.time("at", form.at()), author.party(), id,
					entered.text("reason", form.reason()));
			entered.stop();
			this.ledger.append(author, end);
			return this.forms.done(flash, "recall.end", "/recalls/" + id);
		}
		catch (Refused refused) {
			return recall(this.forms.again("recall/recall", refused, EndForm.class), find(id), null, form);
		}
	}

	private Recalling read(RecallForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		OffsetDateTime at = entered.time("at", form.at());
		Source source = source(entered.text("source", form.source()))
			.orElseThrow(() -> new Refused(Refusal.of("field.notMissing", "source")));
		String start = number(source, entered.text("start", form.start()));
		String reason = entered.text("reason", form.reason());
		if ("drill".equals(form.act())) {
			entered.stop();
			return new RecallDrilled(id, at, author.party(), source, start, reason);
		}
		String advice = entered.text("advice", form.advice());
		entered.stop();
		return new Recalled(id, at, author.party(), source, start, reason, advice);
	}

	private ModelAndView start(ModelAndView page, RecallForm form) {
		String start = String.valueOf(form.start());
		Optional<Impact> impact = start.isBlank() ? Optional.empty() : source(String.valueOf(form.source()))
			.flatMap((source) -> this.impacts.of(source, number(source, start)));
		page.addObject("form", form);
		page.addObject("sources", Source.values());
		page.addObject("impact", impact.map((found) -> found.first(SHOWN)).orElse(null));
		return page;
	}

	private ModelAndView recall(ModelAndView page, Recall recall, @Nullable UUID snapshot, EndForm form) {
		UUID shown = (snapshot != null) ? snapshot : recall.snapshots().getLast().id();
		Impact impact = this.impacts.kept(recall.id(), shown)
			.map(this.impacts::read)
			.orElseThrow(() -> Refused.absent("snapshot", shown));
		page.addObject("recall", recall);
		page.addObject("shown", shown);
		page.addObject("impact", impact.first(SHOWN));
		page.addObject("form", form);
		page.addObject("zone", this.zone);
		return page;
	}

	private Recall find(UUID id) {
		return this.recalls.find(id).orElseThrow(() -> Refused.absent("id", id));
	}

	private static Optional<Source> source(String name) {
		return Arrays.stream(Source.values()).filter((source) -> source.name().equals(name)).findFirst();
	}

	/** Numbers stand in capitals, ids in small letters. */
	private static String number(Source source, String typed) {
		return (source == Source.EVENT) ? typed.strip().toLowerCase(Locale.ROOT)
				: typed.strip().toUpperCase(Locale.ROOT);
	}

}
