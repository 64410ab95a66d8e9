package org.shenyuan.schema;

/**
 * The graph cannot be started. The message is one line: what is in the way, where, and
 * what to do about it.
 */
public final class GraphUnavailable extends RuntimeException {

	GraphUnavailable(String message, Throwable cause) {
		super(message, cause);
	}

}
