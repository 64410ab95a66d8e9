package org.shenyuan.labels;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What veraPDF says of our files, and letters of scripts that need a second font. */
class ArchiveTests {

	private static final Job.Label LABEL = new Job.Label("HTTPS://TRACE.EXAMPLE.CN/T/ABCDEFGHJKMNPQRS",
			"ABCD-EFGH-JKMN-PQRS");

	private static byte[] pdf(Typeface typeface, String title) throws IOException {
		var text = new LabelText(List.of(new Line(Style.TITLE, title), new Line(Style.BODY, "清河示范参场 · 集安市")), "扫码溯源",
				false);
		var out = new ByteArrayOutputStream();
		new LabelSheet(Stock.A4_3X7, Design.UNIT, text, typeface, LABEL).pdf(new Job(1, 25, 3, (index) -> LABEL), out);
		return out.toByteArray();
	}

	private static ValidationResult validated(byte[] pdf) throws Exception {
		VeraGreenfieldFoundryProvider.initialise();
		try (PDFAParser parser = Foundries.defaultInstance()
			.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
			return validator.validate(parser);
		}
	}

	@Test
	void aSheetCanBeArchived() throws Exception {
		ValidationResult result = validated(pdf(Typeface.notoSansSc(), "长白山人参"));
		assertThat(result.getTestAssertions()).isEmpty();
		assertThat(result.isCompliant()).isTrue();
		assertThat(result.getTotalAssertions()).isGreaterThan(1000);
	}

	/** The check can say no. */
	@Test
	void aSheetWithoutItsColoursCannot() throws Exception {
		try (PDDocument document = Loader.loadPDF(pdf(Typeface.notoSansSc(), "长白山人参"))) {
			document.getDocumentCatalog().setOutputIntents(List.of());
			var out = new ByteArrayOutputStream();
			document.save(out);
			assertThat(validated(out.toByteArray()).isCompliant()).isFalse();
		}
	}

	@Test
	void aKoreanNameIsPrintedByASecondFont() throws Exception {
		Typeface typeface = Typeface.notoSansSc().orElseInstalled("NanumGothic.ttf", "NanumGothicBold.ttf");
		assumeTrue(typeface.prints("인삼") || System.getenv("CI") != null, "the font NanumGothic is not installed");
		String title = "고려인삼 红参 홍삼";
		byte[] pdf = pdf(typeface, title);
		assertThat(PrintedPage.text(pdf)).contains(title);
		assertThat(validated(pdf).isCompliant()).isTrue();
		assertThat(typeface.prints("红参🌱")).isFalse();
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> pdf(typeface, "红参🌱"))
			.withMessageContaining("SEEDLING");
	}

	@Test
	void aFontThatIsNotThereChangesNothing() throws IOException {
		Typeface typeface = Typeface.notoSansSc();
		assertThat(typeface.orElseInstalled("NoSuchFont.ttf", "NoSuchFont.ttf")).isSameAs(typeface);
	}

}
