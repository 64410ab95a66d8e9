package org.shenyuan.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.GlabelsTemplate;
import org.shenyuan.labels.GlabelsTemplates;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Stocks from a file of gLabels templates: looked at first, then kept as they were looked
 * at. Between the two they wait in the session, one file a person.
 */
@Controller
@RequestMapping("/stocks/import")
class TemplatesPage {

	private static final String WAITING = "templates";

	private static final String FILE = "file";

	private static final int LONGEST_STEM = 15;

	private final PrintStocks stocks;

	private final Forms forms;

	TemplatesPage(PrintStocks stocks, Forms forms) {
		this.stocks = stocks;
		this.forms = forms;
	}

	/** The fields of the page, for reasons to stand beside. */
	record TemplatesForm(String file) {
	}

	/**
	 * A template of the file.
	 *
	 * @param name brand and number, cut to what can be shown
	 * @param stock that can be kept, or nothing
	 * @param refused why it cannot, or nothing
	 */
	record Found(String name, String description, @Nullable PrintStock stock, @Nullable Refusal refused) {

		static Found of(GlabelsTemplate template) {
			String name = Refusal.shown((template.brand() + " " + template.part()).strip());
			String description = Refusal.shown(template.description());
			if (template.refused() != null) {
				return new Found(name, description, null, Figure.refusal(template.refused()));
			}
			try {
				Stock stock = Objects.requireNonNull(template.stock());
				return new Found(name, description, new PrintStock(numbered(template, stock), null), null);
			}
			catch (Refused refused) {
				return new Found(name, description, null, refused.refusals().getFirst());
			}
		}

		/** The same template has the same number however often it is brought. */
		private static Stock numbered(GlabelsTemplate template, Stock stock) {
			Geometry geometry = Geometry.of(stock);
			String stem = Normalizer.normalize(template.brand() + " " + template.part(), Normalizer.Form.NFKC)
				.toUpperCase(Locale.ROOT)
				.replaceAll("[^A-Z0-9]+", "-");
			stem = stem.substring(0, Math.min(LONGEST_STEM, stem.length())).replaceAll("^-|-$", "");
			int digest = (template.brand() + '\n' + template.part() + '\n' + geometry).hashCode() & 0xFFFF;
			return geometry.stock(String.format(Locale.ROOT, "%s-%04X", stem.isEmpty() ? "S" : stem, digest),
					PrintStocks.checkName(stock.name()));
		}

	}

	/**
	 * A file that was looked at.
	 *
	 * @param id of the page that shows it
	 */
	record Waiting(String id, List<Found> found) {
	}

	@GetMapping
	ModelAndView open() {
		return new ModelAndView("paper/templates");
	}

	@PostMapping("/preview")
	ModelAndView preview(@RequestParam MultipartFile file, HttpSession session) throws IOException {
		try (InputStream in = file.getInputStream()) {
			List<Found> found = GlabelsTemplates.read(in).stream().map(Found::of).toList();
			if (found.isEmpty()) {
				throw new Refused(Refusal.of("stock.none", FILE));
			}
			if (found.size() > PrintStocks.MOST) {
				throw new Refused(Refusal.of("stock.file", FILE, "given", found.size(), "most", PrintStocks.MOST));
			}
			var waiting = new Waiting(this.forms.id(), found);
			session.setAttribute(WAITING, waiting);
			return seen(new ModelAndView("paper/templates"), waiting);
		}
		catch (LabelRefused ex) {
			return this.forms.again("paper/templates", PrintSetups.refused(ex), TemplatesForm.class);
		}
		catch (Refused refused) {
			return this.forms.again("paper/templates", refused, TemplatesForm.class);
		}
	}

	@PostMapping("/keep")
	ModelAndView keep(@RequestParam String id, @RequestParam(required = false) @Nullable List<String> template,
			Author author, HttpSession session, RedirectAttributes flash) {
		if (!(session.getAttribute(WAITING) instanceof Waiting waiting) || !waiting.id().equals(id)) {
			return this.forms.again("paper/templates", new Refused(Refusal.of("stock.waiting", FILE)),
					TemplatesForm.class);
		}
		try {
			var chosen = new ArrayList<Stock>();
			for (Found found : waiting.found()) {
				if (found.stock() != null && template != null && template.contains(found.stock().stock().id())) {
					chosen.add(found.stock().stock());
				}
			}
			if (chosen.isEmpty()) {
				throw new Refused(Refusal.of("stock.chosen", null));
			}
			this.stocks.keep(author.party(), chosen);
			session.removeAttribute(WAITING);
			return this.forms.done(flash, "stocks", "/stocks");
		}
		catch (Refused refused) {
			return seen(this.forms.again("paper/templates", refused, TemplatesForm.class), waiting);
		}
	}

	private static ModelAndView seen(ModelAndView page, Waiting waiting) {
		page.addObject("id", waiting.id());
		page.addObject("usable", waiting.found().stream().filter((found) -> found.stock() != null).toList());
		page.addObject("refused", waiting.found().stream().filter((found) -> found.refused() != null).toList());
		return page;
	}

}
