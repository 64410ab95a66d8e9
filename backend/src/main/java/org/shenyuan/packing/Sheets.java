package org.shenyuan.packing;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.DigitalLink;
import org.shenyuan.labels.Gtin;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelNumber;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Print;
import org.shenyuan.paper.PrintSetup;
import org.shenyuan.paper.PrintSetups;
import org.shenyuan.paper.Wanted;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the labels of runs ready to print: the same run and choice give the same bytes.
 */
@Component
public class Sheets {

	private final Lots lots;

	private final Wording wording;

	private final LabelKeys keys;

	private final Typeface typeface;

	private final String address;

	private final PrintSetups setups;

	Sheets(Lots lots, Wording wording, LabelKeys keys, Typeface typeface, PrintSetups setups,
			@Value("${shenyuan.address}") String address) {
		this.lots = lots;
		this.wording = wording;
		this.keys = keys;
		this.typeface = typeface;
		this.setups = setups;
		this.address = address;
	}

	/** The code of one label of a run, counted from 1. */
	public LabelCode code(LabelRun run, long label) {
		return this.keys.encode((int) run.keyVersion(), new LabelNumber((int) run.number(), (int) label));
	}

	/** What the symbol of one label says. */
	public String link(LabelRun run, long label, @Nullable String gtin) {
		return DigitalLink.of(this.address, (gtin != null) ? new Gtin(gtin) : null, code(run, label));
	}

	/**
	 * Labels of a run on what the party prints on.
	 * @throws Refused if there are no such labels or cells, or they cannot be printed so
	 */
	Print print(LabelRun run, Wanted wanted, Portion portion) throws IOException {
		PrintSetup setup = setup(run, wanted);
		String gtin = gtin(run);
		Job job = portion.job(run.count(), setup.stock(), (index) -> label(code(run, index), gtin, setup.kind()));
		LabelCode widest = new LabelCode("Z".repeat(LabelCode.LENGTH));
		try {
			return new Print(new LabelSheet(setup.stock(), setup.design(), this.wording.of(run, setup.language()),
					this.typeface, label(widest, gtin, setup.kind()), setup.kind(), setup.dotsPerInch()), job);
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

	/** How a run is printed; in the language of its market, if none is wanted. */
	PrintSetup setup(LabelRun run, Wanted wanted) {
		return this.setups.of(run.holder(),
				(wanted.language() != null) ? wanted : wanted.in(this.wording.language(run)));
	}

	private Job.Label label(LabelCode code, @Nullable String gtin, Kind kind) {
		Gtin number = (gtin != null) ? new Gtin(gtin) : null;
		String content = (kind == Kind.QR) ? DigitalLink.of(this.address, number, code)
				: DigitalLink.elements(number, code);
		return new Job.Label(content, code.printed());
	}

	private @Nullable String gtin(LabelRun run) {
		return this.lots.find(run.lot()).orElseThrow().gtin();
	}

}
