package org.shenyuan.paper;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.labels.Design;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.LabelText;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.Refused;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What leaves as a file, and what does not. */
class PrintingTests {

	/** Half an emoji: a symbol holds a question mark in its place. */
	private static final String HALF = "HTTPS://TRACE.EXAMPLE.CN/T/\uD83C";

	private final Printing printing = new Printing(2, 8);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private static Print labels(String content, int count) throws IOException {
		var label = new Job.Label(content, "A");
		var text = new LabelText(List.of(new Line(Style.TITLE, "红参")), "", true);
		return new Print(new LabelSheet(Stock.A4_3X7, Design.UNIT, text, Typeface.notoSansSc(), label),
				new Job(1, count, 1, (index) -> label));
	}

	private void write(String kind, Print print) throws IOException {
		switch (kind) {
			case "pdf" -> this.printing.pdf(print, "x", this.response);
			case "zpl" -> this.printing.zpl(print, "x", this.response);
			default -> this.printing.png(print, "x", this.response);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pdf", "zpl", "png" })
	void whatDoesNotReadBackIsNotHandedOut(String kind) throws IOException {
		Print print = labels(HALF, 2);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> write(kind, print))
			.satisfies((ex) -> assertThat(ex.refusals().getFirst().key()).isEqualTo("label.unreadable"));
		assertThat(this.response.getContentAsByteArray()).isEmpty();
		write(kind, labels("HTTPS://TRACE.EXAMPLE.CN/T/A", 2));
		assertThat(this.response.getContentAsByteArray()).isNotEmpty();
	}

	@Test
	void oneFileHoldsSoManyLabels() throws IOException {
		Print print = labels("HTTPS://TRACE.EXAMPLE.CN/T/A", 3);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> write("pdf", print))
			.satisfies((ex) -> assertThat(ex.refusals().getFirst().key()).isEqualTo("labels.part"));
		write("zpl", print);
		assertThat(this.response.getContentAsByteArray()).isNotEmpty();
	}

}
