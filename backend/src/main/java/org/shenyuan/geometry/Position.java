package org.shenyuan.geometry;

import java.util.Locale;

import net.sf.geographiclib.Geodesic;

/** A point in degrees, east and north positive. */
public record Position(double longitude, double latitude) {

	/** Along the ellipsoid. */
	public double metresTo(Position other) {
		return Geodesic.WGS84.Inverse(this.latitude, this.longitude, other.latitude, other.longitude).s12;
	}

	/** Longitude first, to about a decimetre. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.6f, %.6f", this.longitude, this.latitude);
	}

}
