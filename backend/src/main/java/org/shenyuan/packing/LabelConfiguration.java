package org.shenyuan.packing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.Ledger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that make label codes, and the typeface. */
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

	/**
	 * From configuration when several backends share them; else made once and kept in the
	 * data folder.
	 */
	@Bean
	LabelKeys labelKeys(@Value("${shenyuan.label-keys:}") String configured, @Value("${shenyuan.data}") Path data)
			throws IOException {
		try {
			return configured.isBlank() ? LabelKeys.load(data) : LabelKeys.parse(configured);
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableKeys((configured.isBlank() ? "" : "shenyuan.label-keys: ") + ex.getMessage(), ex);
		}
	}

	@Bean
	Ledger.KeyVersion keyVersion(LabelKeys keys) {
		return keys::newest;
	}

	/**
	 * The typeface that comes along, and for what it lacks those of the system's that are
	 * named, each as the file of its regular and of its bold weight.
	 */
	@Bean
	Typeface typeface(@Value("${shenyuan.fonts}") List<String> fonts) throws IOException {
		Typeface typeface = Typeface.notoSansSc();
		for (String font : fonts) {
			String[] weights = font.split("/", 2);
			typeface = typeface.orElseInstalled(weights[0], weights[weights.length - 1]);
		}
		return typeface;
	}

}
