package org.shenyuan.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * One piece of land: a ring of positions, less its holes. Written as OGC well-known text,
 * {@code POLYGON ((126.01 41.40, …))}.
 */
public final class Outline {

	private static final int FEWEST_POSITIONS = 4;

	/** Degrees cannot be larger; metres of a map projection are. */
	private static final double MOST_DEGREES = 180;

	/** In degrees. What is wider is not one parcel, and would fill the grid. */
	private static final double WIDEST = 0.5;

	/** Cells a degree: a cell is about a kilometre. */
	private static final int CELLS_A_DEGREE = 100;

	private static final double ROUNDING = 1e8;

	private final Polygon polygon;

	private Outline(Polygon polygon) {
		this.polygon = polygon;
	}

	/**
	 * Reads the shape without judging it: see {@link #fault}.
	 * @throws FaultyOutline when it is not even a polygon of degrees
	 */
	public static Outline read(String text) throws FaultyOutline {
		String kind = text.strip().split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
		if (!kind.equals("POLYGON")) {
			throw new FaultyOutline("outline.kind", "given", kind);
		}
		try {
			if (new WKTReader(new Rings()).read(text) instanceof Polygon polygon && !polygon.isEmpty()) {
				return new Outline(polygon);
			}
			throw new FaultyOutline("outline.points", "points", 0, "least", FEWEST_POSITIONS);
		}
		catch (MisshapenRing ex) {
			throw ex.fault;
		}
		catch (ParseException | IllegalArgumentException ex) {
			throw new FaultyOutline("outline.syntax");
		}
	}

	/** An outline without any fault, or nothing. */
	public static Optional<Outline> find(@Nullable String text) {
		try {
			return (text != null) ? Optional.of(read(text)).filter((outline) -> outline.fault() == null)
					: Optional.empty();
		}
		catch (FaultyOutline ex) {
			return Optional.empty();
		}
	}

	/** What is wrong with the shape, with the place where it is wrong. */
	public @Nullable FaultyOutline fault() {
		Envelope box = this.polygon.getEnvelopeInternal();
		if (Math.max(box.getWidth(), box.getHeight()) > WIDEST) {
			return new FaultyOutline("outline.large", "given", Math.max(box.getWidth(), box.getHeight()), "most",
					WIDEST);
		}
		TopologyValidationError error = new IsValidOp(this.polygon).getValidationError();
		if (error == null) {
			return null;
		}
		boolean hole = switch (error.getErrorType()) {
			case TopologyValidationError.HOLE_OUTSIDE_SHELL, TopologyValidationError.NESTED_HOLES,
					TopologyValidationError.DISCONNECTED_INTERIOR ->
				true;
			default -> false;
		};
		return new FaultyOutline(hole ? "outline.hole" : "outline.crosses", "at",
				position(error.getCoordinate()).toString());
	}

	/** On the ellipsoid of WGS-84. */
	public double squareMetres() {
		return squareMetres(this.polygon);
	}

	/** Of the ground that lies within both. */
	public double squareMetresSharedWith(Outline other) {
		if (!this.polygon.getEnvelopeInternal().intersects(other.polygon.getEnvelopeInternal())) {
			return 0;
		}
		Geometry both = OverlayNGRobust.overlay(this.polygon, other.polygon, OverlayNG.INTERSECTION);
		return IntStream.range(0, both.getNumGeometries())
			.mapToObj(both::getGeometryN)
			.filter(Polygon.class::isInstance)
			.mapToDouble((part) -> squareMetres((Polygon) part))
			.sum();
	}

	public boolean isWithin(double west, double south, double east, double north) {
		return new Envelope(west, east, south, north).contains(this.polygon.getEnvelopeInternal());
	}

	/** With latitude and longitude exchanged. */
	public Outline swapped() {
		return moved((point) -> new Position(point.latitude(), point.longitude()));
	}

