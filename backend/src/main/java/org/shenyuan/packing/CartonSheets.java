package org.shenyuan.packing;

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
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Sheets.Choice;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the labels of cartons ready to print: the same cartons give the same bytes. */
@Component
class CartonSheets {

	/** Large enough for a truck's length, on the sheets that every office has. */
	private static final String STOCK = "A4-2x4";

	private final Sheets sheets;

	private final Terms terms;

	private final MessageSource messages;

	private final Typeface typeface;

	private final String address;

	private final boolean demonstration;

	CartonSheets(Sheets sheets, Terms terms, MessageSource messages, Typeface typeface,
			@Value("${shenyuan.address}") String address,
			@Value("${shenyuan.demonstration:false}") boolean demonstration) {
		this.sheets = sheets;
		this.terms = terms;
		this.messages = messages;
		this.typeface = typeface;
		this.address = address;
		this.demonstration = demonstration;
	}

	/** What is left open is what an office has. */
	Choice choice(String party, Wanted wanted) {
		return this.sheets.choice(party,
				new Wanted(Objects.requireNonNullElse(wanted.stock(), STOCK),
						Objects.requireNonNullElse(wanted.design(), Design.CARTON), wanted.symbol(), wanted.language(),
						wanted.printer(), wanted.dpi(), wanted.right(), wanted.down()));
	}

	/**
	 * @throws Refused if they do not fit the stock, or cannot be printed
	 */
	LabelSheet sheet(Cartons cartons, Lot lot, Choice choice) throws IOException {
		try {
			return new LabelSheet(choice.stock(), choice.design(), text(cartons, lot, choice.language()), this.typeface,
					label(cartons.sscc(1), choice.kind()), choice.kind(), choice.dotsPerInch());
		}
		catch (LabelRefused ex) {
			throw Sheets.refused(ex);
		}
	}

	/** Cartons {@code first} to {@code last}, from 1. */
	Job job(Cartons cartons, Choice choice, int first, int last, int firstCell) {
		return new Job(first, last, firstCell, (carton) -> label(cartons.sscc(carton), choice.kind()));
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
