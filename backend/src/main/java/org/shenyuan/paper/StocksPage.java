package org.shenyuan.paper;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.CuratedStock.Market;
import org.shenyuan.labels.Stocks;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.paper.Geometry.Cells;
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

/** What a party prints on, to look at and to add to. */
@Controller
@RequestMapping("/stocks")
class StocksPage {

	/** Refused as too many, however many there are. */
	private static final long MANY = 1_000_000;

	private final PrintStocks stocks;

	private final Forms forms;

	StocksPage(PrintStocks stocks, Forms forms) {
		this.stocks = stocks;
		this.forms = forms;
	}

	/** As it was typed, in mm. */
	record StockForm(@Label("stocks.id") @Nullable String id, @Label("stocks.name") @Nullable String name,
			@Nullable String medium, @Label("Figure.PAPER_WIDTH") @Nullable String paperWidth,
			@Label("Figure.PAPER_HEIGHT") @Nullable String paperHeight, @Label("Figure.LINER") @Nullable String liner,
			@Label("Figure.GAP") @Nullable String gap, @Nullable String shape,
			@Label("Figure.LABEL_WIDTH") @Nullable String labelWidth,
			@Label("Figure.LABEL_HEIGHT") @Nullable String labelHeight,
			@Label("Figure.CORNER_RADIUS") @Nullable String cornerRadius,
			@Label("Figure.MARGIN") @Nullable String margin, @Label("Figure.COLUMNS") @Nullable String columns,
			@Label("Figure.ROWS") @Nullable String rows, @Label("Figure.LEFT") @Nullable String left,
			@Label("Figure.TOP") @Nullable String top, @Label("Figure.PITCH_X") @Nullable String pitchX,
			@Label("Figure.PITCH_Y") @Nullable String pitchY) {

		/** A sheet of A4, the rest to be measured. */
		static StockForm fresh(String id) {
			return new StockForm(id, null, "sheet", "210", "297", null, null, "rectangle", null, null, null, null, null,
					null, null, null, null, null);
		}

		boolean isRoll() {
			return "roll".equals(this.medium);
		}

	}

	@GetMapping
	ModelAndView list(Author author) {
		ModelAndView page = new ModelAndView("paper/stocks");
		page.addObject("own", this.stocks.own(author.party()));
		SequencedMap<Market, List<PrintStock>> markets = Stocks.curated()
			.stream()
			.map((curated) -> new PrintStock(curated.stock(), curated))
			.collect(Collectors.groupingBy(StocksPage::market, TreeMap::new, Collectors.toList()));
		page.addObject("markets", markets);
		return page;
	}

	private static Market market(PrintStock stock) {
		return (stock.curated() != null) ? stock.curated().market() : Market.OVERSEAS;
	}

	@GetMapping("/new")
	ModelAndView open() {
		return new ModelAndView("paper/stock", "form", StockForm.fresh(this.forms.number("S")));
	}

	@PostMapping("/new")
	ModelAndView keep(StockForm form, Author author, RedirectAttributes flash) {
		try {
			Entered entered = this.forms.entered();
			String id = entered.code("id", form.id());
			String name = entered.text("name", form.name());
			Geometry geometry = form.isRoll() ? roll(form, entered) : sheet(form, entered);
			entered.stop();
			this.stocks.keep(author.party(), List.of(geometry.stock(id, PrintStocks.checkName(name))));
			return this.forms.done(flash, "stocks", "/stocks");
		}
		catch (Refused refused) {
			return this.forms.again("paper/stock", refused, StockForm.class).addObject("form", form);
		}
	}

	@PostMapping("/remove")
	ModelAndView remove(@RequestParam String stock, Author author, RedirectAttributes flash) {
		this.stocks.remove(author.party(), stock);
		return this.forms.done(flash, "stocks.removed", "/stocks");
	}

	private static Geometry sheet(StockForm form, Entered entered) {
		var cells = new Cells(count(entered, "columns", form.columns()), count(entered, "rows", form.rows()),
				length(entered, "left", form.left()), length(entered, "top", form.top()),
				perhaps(entered, "pitchX", form.pitchX()), perhaps(entered, "pitchY", form.pitchY()));
		return geometry(form, entered, null, null, length(entered, "paperWidth", form.paperWidth()),
				length(entered, "paperHeight", form.paperHeight()), cells);
	}

	/** What a roll feeds at a time is a row of labels. */
	private static Geometry roll(StockForm form, Entered entered) {
		double width = length(entered, "labelWidth", form.labelWidth());
		double height = length(entered, "labelHeight", form.labelHeight());
		int columns = count(entered, "columns", form.columns());
		Double pitch = perhaps(entered, "pitchX", form.pitchX());
		double paper = width + (columns - 1) * ((pitch != null) ? pitch : width);
		return geometry(form, entered, length(entered, "liner", form.liner()), length(entered, "gap", form.gap()),
				paper, height, new Cells(columns, 1, 0, 0, pitch, null));
	}

	private static Geometry geometry(StockForm form, Entered entered, @Nullable Double liner, @Nullable Double gap,
			double paperWidth, double paperHeight, Cells cells) {
		boolean round = "round".equals(form.shape());
		return new Geometry(liner, gap, paperWidth, paperHeight, length(entered, "labelWidth", form.labelWidth()),
				length(entered, "labelHeight", form.labelHeight()),
				round ? null : perhaps(entered, "cornerRadius", form.cornerRadius()), round,
				perhaps(entered, "margin", form.margin()), List.of(cells));
	}

	private static double length(Entered entered, String field, @Nullable String typed) {
		return entered.number(field, typed).doubleValue();
	}

	private static @Nullable Double perhaps(Entered entered, String field, @Nullable String typed) {
		return (entered.optional(typed) != null) ? Double.valueOf(length(entered, field, typed)) : null;
	}

	private static int count(Entered entered, String field, @Nullable String typed) {
		return (int) Math.min(entered.whole(field, typed), MANY);
	}

}
