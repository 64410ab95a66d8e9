package org.shenyuan.vocabulary;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One word of one list, for example {@code product/RED} 红参.
 *
 * @param latin the scientific name, for a species
 * @param language what labels are written in, for a market
 * @param raw for a product: dug, lifted or collected, never made by processing
 */
public record Term(String scheme, String code, String zh, String en, String ko, @Nullable String latin,
		@Nullable String language, boolean raw) {

	public String in(Locale locale) {
		return switch (locale.getLanguage()) {
			case "zh" -> this.zh;
			case "ko" -> this.ko;
			default -> this.en;
		};
	}

}
