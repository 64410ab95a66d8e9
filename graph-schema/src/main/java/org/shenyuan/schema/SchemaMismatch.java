package org.shenyuan.schema;

/**
 * The graph was migrated by a program that does not agree with this one: a newer one, or
 * one whose migration of the same number reads differently. Nothing has been changed.
 */
public final class SchemaMismatch extends RuntimeException {

	SchemaMismatch(String message) {
		super(message);
	}

}
