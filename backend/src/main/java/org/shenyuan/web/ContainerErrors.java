package org.shenyuan.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What failed or was turned away before it reached a controller, by a filter, is told
 * like what fails in one.
 */
@Hidden
@Controller
class ContainerErrors implements ErrorController {

	private static final int NOT_FOUND = 404;

	@RequestMapping("/error")
	void again(HttpServletRequest request) throws Exception {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
			throw failure;
		}
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given) ? given
				: NOT_FOUND;
		throw new ErrorResponseException(HttpStatusCode.valueOf(status));
	}

}
