package org.shenyuan.web;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what nobody sends in earnest before it fills the memory: a body must say how
 * long it is, and be no longer than its kind may be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyLimit extends OncePerRequestFilter {

	private final DataSize event;

	private final DataSize file;

	private final DataSize census;

	private final DataSize photos;

	BodyLimit(@Value("${shenyuan.longest-event:4MB}") DataSize event,
			@Value("${shenyuan.longest-file:128MB}") DataSize file,
			@Value("${shenyuan.longest-census:16MB}") DataSize census,
			@Value("${shenyuan.longest-photos:16MB}") DataSize photos) {
		this.event = event;
		this.file = file;
		this.census = census;
		this.photos = photos;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		DataSize limit = limit(request.getRequestURI());
		if (request.getHeader("Transfer-Encoding") != null) {
			response.sendError(HttpStatus.LENGTH_REQUIRED.value());
		}
		else if (request.getContentLengthLong() > limit.toBytes()) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private DataSize limit(String address) {
		if (address.startsWith("/api/v1/imports")) {
			return this.file;
		}
		if (Stream.of("/runs/", "/field/", "/api/v1/field/").anyMatch(address::startsWith)) {
			return this.photos;
		}
		return (address.startsWith("/census/") || address.startsWith("/api/v1/census/")) ? this.census : this.event;
	}

}
