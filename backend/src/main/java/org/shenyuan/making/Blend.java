package org.shenyuan.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.shenyuan.trace.Age;
import org.shenyuan.trace.Trace;

/**
 * What several lots become when they are put together: every share is the mean of theirs,
 * by weight.
 *
 * @param parts what goes in
 * @param traced per cent that leads back to a registered base, {@code certified} per cent
 * dug under a valid certificate
 * @param age of all of it, null for what has none
 * @param sources per cent from each base by its name, the largest first; from outside
 * under an empty name
 */
record Blend(List<Part> parts, long grams, BigDecimal traced, BigDecimal certified, @Nullable Age age,
		Map<String, BigDecimal> sources) {

	/** A portion of a lot, and where that lot came from. */
	record Part(long grams, Trace trace) {
	}

	/**
	 * @param parts at least one
	 */
	static Blend of(List<Part> parts) {
		Map<String, BigDecimal> sources = new LinkedHashMap<>();
		parts.forEach((part) -> part.trace()
			.sources()
			.forEach((source) -> sources.merge(Objects.requireNonNullElse(source.name(), ""),
					source.share().multiply(BigDecimal.valueOf(part.grams())), BigDecimal::add)));
		long grams = parts.stream().mapToLong(Part::grams).sum();
		Map<String, BigDecimal> shares = new LinkedHashMap<>();
		sources.entrySet()
			.stream()
			.sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
			.forEach((source) -> shares.put(source.getKey(), percent(source.getValue(), grams)));
		return new Blend(parts, grams, mean(parts, Trace::traced, grams), mean(parts, Trace::certified, grams),
				age(parts), shares);
	}

	/** Whether some part loses a claim that it could make alone. */
	public boolean lowers() {
		return this.parts.stream()
			.anyMatch((part) -> part.trace().traced().compareTo(this.traced) > 0
					|| part.trace().certified().compareTo(this.certified) > 0);
	}

	private static BigDecimal mean(List<Part> parts, Function<Trace, BigDecimal> share, long grams) {
		return percent(parts.stream()
			.map((part) -> share.apply(part.trace()).multiply(BigDecimal.valueOf(part.grams())))
			.reduce(BigDecimal.ZERO, BigDecimal::add), grams);
	}

	/** Never rounded up to a whole that it is not. */
	private static BigDecimal percent(BigDecimal weighed, long grams) {
		return weighed.divide(BigDecimal.valueOf(grams), 1, RoundingMode.DOWN);
	}

	/** Null as soon as one part has none, as what was bought outside. */
	private static @Nullable Age age(List<Part> parts) {
		Age age = parts.getFirst().trace().age();
		for (Part part : parts) {
			Age other = part.trace().age();
			age = (age != null && other != null) ? age.and(other) : null;
		}
		return age;
	}

}
