package org.shenyuan.web;

/** One thing to choose in a form: what is sent, and how a person reads it. */
public record Choice(String value, String label) {
}
