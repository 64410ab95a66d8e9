package org.shenyuan.events;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to the graph, in the terms that all events share: mass in, mass out,
 * where, and what it is about. Inputs + added = outputs + lost, or it is refused. Grams
 * throughout.
 */
public record Effect(List<Portion> inputs, List<NewLot> outputs, long addedGrams, long lostGrams, List<String> about,
		@Nullable String place, @Nullable NewThing thing) {

	/** Moves nothing and registers nothing. */
	public static final Effect NONE = new Effect(List.of(), List.of(), 0, 0, List.of(), null, null);

	/** A share of an existing lot. */
	public record Portion(@NotNull @Code String lot, @Grams long grams) {
	}

	/** An event about a lot that moves no mass. */
	public static Effect on(String lot) {
		return new Effect(List.of(), List.of(), 0, 0, List.of(lot), null, null);
	}

	public static Effect registering(NewThing thing) {
		return new Effect(List.of(), List.of(), 0, 0, List.of(), null, thing);
	}

	public static Effect taking(List<Portion> inputs) {
		return new Effect(inputs, List.of(), 0, 0, List.of(), null, null);
	}

	/** Takes the whole standing crop as its source: it weighs nothing until it is dug. */
	public static Effect growingFrom(String stand) {
		return taking(List.of(new Portion(stand, 0)));
	}

	public static Effect making(NewLot output) {
		return NONE.into(List.of(output));
	}

	public Effect into(List<NewLot> made) {
		return new Effect(this.inputs, made, this.addedGrams, this.lostGrams, this.about, this.place, this.thing);
	}

	public Effect adding(long grams) {
		return new Effect(this.inputs, this.outputs, grams, this.lostGrams, this.about, this.place, this.thing);
	}

	public Effect losing(long grams) {
		return new Effect(this.inputs, this.outputs, this.addedGrams, grams, this.about, this.place, this.thing);
	}

	/**
	 * @param where a plot or a facility
	 */
	public Effect in(@Nullable String where) {
		return new Effect(this.inputs, this.outputs, this.addedGrams, this.lostGrams, this.about, where, this.thing);
	}

	public long inputGrams() {
		return this.inputs.stream().mapToLong(Portion::grams).sum();
	}

	public long outputGrams() {
		return this.outputs.stream().mapToLong(NewLot::grams).sum();
	}

	/** Every existing lot it takes from or speaks of. */
	public Stream<String> lots() {
		return Stream.concat(this.inputs.stream().map(Portion::lot), this.about.stream());
	}

}
