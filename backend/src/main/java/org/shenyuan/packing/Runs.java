package org.shenyuan.packing;

import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Component;

/** Label runs for those who print and watch them. */
@Component
class Runs {

	private final Lots lots;

	private final Access access;

	Runs(Lots lots, Access access) {
		this.lots = lots;
		this.access = access;
	}

	/**
	 * @throws Refused if there is none that the author may see
	 */
	LabelRun find(String run, Author author) {
		return this.lots.run(run)
			.filter((found) -> found.holder().equals(author.party()) || this.access.isFull(author))
			.orElseThrow(() -> Refused.absent("run", run));
	}

}
