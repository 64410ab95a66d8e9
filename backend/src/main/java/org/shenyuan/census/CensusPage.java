package org.shenyuan.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.census.Sketch.Drawn;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Role;
import org.shenyuan.geometry.Outline;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Reserved;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much land there is, and what is known of each parcel. */
@Controller
@RequestMapping("/census")
class CensusPage {

	private static final int PAGE = 100;

	private final Parcels parcels;

	CensusPage(Parcels parcels) {
		this.parcels = parcels;
	}

	@GetMapping
	String census(Author author, Model model) {
		Reserved.to(Role.AUTHORITY, author);
		List<Parcels.Sum> sums = this.parcels.sums();
		model.addAttribute("sums", sums);
		model.addAttribute("parcels", sums.stream().mapToLong(Parcels.Sum::parcels).sum());
		return "census/census";
	}

	@GetMapping("/{county}/{round}")
	String list(@PathVariable String county, @PathVariable String round, @RequestParam(defaultValue = "") String status,
			@RequestParam(defaultValue = "") String after, Author author, Model model) {
		Reserved.to(Role.AUTHORITY, author);
		List<Parcels.Entry> page = this.parcels.list(county, round, status, after, PAGE);
		List<Parcels.Sum> sums = this.parcels.sums()
			.stream()
			.filter((sum) -> sum.county().equals(county) && sum.round().equals(round))
			.toList();
		model.addAttribute("county", county);
		model.addAttribute("round", round);
		model.addAttribute("status", status);
		model.addAttribute("entries", page);
		model.addAttribute("sums", sums);
		model.addAttribute("squareMetres",
				sums.stream()
					.filter((sum) -> status.isEmpty() || sum.status().equals(status))
					.mapToLong(Parcels.Sum::squareMetres)
					.sum());
		model.addAttribute("next", (page.size() < PAGE) ? null : page.getLast().parcel());
		return "census/list";
	}

	@GetMapping("/parcels/{parcel}")
	String parcel(@PathVariable("parcel") String id, Author author, Model model) {
		Parcels.Parcel parcel = this.parcels.find(id)
			.filter((found) -> found.isOpenTo(author))
			.orElseThrow(() -> Refused.absent("parcel", id));
		model.addAttribute("parcel", parcel);
		model.addAttribute("latest", parcel.surveys().getFirst());
		model.addAttribute("sketch", Sketch.of(drawn(parcel)));
		return "census/parcel";
	}

	/** Earlier outlines below the latest, and the plots, which have names, on top. */
	private static List<Drawn> drawn(Parcels.Parcel parcel) {
		List<Drawn> drawn = new ArrayList<>();
		for (LandSurvey survey : parcel.surveys().reversed()) {
			boolean latest = survey.equals(parcel.surveys().getFirst());
			outline("", survey.outline(), latest ? "now" : "earlier").forEach(drawn::add);
		}
		parcel.plots().forEach((plot) -> outline(plot.id(), plot.outline(), "plot").forEach(drawn::add));
		return drawn;
	}

	private static Stream<Drawn> outline(String name, @Nullable String text, String style) {
		Optional<Outline> outline = Outline.find(text);
		return outline.map((shape) -> new Drawn(name, shape, style)).stream();
	}

}
