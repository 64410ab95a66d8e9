package org.shenyuan.labels;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.SelfCheck.View;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A sheet is handed out when its labels read back, and only then. */
class SelfCheckTests {

	private static final LabelKeys KEYS = LabelKeys.parse("1 " + "A".repeat(43) + "=");

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private static Job.Label label(Kind kind, int index) {
		LabelCode code = KEYS.encode(1, new LabelNumber(7, index));
		var gtin = new Gtin("9520123456788");
		return new Job.Label((kind == Kind.QR) ? DigitalLink.of("https://trace.example.cn", gtin, code)
				: DigitalLink.elements(gtin, code), code.printed());
	}

	private static LabelSheet sheet(Kind kind, int dots) throws IOException {
		return new LabelSheet(Stock.A4_3X7, Design.UNIT, LabelSheetTests.text(true, "长白山人参", "净含量 300 g"), TYPEFACE,
				label(kind, 1), kind, dots);
	}

	private static Job job(Kind kind, int labels) {
		return new Job(1, labels, 1, (index) -> label(kind, index));
	}

	@ParameterizedTest
	@MethodSource
	void labelsThatReadBackAreHandedOut(Kind kind, int dots) throws IOException {
		assertThat(new SelfCheck(sheet(kind, dots)).demand(job(kind, 1_000), 3)).isEqualTo(3);
		assertThat(new SelfCheck(sheet(kind, dots)).demand(job(kind, 2), 3)).isEqualTo(2);
	}

	static Stream<Arguments> labelsThatReadBackAreHandedOut() {
		return Stream.of(Kind.values())
			.flatMap((kind) -> Stream.of(203, 300, 600).map((dots) -> Arguments.of(kind, dots)));
	}

	@Test
	void aSymbolThatLostACornerMarkIsRefused() throws IOException {
		refuses(spoiled((ink, view) -> ink
			.fill(new Rectangle(view.symbol().x, view.symbol().y, 7 * view.module(), 7 * view.module()))), Wear.CLEAN);
	}

	@Test
	void aSymbolThatLostItsMiddleIsRefused() throws IOException {
		refuses(spoiled((ink, view) -> {
			var middle = new Rectangle(view.symbol());
			middle.grow(-8 * view.module(), -8 * view.module());
			ink.fill(middle);
		}), Wear.CLEAN);
	}

	@Test
	void aQuietZoneThatIsOverprintedIsRefused() throws IOException {
		refuses(spoiled((ink, view) -> {
			var around = new Area(new Rectangle(view.picture().getWidth(), view.picture().getHeight()));
			around.subtract(new Area(view.symbol()));
			ink.setColor(Color.BLACK);
			ink.fill(around);
		}), Wear.CLEAN);
	}

	/** What is left of its error correction is too little for a scratch. */
	@Test
	void aSymbolThatIsReadOnlyWhileNothingHappensToItIsRefused() throws IOException {
		refuses(spoiled((ink, view) -> {
			var lower = new Rectangle(view.symbol());
			lower.grow(-11 * view.module(), -11 * view.module());
			ink.fill(lower);
		}), Wear.SCRATCHED);
	}

	@Test
	void aSymbolThatSaysSomethingElseIsRefused() throws IOException {
		LabelSheet sheet = sheet(Kind.QR, 300);
		refuses((label) -> View.of(sheet, label(Kind.QR, 99)), Wear.CLEAN);
	}

	@Test
	void oneBadLabelAmongManyIsEnough() throws IOException {
		LabelSheet sheet = sheet(Kind.QR, 300);
		Job job = job(Kind.QR, 50);
		var check = new SelfCheck(
				(label) -> View.of(sheet, label.equals(label(Kind.QR, 50)) ? label(Kind.QR, 1) : label),
				Decoder.boofCv());
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> check.demand(job, 2))
			.withMessageContaining(label(Kind.QR, 50).letters());
	}

	private static void refuses(Function<Job.Label, View> printer, Wear wear) {
		assertThatExceptionOfType(LabelRefused.class)
			.isThrownBy(() -> new SelfCheck(printer, Decoder.boofCv()).demand(job(Kind.QR, 1), 1))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(LabelRefused.Reason.UNREADABLE);
				assertThat(ex.numbers()).containsExactly(label(Kind.QR, 1).letters(), wear.name());
			});
	}

	/** Labels over which something is painted, white unless it says otherwise. */
	private static Function<Job.Label, View> spoiled(BiConsumer<Graphics2D, View> paint) throws IOException {
		LabelSheet sheet = sheet(Kind.QR, 300);
		return (label) -> {
			View view = View.of(sheet, label);
			Graphics2D ink = view.picture().createGraphics();
			ink.setColor(Color.WHITE);
			paint.accept(ink, view);
			ink.dispose();
			return view;
		};
	}

}
