package org.shenyuan.making;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Making.Processed.Addition;
import org.shenyuan.events.Making.Processed.Product;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Places;
import org.shenyuan.stock.Takes;
import org.shenyuan.stock.Takes.Take;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One step of a processing run: lots in, lots out, the rest lost. A run takes days, and
 * each step is recorded when it is finished; the next one begins with what it gave.
 */
@Controller
@RequestMapping("/process")
class ProcessPage {

	private static final String VIEW = "making/process";

	private final Ledger ledger;

	private final ProcessingRuns runs;

	private final Places places;

	private final Takes takes;

	private final Terms terms;

	private final Forms forms;

	ProcessPage(Ledger ledger, ProcessingRuns runs, Places places, Takes takes, Terms terms, Forms forms) {
		this.ledger = ledger;
		this.runs = runs;
		this.places = places;
		this.takes = takes;
		this.terms = terms;
		this.forms = forms;
	}

	/** As it was typed. */
	record ProcessForm(@Nullable String id, @Label("process.run") @Nullable String run,
			@Label("process.process") @Nullable String process, @Label("form.facility") @Nullable String facility,
			@Label("process.started") @Nullable String started, @Label("process.at") @Nullable String at,
			@Nullable String unit, @Label("form.inputs") @Nullable List<Take> inputs,
			@Label("process.addition") @Nullable String addition,
			@Label("process.additionGrams") @Nullable String additionGrams,
			@Label("process.outputs") @Nullable List<Give> outputs, @Label("form.loss") @Nullable String lostGrams) {
	}

	/**
	 * @param run that goes on, with what its steps gave
	 */
	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot,
			@RequestParam(required = false) @Nullable String run, Author author) {
		Optional<Run> before = Optional.ofNullable(run).flatMap((number) -> this.runs.find(author.party(), number));
		List<Take> inputs = before
			.map((known) -> this.takes.offer(author, known.open(), (one) -> Takes.ROOTS.contains(one.kind())))
			.orElseGet(() -> this.takes.offer(author, lot));
		ProcessForm form = new ProcessForm(this.forms.id(), before.map(Run::number).orElse(this.forms.number("R")),
				null, before.map((known) -> known.last().facility()).orElse(null),
				before.map((known) -> this.forms.local(known.last().at())).orElse(this.forms.now()), this.forms.now(),
				"kg", inputs, null, null, Give.lines(this.forms, "P", 1), null);
		ModelAndView page = page(new ModelAndView(VIEW), form, author);
		return before.isPresent() ? page.addObject("before", before.get())
				: page.addObject("open", this.runs.lastSteps(author.party(), inputs.stream().map(Take::lot).toList()));
	}

	@PostMapping
	ModelAndView record(ProcessForm form, Author author, RedirectAttributes flash) {
		try {
			Processed run = read(form, author);
			this.ledger.append(author, run);
			return this.forms.done(flash, "process", "/lots/" + run.outputs().getFirst().lot());
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), form, author);
		}
	}

	private Processed read(ProcessForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String run = entered.code("run", form.run());
		String process = entered.text("process", form.process());
		String facility = entered.text("facility", form.facility());
		OffsetDateTime started = entered.time("started", form.started());
		OffsetDateTime at = entered.time("at", form.at());
		List<Portion> inputs = Takes.read(form.inputs(), form.unit(), entered);
		List<Addition> additions = additions(form, entered);
		List<Product> outputs = Give.read(form.outputs(), form.unit(), entered,
				(lot, product, grams) -> new Product(lot, entered.text("outputs", product), grams));
		long rest = inputs.stream().mapToLong(Portion::grams).sum()
				+ additions.stream().mapToLong(Addition::grams).sum()
				- outputs.stream().mapToLong(Product::grams).sum();
		long lost = (entered.optional(form.lostGrams()) == null) ? Math.max(0, rest)
				: entered.grams("lostGrams", form.lostGrams(), form.unit());
		entered.stop();
		return new Processed(id, at, author.party(), run, process, facility, started, inputs,
				additions.isEmpty() ? null : additions, outputs, lost);
	}

	private static List<Addition> additions(ProcessForm form, Entered entered) {
		if (entered.optional(form.addition()) == null && entered.optional(form.additionGrams()) == null) {
			return List.of();
		}
		return List.of(new Addition(entered.text("addition", form.addition()),
				entered.grams("additionGrams", form.additionGrams(), form.unit())));
	}

	private ModelAndView page(ModelAndView page, ProcessForm form, Author author) {
		page.addObject("form", form);
		page.addObject("facilities", this.places.facilities(author.party()));
		page.addObject("processes", words("process"));
		page.addObject("products", words("product"));
		page.addObject("lots", this.takes.lots(author, form.inputs()));
		return page;
	}

	private List<Choice> words(String scheme) {
		return this.terms.of(scheme)
			.stream()
			.filter((term) -> !term.raw())
			.map((term) -> new Choice(term.code(), term.in(LocaleContextHolder.getLocale())))
			.toList();
	}

}
