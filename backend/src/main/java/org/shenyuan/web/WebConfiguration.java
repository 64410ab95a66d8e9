package org.shenyuan.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Languages and time. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	/** The first is what somebody gets whose browser asks for none of them. */
	static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH, Locale.KOREAN);

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/**
	 * What the browser asks for, unless {@code ?lang=} chose another; remembered for a
	 * year.
	 */
	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieSameSite("Lax");
		resolver.setCookieHttpOnly(true);
		resolver.setRejectInvalidCookies(false);
		resolver.setDefaultLocaleFunction((request) -> {
			String asked = request.getHeader("Accept-Language");
			if (asked == null || asked.length() > 200) {
				return LANGUAGES.getFirst();
			}
			return best(asked);
		});
		return resolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor change = new LocaleChangeInterceptor();
		change.setParamName("lang");
		change.setIgnoreInvalidLocale(true);
		registry.addInterceptor(change);
	}

	private static Locale best(String asked) {
		try {
			Locale best = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
			return (best != null) ? best : LANGUAGES.getFirst();
		}
		catch (IllegalArgumentException ex) {
			return LANGUAGES.getFirst();
		}
	}

}
