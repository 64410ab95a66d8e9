package org.shenyuan.paper;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A party's printers, and how far each pulls its paper off the mark. */
@Controller
@RequestMapping("/printers")
class PrintersPage {

	/** What the most common printers have. */
	private static final String USUAL_DPI = "300";

	private final Printers printers;

	private final Forms forms;

	PrintersPage(Printers printers, Forms forms) {
		this.printers = printers;
		this.forms = forms;
	}

	/** As it was typed. */
	record PrinterForm(@Nullable String id, @Label("printers.name") @Nullable String name,
			@Label("printers.dpi") @Nullable String dpi, @Label("Figure.OFFSET_RIGHT") @Nullable String right,
			@Label("Figure.OFFSET_DOWN") @Nullable String down) {

		static PrinterForm of(Printer printer) {
			return new PrinterForm(printer.id(), printer.name(), String.valueOf(printer.dpi()),
					String.valueOf(printer.right()), String.valueOf(printer.down()));
		}

	}

	/**
	 * @param printer to measure again; a new one when missing
	 */
	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String printer, Author author) {
		PrinterForm form = (printer != null) ? PrinterForm.of(this.printers.find(author.party(), printer))
				: new PrinterForm(this.forms.number("P"), null, USUAL_DPI, "0", "0");
		return page(new ModelAndView("paper/printers"), form, author).addObject("again", printer != null);
	}

	@PostMapping
	ModelAndView keep(PrinterForm form, Author author, RedirectAttributes flash) {
		try {
			Entered entered = this.forms.entered();
			String id = entered.code("id", form.id());
			String name = entered.text("name", form.name());
			int dpi = (int) Math.min(entered.whole("dpi", form.dpi()), Integer.MAX_VALUE);
			double right = entered.signed("right", form.right()).doubleValue();
			double down = entered.signed("down", form.down()).doubleValue();
			entered.stop();
			this.printers.keep(author.party(), new Printer(id, name, dpi, right, down));
			return this.forms.done(flash, "printers", "/printers");
		}
		catch (Refused refused) {
			return page(this.forms.again("paper/printers", refused, PrinterForm.class), form, author);
		}
	}

	@PostMapping("/remove")
	ModelAndView remove(@RequestParam String printer, Author author, RedirectAttributes flash) {
		this.printers.remove(author.party(), printer);
		return this.forms.done(flash, "printers.removed", "/printers");
	}

	private ModelAndView page(ModelAndView page, PrinterForm form, Author author) {
		page.addObject("form", form);
		page.addObject("printers", this.printers.of(author.party()));
		List<Choice> resolutions = Printer.RESOLUTIONS.stream()
			.map((dpi) -> new Choice(String.valueOf(dpi), dpi + " dpi"))
			.toList();
		page.addObject("resolutions", resolutions);
		return page;
	}

}
