package org.shenyuan.labels;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.shenyuan.labels.CuratedStock.Certainty;
import org.shenyuan.labels.CuratedStock.Market;

/** Stocks that come with the library: what shops in China, Korea and overseas sell. */
public final class Stocks {

	private static final List<CuratedStock> CURATED = Table.read("stocks.csv").stream().map(Stocks::curated).toList();

	private Stocks() {
	}

	/** All of them, by market. */
	public static List<CuratedStock> curated() {
		return CURATED;
	}

	/** The one with this id. */
	public static Optional<CuratedStock> find(String id) {
		return CURATED.stream().filter((curated) -> curated.stock().id().equals(id)).findFirst();
	}

	private static CuratedStock curated(Table.Row row) {
		return new CuratedStock(stock(row), Market.valueOf(row.text("market")), row.text("zh"), row.text("en"),
				row.text("ko"), row.text("soldAs"),
				Certainty.valueOf(row.text("certainty").toUpperCase(Locale.ROOT).replace('-', '_')),
				LocalDate.parse(row.text("read")), row.text("source"));
	}

	private static Stock stock(Table.Row row) {
		double width = row.number("width");
		double height = row.number("height");
		Medium medium = row.text("liner").isEmpty() ? Medium.SHEET
				: new Medium.Roll(row.number("liner"), row.number("gap"));
		var grid = new Grid(row.count("columns"), row.count("rows"), row.number("left"), row.number("top"),
				row.number("pitchX"), row.number("pitchY"));
		return new Stock(row.text("id"), row.text("name"), medium, row.number("paperWidth"), row.number("paperHeight"),
				LabelShape.rectangle(width, height, row.number("corner")), List.of(grid), Stock.Offset.NONE);
	}

}
