package org.shenyuan.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.ledger.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Problems of pages, for people: what is wrong in a sentence, and a bug as the id by
 * which it is found in the log.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ErrorPages {

	private final Sentences sentences;

	private final Problems problems;

	ErrorPages(Sentences sentences, Problems problems) {
		this.sentences = sentences;
		this.problems = problems;
	}

	@ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView refused(Refused refused, HttpServletRequest request) {
		boolean unknown = refused.refusals().stream().allMatch((refusal) -> refusal.key().equals("not-found"));
		ModelAndView page = page(HttpStatusCode.valueOf(unknown ? 404 : 422), request);
		page.addObject("sentences", refused.refusals().stream().map(this.sentences::say).toList());
		return page;
	}

	/** A number that is none, in an address that somebody wrote by hand. */
	@ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView mistyped(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
		ModelAndView page = page(HttpStatusCode.valueOf(400), request);
		page.addObject("sentences", List.of(this.sentences.say(Problems.mistyped(ex.getName(), ex.getValue()))));
		return page;
	}

	@ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
	Object anything(Exception ex, HttpServletRequest request, HttpServletResponse response, Locale locale) {
		if (isOfProgram(request)) {
			return this.problems.anything(ex, locale);
		}
		if (ex instanceof ErrorResponse known) {
			known.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			return page(known.getStatusCode(), request);
		}
		HttpStatus status = Problems.failed(ex);
		ModelAndView page = page(status, request);
		if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
			page.addObject("id", TraceIds.current());
		}
		return page;
	}

	/** For one who takes no pages. */
	@ExceptionHandler
	Object otherwise(Exception ex, Locale locale) {
		return (ex instanceof Refused refused) ? this.problems.refused(refused, locale)
				: this.problems.anything(ex, locale);
	}

	/** A program that says nothing of what it takes means JSON. */
	private static boolean isOfProgram(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String address = (failed instanceof String before) ? before : request.getRequestURI();
		return address.startsWith("/api/") || address.startsWith("/actuator/");
	}

	private static ModelAndView page(HttpStatusCode status, HttpServletRequest request) {
		ModelAndView page = new ModelAndView("error", status);
		page.addObject("status", status.value());
		page.addObject("sentences", List.of());
		page.addObject("address", Address.of(request));
		return page;
	}

}
