package org.shenyuan.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.geometry.Outline;

/**
 * A parcel as a round of the census left it: the latest of that round's surveys.
 *
 * @param outline null when none was drawn
 * @param findings what was found, by the names of {@link LandSurvey#findings}
 */
public record Survey(String parcel, String county, @Nullable Outline outline, Map<String, @Nullable Object> findings) {

	static Survey of(LandSurvey found, String county) {
		return new Survey(found.parcel(), county, Outline.find(found.outline()).orElse(null), found.findings());
	}

	/** From a node. */
	static Survey of(Map<String, @Nullable Object> node) {
		Map<String, @Nullable Object> findings = new HashMap<>(node);
		findings.keySet().removeAll(List.of("id", "parcel", "county", "outline"));
		String text = (node.get("outline") instanceof String outline) ? outline : null;
		return new Survey(String.valueOf(node.get("parcel")), String.valueOf(node.get("county")),
				Outline.find(text).orElse(null), findings);
	}

	String id() {
		return this.parcel + "/" + round();
	}

	public String round() {
		return String.valueOf(this.findings.get("round"));
	}

	public LocalDate surveyed() {
		return (this.findings.get("surveyed") instanceof LocalDate day) ? day : LocalDate.MIN;
	}

	public String status() {
		return String.valueOf(this.findings.get("status"));
	}

	public long squareMetres() {
		return (this.findings.get("squareMetres") instanceof Number area) ? area.longValue() : 0;
	}

	/** Where others of the same round are found that may lie on the same ground. */
	List<String> cells() {
		return (this.outline != null) ? this.outline.cells().stream().map((cell) -> round() + "/" + cell).toList()
				: List.of();
	}

	/** The node. */
	Map<String, @Nullable Object> properties() {
		Map<String, @Nullable Object> properties = new HashMap<>(this.findings);
		properties.put("id", id());
		properties.put("parcel", this.parcel);
		properties.put("county", this.county);
		properties.put("outline", (this.outline != null) ? this.outline.toString() : null);
		return properties;
	}

}
