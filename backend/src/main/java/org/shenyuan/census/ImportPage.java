package org.shenyuan.census;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.shenyuan.census.CensusImports.Line;
import org.shenyuan.census.CensusImports.Preview;
import org.shenyuan.census.Sketch.Drawn;
import org.shenyuan.events.Role;
import org.shenyuan.geometry.FaultyOutline;
import org.shenyuan.geometry.Outline;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Reserved;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A census file is looked at first, and recorded as it was looked at. Between the two it
 * waits in the session, one file a person.
 */
@Controller
@RequestMapping("/census/import")
class ImportPage {

	private static final String WAITING = "census";

	private static final int MOST_SHOWN = 200;

	/** So far from the others that nothing else would be seen beside it. */
	private static final Set<String> ASTRAY = Set.of("outline.swapped", "outline.outside", "outline.large");

	private final CensusImports imports;

	private final Forms forms;

	private final Terms terms;

	ImportPage(CensusImports imports, Forms forms, Terms terms) {
		this.imports = imports;
		this.forms = forms;
		this.terms = terms;
	}

	/** The fields of the page, for reasons to stand beside. */
	record ImportForm(String file) {
	}

	/** A file that was looked at. */
	private static final class Waiting {

		private final String hash;

		private final byte[] bytes;

		Waiting(String hash, byte[] bytes) {
			this.hash = hash;
			this.bytes = bytes;
		}

	}

	@GetMapping
	ModelAndView open(Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return page(new ModelAndView("census/import"));
	}

	@PostMapping("/preview")
	ModelAndView preview(@RequestParam MultipartFile file, Author author, HttpSession session) throws IOException {
		Reserved.to(Role.AUTHORITY, author);
		try {
			byte[] bytes = file.getBytes();
			Preview preview = this.imports.preview(author, bytes);
			session.setAttribute(WAITING, new Waiting(preview.hash(), bytes));
			return preview(preview, String.valueOf(file.getOriginalFilename()));
		}
		catch (Refused refused) {
			return page(this.forms.again("census/import", refused, ImportForm.class));
		}
	}

	@PostMapping("/record")
	ModelAndView record(@RequestParam String hash, Author author, HttpSession session, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			if (!(session.getAttribute(WAITING) instanceof Waiting waiting) || !waiting.hash.equals(hash)) {
				throw new Refused(Refusal.of("census.waiting", "file"));
			}
			this.imports.record(author, waiting.bytes);
			session.removeAttribute(WAITING);
			return this.forms.done(flash, "census", "/census");
		}
		catch (Refused refused) {
			return page(this.forms.again("census/import", refused, ImportForm.class));
		}
	}

	private ModelAndView page(ModelAndView page) {
		page.addObject("columns", this.terms.of("censusColumn"));
		return page;
	}

	private static ModelAndView preview(Preview preview, String name) {
		ModelAndView page = new ModelAndView("census/preview");
		page.addObject("preview", preview);
		page.addObject("name", (name.length() > 60) ? name.substring(0, 60) : name);
		page.addObject("lines", preview.lines().stream().limit(MOST_SHOWN).toList());
		page.addObject("sketch", Sketch.of(preview.lines().stream().flatMap(ImportPage::drawn).toList()));
		return page;
	}

	private static Stream<Drawn> drawn(Line line) {
		boolean astray = line.refusals().stream().anyMatch((refusal) -> ASTRAY.contains(refusal.key()));
		Outline outline = astray ? null : shape(line.survey().outline());
		return (outline == null) ? Stream.empty()
				: Stream.of(new Drawn(line.survey().parcel(), outline, line.refusals().isEmpty() ? "now" : "faulty"));
	}

	/** Also of an outline that crosses itself, so that one sees where. */
	private static @Nullable Outline shape(@Nullable String text) {
		try {
			return (text != null) ? Outline.read(text) : null;
		}
		catch (FaultyOutline ex) {
			return null;
		}
	}

}
