package org.shenyuan.labels;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often the self-check refuses labels that nothing is wrong with, over all
 * curated stocks, designs and resolutions. Started by hand.
 */
final class FalseRefusals {

	private static final int LABELS = 20;

	private FalseRefusals() {
	}

	public static void main(String[] args) throws IOException {
		int labels = (args.length > 0) ? Integer.parseInt(args[0]) : LABELS;
		LabelKeys keys = LabelKeys.parse("1 " + "A".repeat(43) + "=");
		var gtin = new Gtin("9520123456788");
		var job = new Job(1, labels, 1, (index) -> {
			LabelCode code = keys.encode(1, new LabelNumber(7, index));
			return new Job.Label(DigitalLink.of("https://trace.example.cn", gtin, code), code.printed());
		});
		LabelText text = LabelSheetTests.text(true, "长白山人参", "净含量 300 g");
		Typeface typeface = Typeface.notoSansSc();
		Map<Wear, Integer> read = new TreeMap<>();
		int looks = 0;
		int refused = 0;
		for (CuratedStock stock : Stocks.curated()) {
			for (Design design : Design.values()) {
				for (int dots : List.of(203, 300, 600)) {
					LabelSheet sheet;
					try {
						sheet = new LabelSheet(stock.stock(), design, text, typeface, job.labels().apply(1),
								LabelSheet.Kind.QR, dots);
					}
					catch (LabelRefused ex) {
						continue;
					}
					var check = new SelfCheck(sheet);
					check.rates(job).forEach((wear, count) -> read.merge(wear, count, Integer::sum));
					looks += labels;
					try {
						check.demand(job, labels);
					}
					catch (LabelRefused ex) {
						refused++;
						System.out.println(stock.stock().id() + " " + design + " " + dots + ": " + ex.getMessage());
					}
				}
			}
		}
		System.out.println(looks + " labels, " + looks * Wear.values().length + " pictures, sheets refused: " + refused
				+ "; read at once " + read + " of " + looks + " each; wears " + Arrays.toString(Wear.values()));
	}

}
