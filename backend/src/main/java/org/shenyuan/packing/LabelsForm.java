package org.shenyuan.packing;

import org.jspecify.annotations.Nullable;
import org.shenyuan.web.Label;
import org.springframework.web.multipart.MultipartFile;

/**
 * Any form of the printing desk, as it was filled in.
 *
 * @param act {@link Deed#word()}
 * @param at when the page was opened, so that sending it twice is one event
 * @param first a number, a code, or what a scanner reads, and so is {@code last}
 * @param firstPhoto a photograph of the first label, instead of its number
 * @param cell where on paper the first label is
 */
record LabelsForm(@Nullable String id, @Nullable String act, @Nullable String at,
		@Label("labels.first") @Nullable String first, @Label("labels.last") @Nullable String last,
		@Nullable MultipartFile firstPhoto, @Nullable MultipartFile lastPhoto,
		@Label("labels.reason") @Nullable String reason, @Nullable String approval, @Nullable String cell) {

	/** Whether this is what was sent from a certain form of the page. */
	public boolean isFrom(Deed deed) {
		return deed.word().equals(this.act);
	}

}
