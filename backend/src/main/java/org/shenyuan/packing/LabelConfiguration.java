package org.shenyuan.packing;

import java.io.IOException;
import java.nio.file.Path;

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

	@Bean
	Typeface typeface() {
		return Typeface.notoSansSc();
	}

}
