package org.shenyuan.land;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which bases are certified, for anybody. County and town, never where exactly. */
@Controller
class BasesPage {

	/** Long enough for what was dug under it to be on a shelf. */
	private static final int YEARS_SHOWN = 10;

	private final Certificates certificates;

	private final Clock clock;

	private final ZoneId zone;

	BasesPage(Certificates certificates, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.certificates = certificates;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping("/bases")
	String bases(Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		model.addAttribute("today", today);
		model.addAttribute("papers", this.certificates.since(today.minusYears(YEARS_SHOWN)));
		return "land/bases";
	}

}
