package org.shenyuan.geometry;

/**
 * The displacement of maps and phones sold in China. The official algorithm is not
 * published; this is the one known from published reconstructions (among them
 * <a href="https://github.com/googollee/eviltransform">eviltransform</a>), on the
 * Krasovsky ellipsoid of 1940. It agrees with shifted maps to a few metres, which is what
 * a converted outline may be off.
 */
final class Gcj02 {

	private static final double SEMI_MAJOR_AXIS = 6378245.0;

	private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

	/** The displacement varies by less than a hundredth of itself, so this is plenty. */
	private static final int STEPS = 8;

	private Gcj02() {
	}

	static Position fromWgs84(Position point) {
		double x = point.longitude() - 105;
		double y = point.latitude() - 35;
		double ripples = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
		double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
				+ (ripples + waves(y, 160, 320)) * 2 / 3;
		double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
				+ (ripples + waves(x, 150, 300)) * 2 / 3;
		double latitude = Math.toRadians(point.latitude());
		double squeeze = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) * Math.sin(latitude);
		double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (squeeze * Math.sqrt(squeeze));
		double parallel = SEMI_MAJOR_AXIS / Math.sqrt(squeeze) * Math.cos(latitude);
		return new Position(point.longitude() + Math.toDegrees(east / parallel),
				point.latitude() + Math.toDegrees(north / meridian));
	}

	static Position toWgs84(Position shown) {
		Position guess = shown;
		for (int i = 0; i < STEPS; i++) {
			Position there = fromWgs84(guess);
			guess = new Position(guess.longitude() + shown.longitude() - there.longitude(),
					guess.latitude() + shown.latitude() - there.latitude());
		}
		return guess;
	}

	private static double waves(double v, double long1, double long2) {
		return 20 * Math.sin(v * Math.PI) + 40 * Math.sin(v / 3 * Math.PI) + long1 * Math.sin(v / 12 * Math.PI)
				+ long2 * Math.sin(v / 30 * Math.PI);
	}

}
