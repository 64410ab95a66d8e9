package org.shenyuan.paper;

import java.util.List;

import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

/**
 * A printer as its party measured it.
 *
 * @param dpi dots per inch
 * @param right how far it is to move everything to the right, in mm, kept to a tenth
 * @param down the same downwards
 */
public record Printer(String id, String name, int dpi, double right, double down) {

	/** What printers are sold as, in dots per inch. */
	public static final List<Integer> RESOLUTIONS = List.of(203, 300, 600);

	/**
	 * Rounds the offset.
	 * @throws Refused with the field that is wrong
	 */
	public Printer {
		PrintStocks.checkId(id);
		PrintStocks.checkName(name);
		checkResolution(dpi);
		try {
			Stock.Offset offset = new Stock.Offset(right, down);
			right = offset.right();
			down = offset.down();
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

	/**
	 * @throws Refused if there are no such printers
	 */
	static void checkResolution(int dpi) {
		if (!RESOLUTIONS.contains(dpi)) {
			throw new Refused(Refusal.of("labels.dpi", "dpi", "given", dpi, "known", RESOLUTIONS));
		}
	}

}
