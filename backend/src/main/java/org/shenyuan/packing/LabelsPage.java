package org.shenyuan.packing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Labelling.Claimed;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The labels of one packed lot: to issue some, and on to the desk of each run. */
@Controller
class LabelsPage {

	private final Ledger ledger;

	private final Lots lots;

	private final Sheets sheets;

	private final Forms forms;

	private final Access access;

	private final Terms terms;

	LabelsPage(Ledger ledger, Lots lots, Sheets sheets, Forms forms, Access access, Terms terms) {
		this.ledger = ledger;
		this.lots = lots;
		this.sheets = sheets;
		this.forms = forms;
		this.access = access;
		this.terms = terms;
	}

	/**
	 * As it was typed.
	 *
	 * @param at when the page was opened, so that sending it twice is one event
	 */
	record IssueForm(@Nullable String id, @Nullable String at, @Label("labels.issue.run") @Nullable String run,
			@Label("labels.count") @Nullable String count, @Label("labels.claims.seasons") @Nullable String seasons,
			@Nullable Boolean food, @Nullable Boolean gi, @Nullable Boolean organic,
			@Label("labels.claims.brand") @Nullable String brand,
			@Label("labels.claims.market") @Nullable String market) {
	}

	/**
	 * A run as the page shows it.
	 *
	 * @param code of its first label
	 */
	record Row(LabelRun run, Reconciliation sums, String code) {
	}

	@GetMapping("/lots/{lot}/labels")
	ModelAndView open(@PathVariable String lot, Author author) {
		return page(new ModelAndView("packing/labels"), null, lot, author);
	}

	@PostMapping("/lots/{lot}/labels")
	ModelAndView record(@PathVariable String lot, IssueForm form, Author author, RedirectAttributes flash) {
		try {
			LabelsIssued issued = read(lot, form, author);
			this.ledger.append(author, issued);
			return this.forms.done(flash, "issue", "/runs/" + issued.run());
		}
		catch (Refused refused) {
			return page(this.forms.again("packing/labels", refused, IssueForm.class), form, lot, author);
		}
	}

	private LabelsIssued read(String lot, IssueForm form, Author author) {
		Entered entered = this.forms.entered();
		var issued = new LabelsIssued(entered.id(form.id()), entered.time("at", form.at()), author.party(),
				entered.code("run", form.run()), lot, entered.whole("count", form.count()), claims(form, entered));
		entered.stop();
		return issued;
	}

	/** Null when nothing is claimed. */
	private static @Nullable Claimed claims(IssueForm form, Entered entered) {
		String seasons = entered.optional(form.seasons());
		Integer age = (seasons != null) ? (int) Math.min(entered.whole("seasons", seasons), 1000) : null;
		String brand = entered.optional(form.brand());
		String market = entered.optional(form.market());
		Claimed claims = new Claimed(age, Boolean.TRUE.equals(form.food()), Boolean.TRUE.equals(form.gi()),
				Boolean.TRUE.equals(form.organic()), (brand != null) ? entered.code("brand", brand) : null,
				(market != null) ? entered.code("market", market) : null);
		return (age != null || brand != null || market != null || claims.food() || claims.gi() || claims.organic())
				? claims : null;
	}

	private ModelAndView page(ModelAndView page, @Nullable IssueForm form, String lot, Author author) {
		this.access.toLot(author, lot);
		Lot found = this.lots.find(lot).orElseThrow(() -> Refused.absent("lot", lot));
		List<Row> rows = this.lots.runs(lot).stream().map(this::row).toList();
		page.addObject("lot", found);
		page.addObject("mine", found.holder().equals(author.party()));
		page.addObject("rows", rows);
		page.addObject("form", form);
		page.addObject("markets",
				this.terms.of("market")
					.stream()
					.map((market) -> new Choice(market.code(), this.terms.word("market", market.code())))
					.toList());
		page.addObject("at", this.forms.moment());
		page.addObject("id", this.forms.id());
		page.addObject("number", this.forms.number("RUN"));
		return page;
	}

	private Row row(LabelRun run) {
		return new Row(run, Reconciliation.of(run), this.sheets.code(run, 1).printed());
	}

}
