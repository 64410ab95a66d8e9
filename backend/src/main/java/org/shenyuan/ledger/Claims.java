package org.shenyuan.ledger;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.graph.Tx;

/**
 * What a lot may claim, computed from its ancestors.
 *
 * @param youngest and {@code oldest} growing seasons, null when unknown
 * @param traced per cent by weight that leads back to a base
 * @param certified per cent by weight dug under a valid certificate
 * @param organic whether every gram was dug under a valid organic certificate
 * @param counties of every source that is known
 * @param cultivations in which the roots were grown
 * @param conformity under which certificates of conformity the goods stand
 */
public record Claims(String species, String product, @Nullable Integer youngest, @Nullable Integer oldest,
		BigDecimal traced, BigDecimal certified, boolean organic, Set<String> counties, Set<String> cultivations,
		Conformity conformity) {

	/** Reads them in a running transaction. */
	@FunctionalInterface
	public interface Reader {

		Claims of(Tx tx, String lot);

	}

}
