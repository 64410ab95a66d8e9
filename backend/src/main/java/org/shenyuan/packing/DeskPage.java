package org.shenyuan.packing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Labelling.Sheet;
import org.shenyuan.events.Role;
import org.shenyuan.labels.Design;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Symbol;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.LabelState;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Ranges;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refusals;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Approvals.Approval;
import org.shenyuan.packing.Deed.Said;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.PrintSetup;
import org.shenyuan.paper.PrintStocks;
import org.shenyuan.paper.Printer;
import org.shenyuan.paper.Printers;
import org.shenyuan.paper.Wanted;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The printing desk of one run: print it, put it to use, and account for every label. */
@Controller
@RequestMapping("/runs/{run}")
class DeskPage {

	private static final String VIEW = "packing/desk";

	/** Begun by one person, and done by another. */
	private static final Set<Deed> APPROVING = Set.of(Deed.APPROVE, Deed.CONDEMN);

	private static final List<Deed> STEPS = List.of(Deed.ACTIVATE, Deed.SPOIL, Deed.APPROVE, Deed.APPLY, Deed.VOID,
			Deed.CONDEMN);

	private final Ledger ledger;

	private final Lots lots;

	private final Runs runs;

	private final Desks desks;

	private final PrintStocks stocks;

	private final Printers printers;

	private final Approvals approvals;

	private final Sheets sheets;

	private final Codes codes;

	private final Photos photos;

	private final Forms forms;

	DeskPage(Ledger ledger, Lots lots, Runs runs, Desks desks, PrintStocks stocks, Printers printers,
			Approvals approvals, Sheets sheets, Codes codes, Photos photos, Forms forms) {
		this.ledger = ledger;
		this.lots = lots;
		this.runs = runs;
		this.desks = desks;
		this.stocks = stocks;
		this.printers = printers;
		this.approvals = approvals;
		this.sheets = sheets;
		this.codes = codes;
		this.photos = photos;
		this.forms = forms;
	}

	/** The fields that say on what to print what, for reasons to stand beside. */
	record ChoiceForm(String stock, String design, String symbol, String language, String printer, String dpi,
			String right, String down, String first, String last, String cell) {
	}

	/**
	 * Something to be done with labels.
	 *
	 * @param labels that it may be done with
	 * @param suggested those that a form begins with, none if nobody can guess
	 * @param next whether it is what most people do now
	 */
	record Step(Deed deed, Ranges labels, Ranges suggested, boolean next, String id) {
	}

	@GetMapping
	ModelAndView open(@PathVariable String run, Wanted wanted, BindingResult choiceErrors, Portion portion,
			BindingResult portionErrors, Author author) throws IOException {
		LabelRun found = this.runs.find(run, author);
		try {
			refuse(choiceErrors);
			refuse(portionErrors);
			Desk desk = this.desks.lay(found, wanted, portion);
			return page(new ModelAndView(VIEW), found, desk.wanted(), desk, null, author);
		}
		catch (Refused refused) {
			ModelAndView page = this.forms.again(VIEW, refused, ChoiceForm.class);
			page.addObject("portion", portion);
			return page(page, found, wanted, null, null, author);
		}
	}

	@PostMapping
	ModelAndView record(@PathVariable String run, Wanted wanted, BindingResult errors, LabelsForm form, Author author,
			RedirectAttributes flash) throws IOException {
		LabelRun found = this.runs.find(run, author);
		try {
			refuse(errors);
			Deed deed = Deed.named(form.act());
			// Looked at whatever is done, for it goes back into the address.
			Stock stock = this.sheets.setup(found, wanted).stock();
			this.ledger.append(author, deed.event(read(found, deed, stock, form, author)));
			return this.forms.done(flash, deed.word(),
					String.format(Locale.ROOT, "/runs/%s%s", found.id(), wanted.query(Portion.ALL)));
		}
		catch (Refused refused) {
			Desk desk = this.desks.layAgain(found, errors.hasErrors() ? Wanted.NOTHING : wanted);
			return page(this.forms.again(VIEW, refused, LabelsForm.class), found,
					(desk != null) ? desk.wanted() : Wanted.NOTHING, desk, form, author);
		}
	}

	private static void refuse(BindingResult errors) {
		if (errors.hasErrors()) {
			throw new Refused(errors.getFieldErrors()
				.stream()
				.map((error) -> Refusal.of("json.value", error.getField(), "given",
						Refusal.shown(error.getRejectedValue())))
				.toList());
		}
	}

