package org.shenyuan.scan;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.shenyuan.cases.Case;
import org.shenyuan.cases.Cases;
import org.shenyuan.events.Text;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.RateLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A buyer reports a problem with a label, of ours or not. The form is a page of its own,
 * so that the page behind a label needs neither a session nor a cookie.
 */
@Controller
@RequestMapping("/reports")
class ReportPage {

	private static final Pattern FILE = Pattern.compile("CASE-[0-9A-F]{15}");

	private static final int MOST_CODE = 40;

	private static final int MOST_WORDS = 500;

	private static final int MOST_CONTACT = 100;

	private final Scans scans;

	private final Cases cases;

	private final Terms terms;

	private final Forms forms;

	private final RateLimit limit;

	ReportPage(Scans scans, Cases cases, Terms terms, Forms forms,
			@Value("${shenyuan.most-reports-an-hour}") long most) {
		this.scans = scans;
		this.cases = cases;
		this.terms = terms;
		this.forms = forms;
		this.limit = new RateLimit(most, Duration.ofHours(1));
	}

	/** As it was typed. */
	record ReportForm(@Nullable String file, @Label("code.type") @Nullable String code,
			@Label("report.matter") @Nullable String matter, @Label("report.words") @Nullable String words,
			@Label("report.contact") @Nullable String contact) {
	}

	@GetMapping("/new")
	ModelAndView open(@RequestParam(defaultValue = "") String code) {
		String file = "CASE-" + this.forms.id().replace("-", "").substring(17).toUpperCase(Locale.ROOT);
		return page(new ModelAndView("scan/report"), new ReportForm(file, code, null, null, null));
	}

	@PostMapping
	ModelAndView report(ReportForm form, HttpServletRequest request) {
		this.limit.take(request.getRemoteAddr());
		try {
			Entered entered = this.forms.entered();
			String file = entered.text("file", form.file());
			String code = legible("code", entered.text("code", form.code()), MOST_CODE);
			String matter = entered.text("matter", form.matter());
			String words = legible("words", entered.text("words", form.words()), MOST_WORDS);
			String contact = entered.optional(form.contact());
			entered.stop();
			if (!FILE.matcher(file).matches()) {
				throw new Refused(Refusal.of("form.id", "file", "given", file));
			}
			if (!this.terms.knows("matter", matter)) {
				throw new Refused(Refusal.of("unknown.word", "matter", "list", "matter", "given", matter));
			}
			Scan scan = this.scans.of(code).scan();
			String printed = scan.code();
			this.cases.open(file, printed.isEmpty() ? code : printed, matter, words,
					(contact != null) ? legible("contact", contact, MOST_CONTACT) : null, scan.county());
			return new ModelAndView("redirect:/reports/" + file);
		}
		catch (Refused refused) {
			return page(this.forms.again("scan/report", refused, ReportForm.class), form);
		}
	}

	/** How far a case is, for whoever knows its number. */
	@GetMapping("/{file}")
	ModelAndView progress(@PathVariable String file) {
		Case found = this.cases.find(file).orElseThrow(() -> Refused.absent("file", file));
		ModelAndView page = new ModelAndView("scan/reported");
		page.addObject("found", found);
		return page;
	}

	/** Lines become one; nothing invisible stays. */
	private static String legible(String field, String typed, int most) {
		String line = typed.strip().replaceAll("\\s+", " ");
		if (!line.isEmpty() && !Text.Legible.isLegible(line, most)) {
			throw new Refused(Refusal.of("field.text", field, "max", most, "given",
					line.substring(0, Math.min(40, line.length()))));
		}
		return line;
	}

	private ModelAndView page(ModelAndView page, ReportForm form) {
		page.addObject("form", form);
		page.addObject("matters", this.terms.of("matter"));
		return page;
	}

}
