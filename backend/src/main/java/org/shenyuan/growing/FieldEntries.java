package org.shenyuan.growing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Growing;
import org.shenyuan.growing.FieldForm.Act;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Events;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Recorded;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Records what was typed beside a bed. */
@Component
class FieldEntries {

	private final Ledger ledger;

	private final Lots lots;

	private final Forms forms;

	private final FieldPhotos photos;

	private final Events events;

	private final Access access;

	private final LocalUnits units;

	FieldEntries(Ledger ledger, Lots lots, Forms forms, FieldPhotos photos, Events events, Access access,
			LocalUnits units) {
		this.ledger = ledger;
		this.lots = lots;
		this.forms = forms;
		this.photos = photos;
		this.events = events;
		this.access = access;
		this.units = units;
	}

	/**
	 * @throws Refused if it cannot be read, or is not so
	 */
	Recorded record(Act act, FieldForm form, @Nullable List<MultipartFile> files, Author author) throws IOException {
		Entered entered = this.forms.entered();
		List<String> hashes = this.photos.keep((files != null) ? files : List.of());
		Growing event = form.event(act, entered, author.party(),
				(stand) -> this.lots.find(stand).map(Lot::plot).orElse(stand),
				(plot, day) -> this.units.of(author.party(), day).getOrDefault(plot, Map.of()), hashes);
		entered.stop();
		return this.ledger.append(author, event);
	}

	/**
	 * A photograph of an event.
	 * @throws Refused if there is none, or the author may not see it
	 */
	byte[] photo(UUID event, String hash, Author author) throws IOException {
		this.access.toEvent(author, event);
		boolean shown = this.events.find(event)
			.map((entry) -> EventJson.tree(entry.event()).at("/evidence/photos"))
			.stream()
			.flatMap((hashes) -> hashes.valueStream())
			.anyMatch((known) -> known.asString().equals(hash));
		return (shown ? this.photos.find(hash) : Optional.<byte[]>empty())
			.orElseThrow(() -> Refused.absent("hash", hash));
	}

	/**
	 * @throws Refused if nothing is called so
	 */
	static Act act(String name) {
		for (Act act : Act.values()) {
			if (act.name().toLowerCase(Locale.ROOT).equals(name)) {
				return act;
			}
		}
		throw Refused.absent("act", name);
	}

}
