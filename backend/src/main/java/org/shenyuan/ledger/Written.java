package org.shenyuan.ledger;

import java.time.DateTimeException;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a time or a day as ISO 8601 writes it, and nothing else: a bare number could be
 * seconds, milliseconds or days, and has no zone.
 */
final class Written<T> extends StdScalarDeserializer<T> {

	private final transient Function<String, T> parse;

	Written(Class<T> type, Function<String, T> parse) {
		super(type);
		this.parse = parse;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T deserialize(JsonParser json, DeserializationContext context) {
		if (!json.hasToken(JsonToken.VALUE_STRING)) {
			return (T) context.handleUnexpectedToken(getValueType(context), json);
		}
		try {
			return this.parse.apply(json.getString());
		}
		catch (DateTimeException ex) {
			return (T) context.handleWeirdStringValue(handledType(), json.getString(), "not ISO 8601");
		}
	}

}
