package org.shenyuan.scan;

import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelNumber;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What scans need besides labels. */
@Configuration(proxyBeanMethods = false)
class ScanConfiguration {

	/**
	 * Derived from the label keys: every backend has the same, and nobody else can guess
	 * it.
	 */
	@Bean
	ScanCounts.Salt salt(LabelKeys keys) {
		LabelCode never = keys.encode(keys.newest(), new LabelNumber(LabelNumber.LAST_RUN, LabelNumber.LAST_INDEX));
		return new ScanCounts.Salt("scan networks " + never.text());
	}

}
