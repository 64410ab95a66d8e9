package org.shenyuan.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Reserved;
import org.shenyuan.web.Spreadsheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the authority reads what its counties come to, and takes it along. */
@Controller
class FiguresPage {

	/** In the order of the bars, from the floor up. */
	private static final List<String> VERDICTS = List.of("TRACED", "SCANNED_OFTEN", "NOT_ACTIVATED", "ON_HOLD",
			"RECALLED", "VOID");

	private static final double GRAMS_A_TONNE = 1_000_000;

	private static final int YEARS_BACK = 30;

	private final Figures figures;

	private final Terms terms;

	private final Forms forms;

	private final MessageSource messages;

	FiguresPage(Figures figures, Terms terms, Forms forms, MessageSource messages) {
		this.figures = figures;
		this.terms = terms;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/figures")
	String figures(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String county,
			Author author, Model model) {
		Reserved.to(Role.AUTHORITY, author);
		YearMonth now = YearMonth.from(this.forms.today());
		int chosen = year(year);
		List<Figure> found = of(chosen, county);
		List<Figure> months = together(found, Figure::month);
		int first = Math.max(this.figures.firstYear(now.getYear()), now.getYear() - YEARS_BACK);
		model.addAttribute("year", chosen);
		model.addAttribute("years",
				IntStream.rangeClosed(Math.min(first, now.getYear()), now.getYear()).boxed().toList().reversed());
		model.addAttribute("county", county);
		model.addAttribute("counties", this.terms.of("county"));
		model.addAttribute("months", months);
		model.addAttribute("byCounty", together(found, Figure::county));
		model.addAttribute("sum", months.stream().reduce(Figure::plus).orElse(Figure.none("", now)));
		model.addAttribute("massNames", words("figures.dug", "figures.fresh"));
		model.addAttribute("scansNames", VERDICTS.stream().map((verdict) -> word("figures.scans." + verdict)).toList());
		model.addAttribute("warningsNames", words("figures.reports", "figures.alerts"));
		model.addAttribute("mass",
				bars(months, false, List.of((one) -> one.dug() / GRAMS_A_TONNE, (one) -> one.fresh() / GRAMS_A_TONNE)));
		model.addAttribute("scans", bars(months, true,
				VERDICTS.stream().<ToDoubleFunction<Figure>>map((word) -> (one) -> one.scanned(word)).toList()));
		model.addAttribute("warnings", bars(months, false, List.of(Figure::reports, Figure::alerts)));
		return "figures/figures";
	}

	/** Each county in each month, in the reader's words. */
	@GetMapping(path = "/figures.csv", produces = Spreadsheet.TYPE)
	ResponseEntity<String> table(@RequestParam(defaultValue = "") String year,
			@RequestParam(defaultValue = "") String county, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		int chosen = year(year);
		List<Map<String, String>> rows = of(chosen, county).stream().map(this::cells).toList();
		List<String> columns = List.copyOf(cells(Figure.none("", YearMonth.from(this.forms.today()))).keySet());
		return ResponseEntity.ok()
			.header("Content-Disposition", "attachment; filename=\"figures-" + chosen + ".csv\"")
			.body(Spreadsheet.write(columns, rows));
	}

	/** What is no year is this one. */
	private int year(String typed) {
		return typed.matches("[12][0-9]{3}") ? Integer.parseInt(typed) : this.forms.today().getYear();
	}

	private List<Figure> of(int year, String county) {
		return this.figures.of(year, YearMonth.from(this.forms.today()))
			.stream()
			.filter((figure) -> county.isEmpty() || figure.county().equals(county))
			.toList();
	}

	private static <K extends Comparable<K>> List<Figure> together(List<Figure> figures, Function<Figure, K> by) {
		Map<K, Figure> sums = new TreeMap<>();
		figures.forEach((figure) -> sums.merge(by.apply(figure), figure, Figure::plus));
		return List.copyOf(sums.values());
	}

	private static Bars bars(List<Figure> months, boolean stacked, List<ToDoubleFunction<Figure>> series) {
		return Bars.of(months.stream().map((one) -> String.valueOf(one.month().getMonthValue())).toList(),
				series.stream().map((number) -> months.stream().map(number::applyAsDouble).toList()).toList(), stacked,
				LocaleContextHolder.getLocale());
	}

	private Map<String, String> cells(Figure one) {
		Map<String, String> cells = new LinkedHashMap<>();
		cells.put(word("figures.month"), one.month().toString());
		cells.put(word("figures.code"), one.county());
		cells.put(word("census.county"),
				one.county().isEmpty() ? word("figures.nowhere") : this.terms.word("county", one.county()));
		List<Object> numbers = new ArrayList<>(Stream.of(one.bases(), one.squareMetres()).toList());
		List<String> names = new ArrayList<>(List.of("figures.bases", "certificates.area"));
		names.addAll(List.of("figures.dug.kg", "figures.labels", "figures.labelled.kg", "figures.fresh.kg"));
		numbers.addAll(List.of(kilograms(one.dug()), one.labels(), kilograms(one.labelled()), kilograms(one.fresh())));
		VERDICTS.forEach((verdict) -> {
			names.add("figures.scans." + verdict);
			numbers.add(one.scanned(verdict));
		});
		names.addAll(List.of("figures.reports", "figures.alerts"));
		numbers.addAll(List.of(one.reports(), one.alerts()));
		for (int i = 0; i < names.size(); i++) {
			cells.put(word(names.get(i)), String.valueOf(numbers.get(i)));
		}
		return cells;
	}

	private static String kilograms(long grams) {
		return String.format(Locale.ROOT, "%.3f", grams / 1000.0);
	}

	private List<String> words(String... keys) {
		return Stream.of(keys).map(this::word).toList();
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
