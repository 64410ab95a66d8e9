package org.shenyuan.labels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LabelShapeTests {

	@Test
	void squareCornersLeaveTheMarginOnly() {
		assertThat(LabelShape.rectangle(63.5, 38.1, 2).printable()).isEqualTo(new Box(2, 2, 59.5, 34.1));
	}

	@Test
	void aRoundLabelHoldsASquare() {
		Box square = LabelShape.round(40).printable();
		assertThat(square.width()).isCloseTo(36 / Math.sqrt(2), within(0.005));
		assertThat(square.height()).isCloseTo(square.width(), within(0.005));
		assertThat(square.x()).isCloseTo((40 - square.width()) / 2, within(1e-9));
	}

	@Test
	void aSmallLabelHasASmallerMargin() {
		assertThat(LabelShape.rectangle(17.8, 10, 0).printable()).isEqualTo(new Box(1, 1, 15.8, 8));
		assertThat(LabelShape.rectangle(20, 50, 0).margin()).isEqualTo(2);
	}

	@Test
	void cornersAreRoundOrTheLabelIsAnEllipse() {
		assertThat(LabelShape.ellipse(60, 20).cornerHeight()).isEqualTo(10);
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelShape(60, 60, 30, 3, 2));
	}

	/** Walks around the outline: no point of it may be nearer than the margin. */
	@ParameterizedTest
	@CsvSource({ "63.5, 38.1, 3, 3, 2", "63.5, 38.1, 1, 1, 2", "40, 40, 20, 20, 2", "100, 30, 15, 15, 2",
			"38.1, 19.05, 19.05, 9.525, 1.9", "120, 20, 60, 10, 2", "120, 20, 60, 10, 7", "120, 20, 60, 10, 0" })
	void whatIsPrintedStaysAMarginFromTheEdge(double width, double height, double cornerWidth, double cornerHeight,
			double margin) {
		Box box = new LabelShape(width, height, cornerWidth, cornerHeight, margin).printable();
		double nearest = Double.MAX_VALUE;
		for (int step = 0; step <= 20_000; step++) {
			double angle = Math.PI / 2 * step / 20_000;
			double x = width / 2 - cornerWidth * (1 - Math.cos(angle));
			double y = height / 2 - cornerHeight * (1 - Math.sin(angle));
			nearest = Math.min(nearest, Math.hypot(x - box.width() / 2, y - box.height() / 2));
		}
		double straight = Math.min((width - box.width()) / 2, (height - box.height()) / 2);
		assertThat(Math.min(nearest, straight)).isBetween(margin - 1e-6, margin + 0.01);
		assertThat(box.x() * 2 + box.width()).isCloseTo(width, within(1e-9));
	}

	/** No other rectangle that stays within the margin is larger. */
	@ParameterizedTest
	@CsvSource({ "40, 40, 20, 20, 2", "38.1, 19.05, 19.05, 9.525, 1.9", "70, 30, 15, 15, 2" })
	void noLargerRectangleFits(double width, double height, double cornerWidth, double cornerHeight, double margin) {
		var shape = new LabelShape(width, height, cornerWidth, cornerHeight, margin);
		Box box = shape.printable();
		double largest = 0;
		for (double half = 0.05; half < width / 2 - margin; half += 0.05) {
			double tall = height / 2 - margin;
			for (int step = 0; step <= 2000; step++) {
				double angle = Math.PI / 2 * step / 2000;
				double x = width / 2 - cornerWidth * (1 - Math.cos(angle));
				double y = height / 2 - cornerHeight * (1 - Math.sin(angle));
				double aside = Math.max(0, x - half);
				if (aside < margin) {
					tall = Math.min(tall, y - Math.sqrt(margin * margin - aside * aside));
				}
			}
			largest = Math.max(largest, 4 * half * tall);
		}
		assertThat(box.width() * box.height()).isCloseTo(largest, within(0.01 * largest)).isGreaterThan(largest - 0.2);
	}

}
