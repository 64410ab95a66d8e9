package org.shenyuan.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.shenyuan.census.Terrain.Base;
import org.shenyuan.census.Terrain.Plot;
import org.shenyuan.census.Terrain.Square;
import org.shenyuan.census.LandMap.Area;
import org.shenyuan.census.LandMap.Cluster;
import org.shenyuan.census.LandMap.Heap;
import org.shenyuan.census.LandMap.Window;
import org.shenyuan.events.Role;
import org.shenyuan.geometry.Position;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Reserved;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The land as a map: counties, then a county, then a part of it or one base. Where land
 * lies is for the authority.
 */
@Controller
class MapPage {

	/** More outlines than this would be slow on a phone, and too small to see. */
	private static final int MOST_PARCELS = 400;

	private final Terrain terrain;

	private final RuleBook rules;

	private final Terms terms;

	private final Forms forms;

	MapPage(Terrain terrain, RuleBook rules, Terms terms, Forms forms) {
		this.terrain = terrain;
		this.rules = rules;
		this.terms = terms;
		this.forms = forms;
	}

	/**
	 * @param within west, south, east and north edge in squares of the census grid
	 */
	@GetMapping("/map")
	ModelAndView map(@RequestParam(defaultValue = "") String county, @RequestParam(defaultValue = "") String base,
			@RequestParam(defaultValue = "") String within, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		if (!base.isEmpty()) {
			return base(this.terrain.base(base, this.forms.today())
				.orElseThrow(() -> new Refused(Refusal.of("not-found", "base", "given", base))));
		}
		return county.isEmpty() ? counties() : county(county, Window.of(within));
	}

	private ModelAndView counties() {
		List<Terrain.County> counties = this.terrain.counties();
		long most = counties.stream().mapToLong(Terrain.County::parcels).max().orElse(1);
		List<Cluster> clusters = new ArrayList<>();
		List<Position> frame = new ArrayList<>();
		for (Terrain.County county : counties) {
			box(county.code()).ifPresent((box) -> {
				Heap heap = new Heap(box, county.parcels());
				frame.addAll(box.corners());
				clusters.add(new Cluster(this.terms.word("county", county.code()), county.parcels(),
						link("county", county.code()), heap.centre(), heap.radius(most)));
			});
		}
		return page("", LandMap.of(List.of(), clusters, frame), 0).addObject("all", counties);
	}

	private ModelAndView county(String county, Window window) {
		List<Square> squares = this.terrain.squares(county);
		long undrawn = squares.stream().filter((square) -> square.id() == null).mapToLong(Square::parcels).sum();
		List<Square> inside = squares.stream()
			.filter((square) -> square.id() != null && window.contains(square))
			.toList();
		long parcels = inside.stream().mapToLong(Square::parcels).sum();
		List<Heap> heaps = (parcels > MOST_PARCELS) ? LandMap.heaps(inside) : List.of();
		boolean clustered = heaps.size() > 1;
		List<Area> areas = clustered ? new ArrayList<>() : new ArrayList<>(parcels(county, inside));
		List<Base> bases = this.terrain.bases(county, this.forms.today());
		bases.forEach((base) -> areas.addAll(plots(base, window)));
		long most = heaps.stream().mapToLong(Heap::parcels).max().orElse(1);
		List<Cluster> clusters = clustered ? heaps.stream()
			.map((heap) -> new Cluster(String.valueOf(heap.parcels()), heap.parcels(),
					UriComponentsBuilder.fromPath("/map")
						.queryParam("county", "{county}")
						.queryParam("within", "{within}")
						.build(county, heap.window())
						.toString(),
					heap.centre(), heap.radius(most)))
			.toList() : List.of();
		List<Position> frame = heaps.stream().flatMap((heap) -> heap.window().corners().stream()).toList();
		return page(county, LandMap.of(areas, clusters, frame), undrawn).addObject("bases", bases)
			.addObject("parcels", parcels)
			.addObject("left", clustered ? 0 : Math.max(0, parcels - MOST_PARCELS));
	}

	private ModelAndView base(Base base) {
		return page(base.county(), LandMap.of(plots(base, Window.all()), List.of(), List.of()), 0)
			.addObject("bases", List.of(base))
			.addObject("base", base);
	}

	private List<Area> parcels(String county, List<Square> squares) {
		List<String> ids = squares.stream().map(Square::id).filter(Objects::nonNull).toList();
		return this.terrain.parcels(county, ids, MOST_PARCELS)
			.stream()
			.map((parcel) -> new Area(parcel.id(), parcel.id(),
					parcel.status().equals("UNSUITABLE") ? "unsuitable" : "level-" + parcel.level(),
					"/census/parcels/" + parcel.id(), parcel.outline()))
			.toList();
	}

	private static List<Area> plots(Base base, Window window) {
		return base.plots()
			.stream()
			.filter((plot) -> window.contains(plot.outline().centre()))
			.map((plot) -> new Area(plot.id(), plot.name(), style(base, plot), "/plots/" + plot.id(), plot.outline()))
			.toList();
	}

	private static String style(Base base, Plot plot) {
		return plot.recalled() ? "recalled" : (base.certified() ? "certified" : "uncertified");
	}

	private ModelAndView page(String county, LandMap map, long undrawn) {
		return new ModelAndView("census/map", Map.of("county", county, "map", map, "undrawn", undrawn, "counties",
				this.terms.of("county"), "latin", !LocaleContextHolder.getLocale().getLanguage().equals("zh")));
	}

	/** Rule {@code county-box}, in squares of the grid. */
	private Optional<Window> box(String county) {
		return RuleBook.inForce(this.rules.all(), "county-box", this.forms.today())
			.filter((rule) -> rule.subject().equals(county))
			.map((rule) -> new Window(square(rule, "west"), square(rule, "south"), square(rule, "east") - 1,
					square(rule, "north") - 1))
			.findFirst();
	}

	private static int square(Rule box, String edge) {
		return box.number(edge).movePointRight(2).intValue();
	}

	private static String link(String name, String value) {
		return UriComponentsBuilder.fromPath("/map").queryParam(name, "{value}").build(value).toString();
	}

}
