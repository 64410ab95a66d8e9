package org.shenyuan.trace;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.springframework.stereotype.Component;

/** A lot's family and its mass flow, drawn for somebody. */
@Component
public class Portrait {

	private static final int WIDE = 880;

	private static final int NARROW = 344;

	private final Kins kins;

	private final Access access;

	Portrait(Kins kins, Access access) {
		this.kins = kins;
		this.access = access;
	}

	/**
	 * @param lots how many there are in all
	 * @param flow null for a lot that weighs nothing
	 */
	public record Drawn(long lots, Drawing wide, Drawing narrow, @Nullable Flow flow) {
	}

	/** Of a lot that is there and that the author may read. */
	public Drawn of(String lot, Author author) {
		Kin all = this.kins.of(lot);
		List<String> lots = all.nodes().values().stream().filter(Kin.Node::lot).map(Kin.Node::id).toList();
		Set<String> readable = this.access.toLots(author, lots);
		Kin kin = all.toldTo(readable);
		return new Drawn(lots.size(), Drawing.of(kin, readable, WIDE, 5), Drawing.of(kin, readable, NARROW, 2),
				Flow.of(kin, readable));
	}

}
