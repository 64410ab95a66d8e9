package org.shenyuan.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.EventKinds;
import org.shenyuan.events.TraceEvent;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Events as JSON: what is sent, hashed, kept and shown is one text. An unknown field is
 * refused, because a mistyped one would silently say nothing.
 */
public final class EventJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.registerSubtypes(EventKinds.all()
			.entrySet()
			.stream()
			.map((kind) -> new NamedType(kind.getValue(), kind.getKey()))
			.toArray(NamedType[]::new))
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		// A laboratory's 0.40 stays 0.40, and has one hash, by whichever door it comes.
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE, DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.withCoercionConfig(LogicalType.Textual,
				(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.addModule(new SimpleModule("times")
			.addDeserializer(OffsetDateTime.class, new Written<>(OffsetDateTime.class, OffsetDateTime::parse))
			.addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse)))
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private EventJson() {
	}

	/**
	 * @throws tools.jackson.core.JacksonException when it is not such an event
	 */
	public static TraceEvent read(JsonNode json) {
		return given(MAPPER.treeToValue(json, TraceEvent.class));
	}

	/**
	 * @throws tools.jackson.core.JacksonException when it is not JSON
	 */
	public static JsonNode tree(String json) {
		return MAPPER.readTree(json);
	}

	public static TraceEvent read(String json) {
		return given(MAPPER.readValue(json, TraceEvent.class));
	}

	/** The JSON word null is an absent event, not one without fields. */
	private static TraceEvent given(@Nullable TraceEvent event) {
		if (event == null) {
			throw MismatchedInputException.from(null, TraceEvent.class, "null");
		}
		return event;
	}

	/** Canonical: sorted, without nulls or white space. */
	public static String write(TraceEvent event) {
		return MAPPER.writerFor(TraceEvent.class).writeValueAsString(event);
	}

	static String writeRemarks(List<Refusal> remarks) {
		return MAPPER.writeValueAsString(remarks);
	}

	static List<Refusal> readRemarks(String json) {
		return List.of(MAPPER.readValue(json, Refusal[].class));
	}

	/** SHA-256, hexadecimal. */
	public static String hash(String canonical) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
