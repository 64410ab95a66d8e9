package org.shenyuan.cartons;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.shenyuan.labels.Design;
import org.shenyuan.labels.DigitalLink;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.LabelText;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;
import org.shenyuan.labels.Sscc;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Refused;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Print;
import org.shenyuan.paper.PrintSetup;
import org.shenyuan.paper.PrintSetups;
import org.shenyuan.paper.Wanted;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the labels of cartons ready to print: the same cartons give the same bytes. */
@Component
class CartonSheets {

	/** Large enough for a truck's length, on the sheets that every office has. */
	private static final String STOCK = "A4-2x4";

	private final PrintSetups setups;

	private final Lots lots;

	private final Terms terms;

	private final MessageSource messages;

	private final Typeface typeface;

	private final String address;

	private final boolean demonstration;

	CartonSheets(PrintSetups setups, Lots lots, Terms terms, MessageSource messages, Typeface typeface,
			@Value("${shenyuan.address}") String address,
			@Value("${shenyuan.demonstration:false}") boolean demonstration) {
		this.setups = setups;
		this.lots = lots;
		this.terms = terms;
		this.messages = messages;
		this.typeface = typeface;
		this.address = address;
		this.demonstration = demonstration;
	}

	/**
	 * Labels of cartons; what is left open is what an office has.
	 * @throws Refused if there are no such cartons or cells, or they cannot be printed so
	 */
	Print print(Cartons cartons, Wanted wanted, Portion portion) throws IOException {
		PrintSetup setup = this.setups.of(cartons.party(),
				new Wanted(Objects.requireNonNullElse(wanted.stock(), STOCK),
						Objects.requireNonNullElse(wanted.design(), Design.CARTON), wanted.symbol(), wanted.language(),
						wanted.printer(), wanted.dpi(), wanted.right(), wanted.down()));
		Lot lot = this.lots.find(cartons.lot()).orElseThrow();
		Job job = portion.job(cartons.count(), setup.stock(), (carton) -> label(cartons.sscc(carton), setup.kind()));
		try {
			return new Print(new LabelSheet(setup.stock(), setup.design(), text(cartons, lot, setup.language()),
					this.typeface, label(cartons.sscc(1), setup.kind()), setup.kind(), setup.dotsPerInch()), job);
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

	private Job.Label label(Sscc sscc, Kind kind) {
		return new Job.Label((kind == Kind.QR) ? DigitalLink.of(this.address, sscc) : DigitalLink.elements(sscc),
				sscc.printed());
	}

	private LabelText text(Cartons cartons, Lot lot, Locale language) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(Style.TITLE, this.terms.word("product", lot.product(), language)));
		lines.add(new Line(Style.SUBTITLE,
				say("carton.label.packs", language, cartons.units(), new Mass(lot.unitGrams()).label())));
		lines.add(new Line(Style.BODY,
				say("carton.label.net", language, new Mass(cartons.units() * lot.unitGrams()).label())));
		if (cartons.grossGrams() != null) {
			lines
				.add(new Line(Style.BODY, say("carton.label.gross", language, new Mass(cartons.grossGrams()).label())));
		}
		lines.add(new Line(Style.BODY, say("carton.label.lot", language, lot.id())));
		return new LabelText(lines, say("carton.label.invitation", language), this.demonstration);
	}

	private String say(String key, Locale language, Object... values) {
		return Objects.requireNonNull(this.messages.getMessage(key, values, language));
	}

}
