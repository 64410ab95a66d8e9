package org.shenyuan.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Under which certificates of conformity the goods of a lot stand.
 *
 * @param sources of the goods, followed back to the last declaration, or to whoever dug,
 * bought or made them
 */
public record Conformity(List<Source> sources) {

	/**
	 * @param number of the declaration over the lot, null when there is none
	 * @param producer who answers for the goods; goods bought outside are of a producer
	 * of their own
	 */
	public record Source(String lot, @Nullable String number, String producer) {
	}

	/** Goods of several producers were put together since anybody declared anything. */
	public boolean isMixed() {
		return producers().size() > 1;
	}

	public Set<String> producers() {
		return new TreeSet<>(this.sources.stream().map(Source::producer).toList());
	}

	/**
	 * Whether a certificate of this number goes with the goods, and every source has one.
	 */
	public boolean has(String number) {
		return this.sources.stream().anyMatch((source) -> number.equals(source.number())) && undeclared().isEmpty();
	}

	public List<String> lots() {
		return this.sources.stream().map(Source::lot).toList();
	}

	/** The sources that nobody declared anything of. */
	public List<String> undeclared() {
		return this.sources.stream().filter((source) -> source.number() == null).map(Source::lot).toList();
	}

}
