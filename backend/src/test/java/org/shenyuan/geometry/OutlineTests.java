package org.shenyuan.geometry;

import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class OutlineTests {

	private static final String SQUARE = "POLYGON ((126.01 41.4, 126.011 41.4, 126.011 41.401, 126.01 41.401, 126.01 41.4))";

	@Test
	void anOutlineIsMeasuredOnTheEllipsoid() {
		// One degree square at the equator, as published for WGS-84: 12 308 778 361 m².
		assertThat(outline("POLYGON ((0 0, 0.5 0, 0.5 0.5, 0 0.5, 0 0))").squareMetres() * 4)
			.isCloseTo(12_308_778_361.0, within(1e6));
		assertThat(outline(SQUARE).squareMetres()).isCloseTo(9_288, within(2.0));
	}

	@Test
	void theDirectionOfWalkingDoesNotMatterAndAHoleIsLessGround() {
		assertThat(outline("POLYGON ((126.01 41.4, 126.01 41.401, 126.011 41.401, 126.011 41.4, 126.01 41.4))")
			.squareMetres()).isCloseTo(outline(SQUARE).squareMetres(), within(0.01));
		assertThat(outline(SQUARE.replace("))",
				"), (126.0102 41.4002, 126.0104 41.4002, 126.0104 41.4004, 126.0102 41.4004, 126.0102 41.4002))"))
			.squareMetres()).isCloseTo(outline(SQUARE).squareMetres() * 0.96, within(1.0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			outline.kind    | MULTIPOLYGON (((126 41, 126.1 41, 126.1 41.1, 126 41)))
			outline.kind    | GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (POINT (1 1)))
			outline.kind    | 126 41, 126.1 41
			outline.syntax  | POLYGON ((126 41, 126.1 north))
			outline.syntax  | POLYGON ((126 41, 126.1 41, 126.1 41.1, 126 41)
			outline.points  | POLYGON EMPTY
			outline.points  | POLYGON ((126 41, 126.1 41, 126 41))
			outline.closed  | POLYGON ((126 41, 126.1 41, 126.1 41.1, 126 41.1))
			outline.degrees | POLYGON ((42512345 4589012, 42512445 4589012, 42512445 4589112, 42512345 4589012))
			outline.degrees | POLYGON ((126 41, NaN 41, 126.1 41.1, 126 41))
			""")
	void whatIsNoPolygonOfDegreesIsNamed(String key, String text) {
		assertThatExceptionOfType(FaultyOutline.class).isThrownBy(() -> Outline.read(text))
			.satisfies((fault) -> assertThat(fault.key()).isEqualTo(key));
	}

	@Test
	void whereAnOutlineCrossesItselfIsSaid() throws FaultyOutline {
		FaultyOutline fault = Objects
			.requireNonNull(Outline.read("POLYGON ((126 41, 126.1 41.1, 126.1 41, 126 41.1, 126 41))").fault());
		assertThat(fault.key()).isEqualTo("outline.crosses");
		assertThat(fault.namesAndValues()).containsExactly("at", "126.050000, 41.050000");
		assertThat(outline(SQUARE).fault()).isNull();
	}

	@Test
	void aHoleLiesWithinAndNothingIsHalfADegreeWide() throws FaultyOutline {
		assertThat(key(SQUARE.replace("))", "), (127 41, 127.1 41, 127.1 41.1, 127 41))"))).isEqualTo("outline.hole");
		assertThat(key("POLYGON ((126 41, 126.6 41, 126.6 41.1, 126 41))")).isEqualTo("outline.large");
	}

	@Test
	void whatTwoOutlinesShareIsMeasured() {
		Outline half = outline(
				"POLYGON ((126.0105 41.4, 126.0115 41.4, 126.0115 41.401, 126.0105 41.401, 126.0105 41.4))");
		Outline neighbour = outline(
				"POLYGON ((126.011 41.4, 126.012 41.4, 126.012 41.401, 126.011 41.401, 126.011 41.4))");
		assertThat(outline(SQUARE).squareMetresSharedWith(half)).isCloseTo(4_644, within(2.0));
		assertThat(outline(SQUARE).squareMetresSharedWith(neighbour)).isZero();
		assertThat(Stream.of(half, neighbour).flatMap((other) -> other.cells().stream()))
			.containsAnyElementsOf(outline(SQUARE).cells());
	}

	/** Points and their displacement as the published reconstructions test themselves. */
	@ParameterizedTest
	@CsvSource({ "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
			"113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
			"116.377817, 39.911954, 116.38404722455657, 39.91334545536069" })
	void theDisplacedDatumIsThePublishedOne(double longitude, double latitude, double shownLongitude,
			double shownLatitude) {
		Position shown = Gcj02.fromWgs84(new Position(longitude, latitude));
		assertThat(shown.longitude()).isCloseTo(shownLongitude, within(1e-9));
		assertThat(shown.latitude()).isCloseTo(shownLatitude, within(1e-9));
		assertThat(Gcj02.toWgs84(shown).metresTo(new Position(longitude, latitude))).isLessThan(0.001);
	}

	@Test
	void anOutlineComesBackFromTheDisplacedDatum() {
		Outline outline = outline(SQUARE);
		assertThat(outline.toGcj02().centre().metresTo(outline.centre())).isBetween(100.0, 700.0);
		assertThat(outline.toGcj02().fromGcj02().centre().metresTo(outline.centre())).isLessThan(0.1);
		assertThat(outline.swapped().centre().longitude()).isEqualTo(outline.centre().latitude());
	}

	private static String key(String text) throws FaultyOutline {
		FaultyOutline fault = Outline.read(text).fault();
		return (fault != null) ? fault.key() : "";
	}

	private static Outline outline(String text) {
		return Outline.find(text).orElseThrow();
	}

}
