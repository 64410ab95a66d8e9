package org.shenyuan.scan;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.shenyuan.rules.FoodWarnings;
import org.shenyuan.scan.Scans.Answer;
import org.shenyuan.web.RateLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public page behind every label. The symbol is all upper case, people type lower
 * case, so every spelling of the path leads here.
 */
@Controller
class ScanPage {

	/** Headers with which a browser says that it prefetches or prerenders. */
	private static final List<String> AHEAD = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

	private final Scans scans;

	private final RateLimit limit;

	private final URI address;

	private final ZoneId zone;

	ScanPage(Scans scans, @Value("${shenyuan.address}") URI address, @Value("${shenyuan.zone}") ZoneId zone,
			@Value("${shenyuan.most-scans-a-minute}") long most) {
		this.limit = new RateLimit(most, Duration.ofMinutes(1));
		this.scans = scans;
		this.address = address;
		this.zone = zone;
	}

	@GetMapping(path = { "/t/{code}", "/T/{code}" }, produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView page(@PathVariable String code) {
		return view(code);
	}

	@GetMapping(path = "/01/{gtin}/21/{code}", produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView digitalLink(@PathVariable String gtin, @PathVariable String code) {
		return view(code);
	}

	/** A code typed by hand. */
	@GetMapping(path = "/t", produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView typed(@RequestParam(defaultValue = "") String code) {
		return view(code);
	}

	@GetMapping(path = { "/t/{code}", "/T/{code}", "/01/{gtin}/21/{code}" },
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Scan> json(@PathVariable String code) {
		Scan scan = this.scans.of(code).scan();
		return ResponseEntity.status(status(scan)).body(scan);
	}

	/**
	 * A scan is counted when a page that somebody looks at says so, never by reading the
	 * page.
	 */
	@PostMapping("/t/{code}/scans")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void count(@PathVariable String code, @RequestHeader(name = "User-Agent", defaultValue = "") String userAgent,
			HttpServletRequest request) {
		this.limit.take(request.getRemoteAddr());
		if (!isAhead(request)) {
			this.scans.count(code, network(request.getRemoteAddr()), userAgent);
		}
	}

	/** Whether a browser fetches what nobody has opened yet. */
	private static boolean isAhead(HttpServletRequest request) {
		return AHEAD.stream().map(request::getHeader).anyMatch((purpose) -> purpose != null && !purpose.isBlank());
	}

	/** The first half of an address: coarse enough to be nobody's. */
	private static String network(String address) {
		int half = address.contains(":") ? address.indexOf(':', address.indexOf(':') + 1)
				: address.indexOf('.', address.indexOf('.') + 1);
		return (half > 0) ? address.substring(0, half) : address;
	}

	private ModelAndView view(String code) {
		Answer answer = this.scans.of(code);
		Scan scan = answer.scan();
		Goods goods = answer.goods();
		ModelAndView view = new ModelAndView("scan/scan", status(scan));
		view.addObject("scan", scan);
		view.addObject("trace", scan.trace());
		view.addObject("view", (goods != null) ? goods.view() : null);
		if (goods != null) {
			Locale locale = LocaleContextHolder.getLocale();
			view.addObject("warnings",
					goods.warnings().stream().map((rule) -> FoodWarnings.words(rule, locale)).toList());
			view.addObject("sorting", goods.sorting());
			view.addObject("link", this.address.resolve("/t/" + scan.code()));
			view.addObject("signOffs", goods.signOffs());
		}
		view.addObject("host", this.address.getAuthority());
		view.addObject("zone", this.zone);
		return view;
	}

	private static HttpStatus status(Scan scan) {
		return (scan.verdict() == Verdict.NOT_OURS) ? HttpStatus.NOT_FOUND : HttpStatus.OK;
	}

}
