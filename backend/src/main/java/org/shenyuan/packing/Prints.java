package org.shenyuan.packing;

import java.io.IOException;
import java.util.Objects;

import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.SelfCheck;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Sheets.Choice;
import org.shenyuan.packing.Wanted.Portion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What of a run is printed on what, looked at before the first byte goes out. */
@Component
class Prints {

	private final Lots lots;

	private final Sheets sheets;

	private final Access access;

	private final int part;

	private final int selfCheck;

	/**
	 * @param part the most labels of one PDF, which is made in memory
	 * @param selfCheck how many labels of each file are read back
	 */
	Prints(Lots lots, Sheets sheets, Access access, @Value("${shenyuan.labels.part}") int part,
			@Value("${shenyuan.labels.self-check}") int selfCheck) {
		this.lots = lots;
		this.sheets = sheets;
		this.access = access;
		this.part = part;
		this.selfCheck = selfCheck;
	}

	/** Labels that can be printed as they are. */
	record Print(Choice choice, LabelSheet sheet, Job job) {
	}

	/** The most labels of one PDF. */
	int part() {
		return this.part;
	}

	/**
	 * A run for those who print and watch it.
	 * @throws Refused if there is none that the author may see
	 */
	LabelRun run(String run, Author author) {
		return this.lots.run(run)
			.filter((found) -> found.holder().equals(author.party()) || this.access.isFull(author))
			.orElseThrow(() -> new Refused(Refusal.of("not-found", "run", "given", run)));
	}

	/**
	 * @throws Refused if there are no such labels or cells, or they cannot be printed so
	 */
	Print of(LabelRun run, Wanted wanted, Portion portion) throws IOException {
		Choice choice = this.sheets.choice(run.holder(), wanted);
		int first = Objects.requireNonNullElse(portion.first(), 1);
		int last = (portion.last() != null) ? portion.last() : (int) run.count();
		int cell = Objects.requireNonNullElse(portion.cell(), 1);
		if (first < 1 || first > last || last > run.count()) {
			throw new Refused(Refusal.of("labels.range", "last", "first", first, "last", last, "count", run.count()));
		}
		if (cell < 1 || cell > choice.stock().cells()) {
			throw new Refused(Refusal.of("labels.cell", "cell", "cells", choice.stock().cells(), "given", cell));
		}
		return new Print(choice, this.sheets.sheet(run, choice), this.sheets.job(run, choice, first, last, cell));
	}

	/**
	 * @throws Refused if it is more than one PDF may hold
	 */
	void requirePart(Job job) {
		int labels = job.to() - job.from() + 1;
		if (labels > this.part) {
			throw new Refused(Refusal.of("labels.part", "last", "most", this.part, "first", job.from(), "last",
					job.to(), "asked", labels));
		}
	}

	/**
	 * Reads some of the labels back as a scanner would.
	 * @throws Refused if one does not say what it should
	 */
	void requireReadable(Print print) {
		try {
			new SelfCheck(print.sheet()).demand(print.job(), this.selfCheck);
		}
		catch (LabelRefused ex) {
			throw Sheets.refused(ex);
		}
	}

}
