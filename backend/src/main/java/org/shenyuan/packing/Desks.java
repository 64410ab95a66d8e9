package org.shenyuan.packing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Box;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.LabelState;
import org.shenyuan.ledger.Ranges;
import org.shenyuan.ledger.Ranges.Range;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Desk.Cell;
import org.shenyuan.packing.Desk.Part;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Print;
import org.shenyuan.paper.PrintSetup;
import org.shenyuan.paper.Printing;
import org.shenyuan.paper.Wanted;
import org.springframework.stereotype.Component;

/** Lays out the desk at which a run is printed. */
@Component
class Desks {

	private static final int SHOWN = 3;

	private final Printing printing;

	private final Sheets sheets;

	private final UsedSheets usedSheets;

	Desks(Printing printing, Sheets sheets, UsedSheets usedSheets) {
		this.printing = printing;
		this.sheets = sheets;
		this.usedSheets = usedSheets;
	}

	/**
	 * On the stock that the party printed on last, if none is chosen.
	 * @throws Refused if there are no such labels or cells, or they cannot be printed so
	 */
	Desk lay(LabelRun run, Wanted wanted, Portion portion) throws IOException {
		if (wanted.stock() != null) {
			return laid(run, wanted, portion);
		}
		Optional<String> last = this.usedSheets.lastStock(run.holder());
		if (last.isPresent()) {
			try {
				return laid(run, wanted.on(last.get()), portion);
			}
			catch (Refused ex) {
				// It was given away, or another design was printed on it.
			}
		}
		return laid(run, wanted.on(Stock.A4_3X7.id()), portion);
	}

	/** As far as it can be laid when something else was refused; null if not at all. */
	@Nullable Desk layAgain(LabelRun run, Wanted wanted) throws IOException {
		for (Wanted one : List.of(wanted, Wanted.NOTHING)) {
			try {
				return lay(run, one, Portion.ALL);
			}
			catch (Refused ex) {
				// What is wrong with it is not what the reader is to be told now.
			}
		}
		return null;
	}

	private Desk laid(LabelRun run, Wanted wanted, Portion portion) throws IOException {
		PrintSetup setup = this.sheets.setup(run, wanted);
		Stock stock = setup.stock();
		int began = (int) Math.min(stock.cells(), this.usedSheets.nextCell(run.holder(), stock.id()));
		int cell = Objects.requireNonNullElse(portion.cell(), began);
		Ranges unprinted = run.in(LabelState.UNPRINTED);
		List<Part> parts = parts(unprinted.ranges(), stock.cells(), cell);
		Part part = part(run, portion, parts, stock.cells(), cell);
		Print print = this.sheets.print(run, wanted, part.portion());
		this.printing.requirePart(print.job());
		boolean fresh = unprinted.within(part.first(), part.last()) == part.labels();
		List<Part> later = (portion.first() == null && portion.last() == null && !parts.isEmpty())
				? parts.subList(1, parts.size()) : List.of();
		return new Desk(wanted.in(setup.language().getLanguage()), stock, setup.dotsPerInch(), print.sheet().printed(),
				part, fresh, later.stream().limit(SHOWN).toList(), Math.max(0, later.size() - SHOWN),
				cells(stock, wanted, portion, part), began);
	}

	/** Those that somebody asks for, else those that come next, else the first ones. */
	private Part part(LabelRun run, Portion portion, List<Part> parts, int cells, int cell) {
		if (portion.first() == null && portion.last() == null && !parts.isEmpty()) {
			return parts.getFirst();
		}
		int first = Objects.requireNonNullElse(portion.first(), 1);
		int last = (portion.last() != null) ? portion.last()
				: (int) Math.min(run.count(), first + (long) room(cells, cell) - 1);
		return new Part(first, last, cell, sheets((long) last - first + 1, cells, cell));
	}

	/** Everything that is not printed, in so many parts of whole sheets. */
	private List<Part> parts(List<Range> unprinted, int cells, int cell) {
		List<Part> parts = new ArrayList<>();
		int begin = cell;
		for (Range range : unprinted) {
			for (long first = range.first(); first <= range.last();) {
				long last = Math.min(range.last(), first + room(cells, begin) - 1);
				parts.add(new Part((int) first, (int) last, begin, sheets(last - first + 1, cells, begin)));
				begin = (int) ((begin - 1 + last - first + 1) % cells) + 1;
				first = last + 1;
			}
		}
		return parts;
	}

	/** How many labels a part may have that begins at a cell. */
	private int room(int cells, int cell) {
		int sheets = Math.max(1, this.printing.part() / cells);
		return Math.max(1, Math.min(this.printing.part(), sheets * cells - cell + 1));
	}

	private static int sheets(long labels, int cells, int cell) {
		return (int) Math.ceilDiv(labels + cell - 1, (long) cells);
	}

	private static List<Cell> cells(Stock stock, Wanted wanted, Portion portion, Part part) {
		return (stock.cells() == 1) ? List.of() : IntStream.rangeClosed(1, stock.cells()).mapToObj((number) -> {
			long label = part.first() + (long) number - part.cell();
			boolean on = number >= part.cell() && label <= part.last();
			String style = (number < part.cell()) ? "used"
					: ((number == part.cell()) ? "first" : (on ? "printed" : "free"));
			return new Cell(number, style, on ? label : 0, box(stock, number - 1),
					wanted.query(new Portion(portion.first(), portion.last(), number)));
		}).toList();
	}

	/** A label's outline on the paper, wherever the printer puts its ink. */
	private static Box box(Stock stock, int cell) {
		return new Box(stock.x(cell) - stock.offset().right(), stock.y(cell) - stock.offset().down(),
				stock.labelWidth(), stock.labelHeight());
	}

}
