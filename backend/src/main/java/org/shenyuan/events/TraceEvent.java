package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that happened to ginseng, its land or its paper, and cannot be made undone;
 * close to an EPCIS 2.0 event. Whoever first knows of it makes its id, so that sending it
 * again is safe.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TraceEvent permits Registering, Sourcing, Growing, Trading, Making, Testing, Documenting,
		Labelling, Branding, Holding, Recalling, Amending, Ruling, Inquiring {

	/**
	 * Made by the recorder, UUIDv7 by preference: its order is then the order of making.
	 */
	UUID id();

	/** When it happened, in the zone where it happened. */
	OffsetDateTime at();

	/** The party that did it and answers for it. */
	String by();

	/** What it does to the graph. */
	Effect effect();

	/** Who may record it. */
	Set<Role> recordedBy();

	/** {@code harvested}, {@code labelsIssued}: the name in JSON and in addresses. */
	default String kind() {
		return EventKinds.nameOf(getClass());
	}

}
