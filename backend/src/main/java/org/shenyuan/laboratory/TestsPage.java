package org.shenyuan.laboratory;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.laboratory.SampleBook.Sample;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Recorded;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.SeasonFile;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A laboratory's desk: a sample is taken, its values are entered beside their limits,
 * looked at once more, and signed.
 */
@Controller
@RequestMapping("/tests")
class TestsPage {

	private static final String DESK = "laboratory/tests";

	private static final String REPORT = "laboratory/report";

	private final SampleBook samples;

	private final Limits limits;

	private final Ledger ledger;

	private final Forms forms;

	TestsPage(SampleBook samples, Limits limits, Ledger ledger, Forms forms) {
		this.samples = samples;
		this.limits = limits;
		this.ledger = ledger;
		this.forms = forms;
	}

	/** A sample as it was typed. */
	record SampleForm(@Nullable String id, @Label("lot.number") @Nullable String lot,
			@Label("tests.sample") @Nullable String sample, @Label("tests.sampler") @Nullable String sampler,
			@Label("tests.drawn") @Nullable String at) {
	}

	@GetMapping
	ModelAndView desk(@RequestParam(required = false) @Nullable String lot, Author author) {
		Reserved.to(Role.LABORATORY, author);
		return desk(new ModelAndView(DESK),
				new SampleForm(this.forms.id(), lot, this.forms.number("SP"), author.name(), this.forms.now()), author);
	}

	@PostMapping
	ModelAndView take(SampleForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.LABORATORY, author);
		try {
			Entered entered = this.forms.entered();
			Sampled drawn = new Sampled(entered.id(form.id()), entered.time("at", form.at()), author.party(),
					entered.code("lot", form.lot()), entered.code("sample", form.sample()),
					entered.text("sampler", form.sampler()));
			entered.stop();
			this.ledger.append(author, drawn);
			return this.forms.done(flash, "sample", "/tests");
		}
		catch (Refused refused) {
			return desk(this.forms.again(DESK, refused, SampleForm.class), form, author);
		}
	}

	@GetMapping("/report")
	ModelAndView open(@RequestParam(defaultValue = "") String sample, Author author) {
		Reserved.to(Role.LABORATORY, author);
		Sample found = sample(sample);
		ReportForm form = ReportForm.of(this.forms.id(), this.forms.number("T"), this.forms.now(), found.drawn(),
				this.limits.of(found.species(), found.product(), this.forms.today(), LocaleContextHolder.getLocale()));
		return report(new ModelAndView(REPORT), form, found);
	}

	@PostMapping("/report")
	ModelAndView report(ReportForm typed, @RequestParam(required = false) @Nullable MultipartFile file, Author author,
			RedirectAttributes flash) throws IOException {
		Reserved.to(Role.LABORATORY, author);
		Sample found = sample((typed.sample() != null) ? typed.sample() : "");
		ReportForm form = typed.with(hash(file));
		if ("edit".equals(form.step())) {
			return report(new ModelAndView(REPORT), form, found);
		}
		try {
			Entered entered = this.forms.entered();
			Tested report = form.event(entered, author.party(), found.drawn());
			entered.stop();
			if ("sign".equals(form.step())) {
				this.ledger.append(author, report);
				return this.forms.done(flash, "report", "/tests");
			}
			List<Recorded> answers = this.ledger.rehearse(author, SeasonFile.of(List.of(report)));
			ModelAndView check = report(new ModelAndView("laboratory/sign"), form, found);
			check.addObject("report", report);
			check.addObject("findings", answers.getFirst().findings());
			return check;
		}
		catch (Refused refused) {
			return report(this.forms.again(REPORT, refused, ReportForm.class), form, found);
		}
	}

	private ModelAndView desk(ModelAndView page, SampleForm form, Author author) {
		page.addObject("form", form);
		page.addObject("work", this.samples.of(author.party()));
		return page;
	}

	private static ModelAndView report(ModelAndView page, ReportForm form, Sample found) {
		page.addObject("form", form);
		page.addObject("sample", found);
		return page;
	}

	private Sample sample(String typed) {
		String number = typed.strip();
		return this.samples.find(number)
			.orElseThrow(() -> new Refused(Refusal.of("not-found", "sample", "given", number)));
	}

	/** SHA-256 of the file of a report, which stays with the laboratory. */
	private static @Nullable String hash(@Nullable MultipartFile file) throws IOException {
		if (file == null || file.isEmpty()) {
			return null;
		}
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
