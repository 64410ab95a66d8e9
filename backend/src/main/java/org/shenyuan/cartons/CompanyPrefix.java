package org.shenyuan.cartons;

import org.shenyuan.labels.Sscc;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

/**
 * The GS1 company prefix under which a party numbers its cartons. That it is the party's
 * own is the party's word: GS1 keeps the register.
 *
 * @param extension the first digit of its SSCCs; a party that numbers cartons elsewhere
 * too keeps one for here
 * @param used serial references handed out so far
 */
record CompanyPrefix(String prefix, int extension, long used) {

	/**
	 * @throws Refused with the field that is wrong
	 */
	CompanyPrefix {
		if (!Sscc.isPrefix(prefix)) {
			throw new Refused(Refusal.of("carton.prefix", "prefix", "given", Refusal.shown(prefix)));
		}
		if (extension < 0 || extension > 9) {
			throw new Refused(Refusal.of("carton.extension", "extension", "given", extension));
		}
	}

	/** Serial references that are left. */
	long left() {
		return Sscc.serials(this.prefix) - this.used;
	}

}
