package org.shenyuan.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.EventKinds;
import org.shenyuan.events.TraceEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Events as JSON: what is sent, hashed, kept and shown is one text. An unknown field is
 * refused, because a mistyped one would silently say nothing.
 */
public final class EventJson {

	private static final String GRAMS = "grams";

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

	/** Keeps a mass apart from a number: the one is read in kilograms. */
	private static final JsonMapper FINDINGS = MAPPER.rebuild()
		.addModule(new SimpleModule("masses").addSerializer(Mass.class, new StdSerializer<>(Mass.class) {
			@Override
			public void serialize(Mass mass, JsonGenerator json, SerializationContext context) {
				json.writeStartObject().writeNumberProperty(GRAMS, mass.grams()).writeEndObject();
			}
		}))
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

	static String writeFindings(List<Finding> findings) {
		return FINDINGS.writeValueAsString(findings);
	}

	/** What was kept with an event; nothing of an event to which no rule applied. */
	public static List<Finding> readFindings(@Nullable String json) {
		return (json != null) ? Stream.of(FINDINGS.readValue(json, Finding[].class)).map(EventJson::weighed).toList()
				: List.of();
	}

	private static Finding weighed(Finding finding) {
		Refusal read = finding.sentence();
		Map<String, Object> values = new LinkedHashMap<>(read.values());
		values.replaceAll((name, value) -> (value instanceof Map<?, ?> mass && mass.get(GRAMS) instanceof Number grams)
				? new Mass(grams.longValue()) : value);
		return new Finding(finding.result(),
				new Refusal(read.key(), read.field(), Collections.unmodifiableMap(values), read.rule(), read.line()));
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
