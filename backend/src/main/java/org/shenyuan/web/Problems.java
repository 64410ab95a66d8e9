package org.shenyuan.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.graph.DiskFull;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/**
 * Problems of the API as RFC 9457 says them: every violation with its key, its field and
 * its numbers, and a bug with an id by which it is found in the log, and nothing else.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	private final Sentences sentences;

	private final MessageSource messages;

	Problems(Sentences sentences, MessageSource messages) {
		this.sentences = sentences;
		this.messages = messages;
	}

	/**
	 * One reason.
	 *
	 * @param message the sentence in the reader's language
	 */
	record Violation(String key, @Nullable String field, @Nullable Integer line, Map<String, Object> values,
			String message) {
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
		boolean unknown = refused.refusals().stream().allMatch((refusal) -> refusal.key().equals("not-found"));
		HttpStatus status = refused.isConflict() ? HttpStatus.CONFLICT
				: (unknown ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT);
		return problem(status, refused.isConflict() ? "conflict" : (unknown ? "not-found" : "refused"),
				refused.refusals(), locale);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notJson(JacksonException ex, Locale locale) {
		return problem(HttpStatus.BAD_REQUEST, "unreadable", List.of(Unreadable.refusal(ex)), locale);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notReadable(HttpMessageNotReadableException ex, Locale locale) {
		return (ex.getCause() instanceof JacksonException cause) ? notJson(cause, locale)
				: problem(HttpStatus.BAD_REQUEST, "unreadable", List.of(Refusal.of("json.empty", null)), locale);
	}

	/** An id that is none, a number that is none, in the address. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException ex, Locale locale) {
		return problem(HttpStatus.BAD_REQUEST, "unreadable", List.of(mistyped(ex.getName(), ex.getValue())), locale);
	}

	/** The same for several of them at once. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> mistyped(BindException ex, Locale locale) {
		return problem(HttpStatus.BAD_REQUEST, "unreadable",
				ex.getFieldErrors()
					.stream()
					.map((error) -> mistyped(error.getField(), error.getRejectedValue()))
					.toList(),
				locale);
	}

	static Refusal mistyped(String name, @Nullable Object value) {
		String given = String.valueOf(value).replaceAll("\\p{C}", "\uFFFD");
		return Refusal.of("json.value", name, "given", given.substring(0, Math.min(40, given.length())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> anything(Exception ex, Locale locale) {
		if (ex instanceof ErrorResponse known) {
			return ResponseEntity.status(known.getStatusCode())
				.headers(known.getHeaders())
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(known.getBody());
		}
		HttpStatus status = failed(ex);
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setTitle(this.messages.getMessage("problem." + status.value(), null, locale));
		problem.setProperty("id", TraceIds.current());
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	/** What is not the sender's fault, and noted for those whose it is. */
	static HttpStatus failed(Exception ex) {
		if (Graph.isAway(ex)) {
			LOG.warn("The graph does not answer: {}", ex.getMessage());
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		if (ex instanceof DiskFull) {
			LOG.error("The disk is full: {}", ex.getMessage());
			return HttpStatus.INSUFFICIENT_STORAGE;
		}
		LOG.error("Failure {}", TraceIds.current(), ex);
		return HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private ResponseEntity<ProblemDetail> problem(HttpStatus status, String kind, List<Refusal> refusals,
			Locale locale) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setType(URI.create("urn:shenyuan:problem:" + kind));
		problem.setTitle(this.messages.getMessage("problem." + kind, null, locale));
		problem.setProperty("errors",
				refusals.stream()
					.map((refusal) -> new Violation(refusal.key(), refusal.field(), refusal.line(),
							new LinkedHashMap<>(refusal.values()), this.sentences.say(refusal, locale)))
					.toList());
		return ResponseEntity.status(status).body(problem);
	}

}
