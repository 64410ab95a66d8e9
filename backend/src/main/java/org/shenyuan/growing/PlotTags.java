package org.shenyuan.growing;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.shenyuan.growing.Plots.Crop;
import org.shenyuan.growing.Plots.Plot;
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

/** Tags that stand on beds and at gates, by which a phone finds the plot. */
@Component
class PlotTags {

	/** Read standing up, on the sheets that every office has. */
	private static final String STOCK = "A4-2x4";

	private final PrintSetups setups;

	private final Terms terms;

	private final MessageSource messages;

	private final Typeface typeface;

	private final String address;

	private final ZoneId zone;

	private final boolean demonstration;

	PlotTags(PrintSetups setups, Terms terms, MessageSource messages, Typeface typeface,
			@Value("${shenyuan.address}") String address, @Value("${shenyuan.zone}") ZoneId zone,
			@Value("${shenyuan.demonstration:false}") boolean demonstration) {
		this.setups = setups;
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
	Print print(Plot plot, String party, Wanted wanted, Portion portion) throws IOException {
		PrintSetup setup = this.setups.of(party, new Wanted(Objects.requireNonNullElse(wanted.stock(), STOCK),
				Design.TAG, Kind.QR, wanted.language(), wanted.printer(), wanted.dpi(), wanted.right(), wanted.down()));
		var label = new Job.Label(DigitalLink.ofPlot(this.address, plot.id()), plot.id());
		var tags = new Portion(1, Objects.requireNonNullElse(portion.last(), 1), portion.cell());
		Job job = tags.job(setup.stock().cells(), setup.stock(), (index) -> label);
		try {
			return new Print(new LabelSheet(setup.stock(), setup.design(), text(plot, setup.language()), this.typeface,
					label, setup.kind(), setup.dotsPerInch()), job);
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

	private LabelText text(Plot plot, Locale language) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(Style.TITLE, plot.name()));
		lines.add(new Line(Style.SUBTITLE, plot.base()));
		if (!plot.crops().isEmpty()) {
			Crop crop = plot.crops().getFirst();
			lines.add(new Line(Style.BODY, this.terms.species(crop.species(), language)));
			lines.add(new Line(Style.BODY, say("plot.tag." + crop.kind(), language,
					String.valueOf(crop.at().withZoneSameInstant(this.zone).getYear()))));
		}
		return new LabelText(lines, say("plot.tag.invitation", language), this.demonstration);
	}

	private String say(String key, Locale language, Object... values) {
		return Objects.requireNonNull(this.messages.getMessage(key, values, language));
	}

}
