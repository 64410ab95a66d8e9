package org.shenyuan.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice(annotations = Controller.class)
class Frames {

	@ModelAttribute("address")
	Address address(HttpServletRequest request) {
		return Address.of(request);
	}

}
