package org.shenyuan.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a form or an address that is no UTF-8 with status 400, and a form with more
 * text in it than anybody types with status 413, where whoever asks for the first field
 * would fail. Comes after the filter that says how forms are spelt.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ReadableForms extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		int problem = problem(request);
		if (problem == 0) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(new Wordless(request), response);
		}
		else {
			response.sendError(problem);
		}
	}

	/** The page that says so asks for fields as well. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static int problem(HttpServletRequest request) {
		try {
			request.getParameterMap();
			return 0;
		}
		catch (InvalidParameterException ex) {
			return ex.getErrorCode();
		}
		catch (IllegalStateException ex) {
			// Of a form in parts the container says no more than that.
			return HttpStatus.CONTENT_TOO_LARGE.value();
		}
	}

	private static final class Wordless extends HttpServletRequestWrapper {

		Wordless(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

	}

}
