package org.shenyuan.web;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id of 32 hexadecimal digits, the one of its {@code traceparent}
 * (W3C Trace Context) if it has one: every line of the log that it causes bears it, the
 * answer has it as {@value #HEADER}, and whoever meets a mistake of ours is shown it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceIds extends OncePerRequestFilter {

	static final String HEADER = "X-Trace-Id";

	private static final String KEY = "traceId";

	private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

	/** Of the request that is being answered. */
	static String current() {
		String id = MDC.get(KEY);
		return (id != null) ? id : fresh();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = id(request);
		request.setAttribute(KEY, id);
		response.setHeader(HEADER, id);
		MDC.put(KEY, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(KEY);
		}
	}

	/** The page that tells of a failure bears the id of the request that failed. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static String id(HttpServletRequest request) {
		if (request.getAttribute(KEY) instanceof String known) {
			return known;
		}
		Matcher parent = PARENT.matcher(String.valueOf(request.getHeader("traceparent")));
		return parent.matches() ? parent.group(1) : fresh();
	}

	private static String fresh() {
		return UUID.randomUUID().toString().replace("-", "");
	}

}