	private Said read(LabelRun run, Deed deed, Stock stock, LabelsForm form, Author author) throws IOException {
		Entered entered = this.forms.entered();
		Refusals refusals = new Refusals();
		long first = label(run.id(), "first", form.first(), form.firstPhoto(), entered, refusals);
		long last = label(run.id(), "last", form.last(), form.lastPhoto(), entered, refusals);
		Sheet sheet = (deed == Deed.PRINT || deed == Deed.REPRINT)
				? new Sheet(stock.id(), stock.cells(), entered.whole("cell", form.cell())) : null;
		UUID approval = (deed == Deed.REPRINT || deed == Deed.DESTROY) ? entered.id(form.approval()) : null;
		boolean explained = deed.isExplained() || approval != null;
		var said = new Said(entered.id(form.id()), entered.time("at", form.at()), author.party(), run.id(), first, last,
				explained ? entered.text("reason", form.reason()) : "", approval, sheet);
		if (!refusals.all().isEmpty()) {
			throw new Refused(refusals.all());
		}
		entered.stop();
		return said;
	}

	/** A label by its number, by its code in whatever way it comes, or by its picture. */
	private long label(String run, String field, @Nullable String typed, @Nullable MultipartFile photo, Entered entered,
			Refusals refusals) throws IOException {
		if (photo != null && !photo.isEmpty()) {
			String seen = this.photos.read(photo.getBytes(), field);
			Long number = this.codes.number(run, field, seen, refusals);
			if (number == null) {
				refusals.refuse("photo.foreign", field, "says", Refusal.shown(seen));
			}
			return (number != null) ? number : 1;
		}
		Long number = (typed != null) ? this.codes.number(run, field, typed, refusals) : null;
		return (number != null) ? number : entered.whole(field, typed);
	}

	private ModelAndView page(ModelAndView page, LabelRun run, Wanted wanted, @Nullable Desk desk,
			@Nullable LabelsForm form, Author author) {
		Locale language = LocaleContextHolder.getLocale();
		boolean mine = run.holder().equals(author.party());
		List<Approval> open = this.approvals.of(run.id());
		page.addObject("run", run);
		page.addObject("lot", this.lots.find(run.lot()).orElseThrow());
		page.addObject("sums", Reconciliation.of(run));
		page.addObject("wanted", wanted);
		page.addObject("desk", desk);
		page.addObject("form", form);
		page.addObject("mine", mine);
		page.addObject("me", author.name());
		page.addObject("steps", steps(run, open, mine, author));
		page.addObject("approvals", open);
		page.addObject("stocks",
				this.stocks.of(run.holder())
					.stream()
					.map((one) -> new Choice(one.stock().id(), one.name(language)))
					.toList());
		page.addObject("printers", this.printers.of(run.holder()));
		page.addObject("designs", Design.values());
		page.addObject("symbols", Kind.values());
		page.addObject("languages", PrintSetup.LANGUAGES.stream().map(Locale::getLanguage).toList());
		page.addObject("resolutions", Printer.RESOLUTIONS);
		page.addObject("smallestModule", Symbol.GS1_SMALLEST_MODULE);
		page.addObject("code", this.sheets.code(run, 1).printed());
		page.addObject("at", this.forms.moment());
		page.addObject("forms", this.forms);
		return page;
	}

	/** What there are labels for, and the reader may record. */
	private List<Step> steps(LabelRun run, List<Approval> open, boolean mine, Author author) {
		Deed next = next(run, open);
		return STEPS.stream()
			.filter((deed) -> mine || (APPROVING.contains(deed) && author.roles().contains(Role.AUTHORITY)))
			.map((deed) -> new Step(deed, deed.takes(run), deed.suggests(run), deed == next, this.forms.id()))
			.filter((step) -> !step.labels().ranges().isEmpty())
			.toList();
	}

	/** What most people do now: print, do what was approved, and put to use. */
	private static Deed next(LabelRun run, List<Approval> open) {
		if (!run.in(LabelState.UNPRINTED).ranges().isEmpty()) {
			return Deed.PRINT;
		}
		if (!open.isEmpty()) {
			return open.getFirst().deed();
		}
		return run.in(LabelState.SPOILED).ranges().isEmpty() ? Deed.ACTIVATE : Deed.APPROVE;
	}

}
