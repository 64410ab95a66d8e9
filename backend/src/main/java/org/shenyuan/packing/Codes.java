package org.shenyuan.packing;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelKeys.Issued;
import org.shenyuan.ledger.LabelNames;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusals;
import org.springframework.stereotype.Component;

/** Which label a code is, however it comes: typed, or as a scanner reads the symbol. */
@Component
public class Codes implements LabelNames {

	private static final int LONGEST = 300;

	/**
	 * The end of either link. Whose host stands before it does not matter: the code
	 * proves itself, and addresses change while labels lie in a drawer.
	 */
	private static final Pattern LINK = Pattern.compile("(?i)/(?:01/[0-9]{14}/21|t)/([0-9a-z-]{16,40})(?=[/?#\\s]|$)");

	/** What a hand scanner types of a GS1 DataMatrix: the elements, run together. */
	private static final Pattern ELEMENTS = Pattern.compile("(?i)(?:\\]d2)?\u001d?(?:01[0-9]{14}21|90)([0-9a-z]{16})");

	private final LabelKeys keys;

	private final Lots lots;

	Codes(LabelKeys keys, Lots lots) {
		this.keys = keys;
		this.lots = lots;
	}

	/** A label that was issued. */
	public record Found(LabelRun run, long label) {
	}

	/** The label with a code; none when the code was never issued. */
	public Optional<Found> find(LabelCode code) {
		return this.keys.decode(code)
			.flatMap((issued) -> this.lots.run((long) issued.number().run())
				.filter((run) -> has(run, issued))
				.map((run) -> new Found(run, issued.number().index())));
	}

	/** Whether a run has a label that a code names, made with the run's key. */
	public static boolean has(LabelRun run, Issued label) {
		return run.keyVersion() == label.keyVersion() && label.number().index() <= run.count();
	}

	@Override
	public @Nullable Long number(String run, String field, String typed, Refusals refusals) {
		LabelCode code = read(typed).orElse(null);
		if (code == null) {
			return null;
		}
		Found found = find(code).orElse(null);
		if (found == null) {
			refusals.refuse("labels.code.unknown", field, "code", code.printed());
			return 1L;
		}
		if (!found.run().id().equals(run)) {
			refusals.refuse("labels.code.other", field, "code", code.printed(), "label", found.label(), "of",
					found.run().id(), "run", run);
		}
		return found.label();
	}

	/** The code in what somebody typed, or a scanner sent as keys, in whatever width. */
	public static Optional<LabelCode> read(String typed) {
		if (typed.length() > LONGEST) {
			return Optional.empty();
		}
		String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
		Matcher link = LINK.matcher(text);
		Matcher elements = ELEMENTS.matcher(text);
		return LabelCode.read(link.find() ? link.group(1) : (elements.matches() ? elements.group(1) : text));
	}

}