	/** Where this lies, if its positions are of the displaced datum GCJ-02. */
	public Outline fromGcj02() {
		return moved(Gcj02::toWgs84);
	}

	/** Where a map in the displaced datum GCJ-02 shows it. */
	public Outline toGcj02() {
		return moved(Gcj02::fromWgs84);
	}

	public Position centre() {
		return position(this.polygon.getEnvelopeInternal().centre());
	}

	/** The shell, then the holes; each closed. */
	public List<List<Position>> rings() {
		return linearRings(this.polygon).map((ring) -> Stream.of(ring.getCoordinates()).map(Outline::position).toList())
			.toList();
	}

	/**
	 * The squares of a fixed grid that it touches: what lies on the same ground has one
	 * of them in common.
	 */
	public List<String> cells() {
		Envelope box = this.polygon.getEnvelopeInternal();
		List<String> cells = new ArrayList<>();
		for (int x = cell(box.getMinX()); x <= cell(box.getMaxX()); x++) {
			for (int y = cell(box.getMinY()); y <= cell(box.getMaxY()); y++) {
				cells.add(x + "/" + y);
			}
		}
		return cells;
	}

	/** As well-known text. */
	@Override
	public String toString() {
		return this.polygon.toText();
	}

	private Outline moved(UnaryOperator<Position> move) {
		Polygon copy = (Polygon) this.polygon.copy();
		copy.apply((Coordinate at) -> {
			Position to = move.apply(position(at));
			at.setX(Math.round(to.longitude() * ROUNDING) / ROUNDING);
			at.setY(Math.round(to.latitude() * ROUNDING) / ROUNDING);
		});
		copy.geometryChanged();
		return new Outline(copy);
	}

	private static int cell(double degrees) {
		return (int) Math.floor(degrees * CELLS_A_DEGREE);
	}

	private static Position position(Coordinate at) {
		return new Position(at.getX(), at.getY());
	}

	private static double squareMetres(Polygon polygon) {
		return linearRings(polygon).mapToDouble(Outline::squareMetres).reduce((shell, hole) -> shell - hole).orElse(0);
	}

	private static double squareMetres(LinearRing ring) {
		PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
		for (int i = 0; i < ring.getNumPoints() - 1; i++) {
			area.AddPoint(ring.getCoordinateN(i).getY(), ring.getCoordinateN(i).getX());
		}
		return Math.abs(area.Compute().area);
	}

	private static Stream<LinearRing> linearRings(Polygon polygon) {
		return Stream.concat(Stream.of(polygon.getExteriorRing()),
				IntStream.range(0, polygon.getNumInteriorRing()).mapToObj(polygon::getInteriorRingN));
	}

	/** Says what is wrong with a ring before the library closes the door on it. */
	private static final class Rings extends GeometryFactory {

		@Override
		public LinearRing createLinearRing(CoordinateSequence points) {
			for (int i = 0; i < points.size(); i++) {
				if (!(Math.abs(points.getX(i)) <= MOST_DEGREES) || !(Math.abs(points.getY(i)) <= MOST_DEGREES)) {
					throw new MisshapenRing("outline.degrees", "x", points.getX(i), "y", points.getY(i));
				}
			}
			if (points.size() > 0) {
				Position first = position(points.getCoordinate(0));
				Position last = position(points.getCoordinate(points.size() - 1));
				if (points.size() >= FEWEST_POSITIONS - 1 && !first.equals(last)) {
					throw new MisshapenRing("outline.closed", "first", first.toString(), "last", last.toString());
				}
				if (points.size() < FEWEST_POSITIONS) {
					throw new MisshapenRing("outline.points", "points", points.size(), "least", FEWEST_POSITIONS);
				}
			}
			return super.createLinearRing(points);
		}

	}

	private static final class MisshapenRing extends RuntimeException {

		private final FaultyOutline fault;

		MisshapenRing(String key, Object... namesAndValues) {
			this.fault = new FaultyOutline(key, namesAndValues);
		}

	}

}
