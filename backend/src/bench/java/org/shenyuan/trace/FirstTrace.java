package org.shenyuan.trace;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.beans.factory.BeanFactory;

/** What has to be done for a trace that nobody asked for lately. */
public final class FirstTrace {

	/** The statement behind it; takes the parameter {@code lot}. */
	public static final String STATEMENT = Families.BACK.text();

	private FirstTrace() {
	}

	public static Trace of(BeanFactory beans, String lot) {
		return Tracing.of(beans.getBean(Families.class).of(lot).orElseThrow(), LocalDate.now(ZoneOffset.UTC));
	}

}
