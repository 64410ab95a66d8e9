package org.shenyuan.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
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
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Plots.Crop;
import org.shenyuan.packing.Plots.Plot;
import org.shenyuan.packing.Sheets.Choice;
import org.shenyuan.packing.Wanted.Portion;
import org.shenyuan.vocabulary.Term;
import org.shenyuan.vocabulary.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tags that stand on beds and at gates, by which a phone finds the plot. */
@Component
class PlotTags {

	/** Read standing up, on the sheets that every office has. */
	private static final String STOCK = "A4-2x4";

	private final Sheets sheets;

	private final Terms terms;

	private final MessageSource messages;

	private final Typeface typeface;

	private final String address;

	private final ZoneId zone;

	private final boolean demonstration;

	PlotTags(Sheets sheets, Terms terms, MessageSource messages, Typeface typeface,
			@Value("${shenyuan.address}") String address, @Value("${shenyuan.zone}") ZoneId zone,
			@Value("${shenyuan.demonstration:false}") boolean demonstration) {
		this.sheets = sheets;
		this.terms = terms;
		this.messages = messages;
		this.typeface = typeface;
		this.address = address;
		this.zone = zone;
		this.demonstration = demonstration;
	}

	/**
	 * As many tags as are wanted, one unless said otherwise; what else is left open is
	 * what an office has.
	 * @param party whose own stocks and printers are meant
	 * @throws Refused if they do not fit the stock, or cannot be printed
	 */
	void pdf(Plot plot, String party, Wanted wanted, Portion portion, OutputStream out) throws IOException {
		Choice choice = this.sheets.choice(party, new Wanted(Objects.requireNonNullElse(wanted.stock(), STOCK),
				Design.TAG, Kind.QR, wanted.language(), wanted.printer(), wanted.dpi(), wanted.right(), wanted.down()));
		int cell = Objects.requireNonNullElse(portion.cell(), 1);
		int cells = choice.stock().cells();
		if (cell < 1 || cell > cells) {
			throw new Refused(Refusal.of("labels.cell", "cell", "cells", cells, "given", cell));
		}
		int count = Objects.requireNonNullElse(portion.last(), 1);
		if (count < 1 || count > cells) {
			throw new Refused(Refusal.of("labels.range", "last", "first", 1, "last", count, "count", cells));
		}
		var label = new Job.Label(DigitalLink.ofPlot(this.address, plot.id()), plot.id());
		try {
			new LabelSheet(choice.stock(), choice.design(), text(plot, choice.language()), this.typeface, label,
					choice.kind(), choice.dotsPerInch())
				.pdf(new Job(1, count, cell, (index) -> label), out);
		}
		catch (LabelRefused ex) {
			throw Sheets.refused(ex);
		}
	}

	private LabelText text(Plot plot, Locale language) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(Style.TITLE, plot.name()));
		lines.add(new Line(Style.SUBTITLE, plot.base()));
		if (!plot.crops().isEmpty()) {
			Crop crop = plot.crops().getFirst();
			String word = this.terms.word("species", crop.species(), language);
			lines.add(new Line(Style.BODY,
					this.terms.find("species", crop.species())
						.map(Term::latin)
						.map((latin) -> word + " " + latin)
						.orElse(word)));
			lines.add(new Line(Style.BODY, say("plot.tag." + crop.kind(), language,
					String.valueOf(crop.at().withZoneSameInstant(this.zone).getYear()))));
		}
		return new LabelText(lines, say("plot.tag.invitation", language), this.demonstration);
	}

	private String say(String key, Locale language, Object... values) {
		return Objects.requireNonNull(this.messages.getMessage(key, values, language));
	}

}
