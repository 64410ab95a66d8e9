package org.shenyuan.web;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the reader is, and the same page in each language.
 *
 * @param path without the query
 */
record Address(String path, List<Language> languages) {

	/**
	 * One language to read in.
	 *
	 * @param link to the page in it: a query alone, so that it keeps the address
	 */
	record Language(String tag, String name, String link, boolean current) {
	}

	static Address of(HttpServletRequest request) {
		String now = LocaleContextHolder.getLocale().getLanguage();
		return new Address(request.getRequestURI(), List.of(language(request, "zh", "中文", now),
				language(request, "en", "English", now), language(request, "ko", "한국어", now)));
	}

	private static Language language(HttpServletRequest request, String tag, String name, String now) {
		String query = request.getMethod().equals("GET") ? Objects.requireNonNullElse(request.getQueryString(), "")
				: "";
		String link = UriComponentsBuilder.newInstance()
			.query(query)
			.replaceQueryParam("lang", tag)
			.build()
			.toUriString();
		return new Language(tag, name, link, tag.equals(now));
	}

}
