package org.shenyuan.recall;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.shenyuan.Api.Answer;
import org.shenyuan.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Records what happens in a {@link World}, a few words for each event. */
public final class Chain {

	private static final Map<String, String> PEOPLE = Map.of("AUTH", "authority", "FARM", "farmer", "FARM2", "farmer2",
			"WORKS", "worker", "LAB", "chemist");

	private final World world;

	public Chain(World world) {
		this.world = world;
	}

	/** Something that is recorded in any case, as an administrator brings it in. */
	public String did(String kind, String at, String by, String fields) {
		Answer answer = this.world.as("admin").record(kind, event(at, by, fields));
		assertThat(answer.status()).as(kind + answer.body()).isEqualTo(201);
		return answer.json().get("id").asString();
	}

	/** Something that a party tries now. */
	public Answer tries(String kind, String by, String fields) {
		return triesAt(kind, now(), by, fields);
	}

	public Answer triesAt(String kind, String at, String by, String fields) {
		return this.world.as(PEOPLE.getOrDefault(by, by)).record(kind, event(at, by, fields));
	}

	public String dug(String lot, String day, long grams) {
		return dug("FARM", "P1", "STAND-1", lot, day, grams);
	}

	public String dug(String by, String plot, String stand, String lot, String day, long grams) {
		return did("harvested", day + "T10:00:00+08:00", by,
				"\"plot\":\"%s\",\"stand\":\"%s\",\"lot\":\"%s\",\"grossGrams\":%d".formatted(plot, stand, lot, grams));
	}

	/**
	 * @param inputs {@code lot:grams lot:grams}, as well as {@code outputs}
	 */
	public String regrouped(String by, String inputs, String outputs) {
		return did("regrouped", now(), by,
				"\"inputs\":%s,\"outputs\":%s".formatted(portions(inputs), portions(outputs)));
	}

	/** Shipped as {@code lot-T}, and received as {@code lot-R}. */
	public void moved(String from, String to, String lot, long grams) {
		shipped(from, to, lot, grams);
		did("received", now(), to, "\"lot\":\"%1$s-T\",\"declaredGrams\":%2$d,\"weighedGrams\":%2$d,\"as\":\"%1$s-R\""
			.formatted(lot, grams));
	}

	public void shipped(String from, String to, String lot, long grams) {
		did("shipped", now(), from, "\"to\":\"%1$s\",\"lines\":[{\"lot\":\"%2$s\",\"grams\":%3$d,\"as\":\"%2$s-T\"}]"
			.formatted(to, lot, grams));
	}

	public void packed(String by, String lot, long grams, long unitGrams, String as) {
		did("packed", now(), by, packing(by, lot, grams, unitGrams, as));
	}

	public static String packing(String by, String lot, long grams, long unitGrams, String as) {
		return "\"facility\":\"%s\",\"inputs\":[{\"lot\":\"%s\",\"grams\":%d}],\"lot\":\"%s\",\"units\":%d,\"unitGrams\":%d"
			.formatted(by.equals("FARM") ? "SHED" : "WORKSHOP", lot, grams, as, grams / unitGrams, unitGrams);
	}

	public String issued(String by, String lot, String run, long count) {
		return did("labelsIssued", now(), by, "\"run\":\"%s\",\"lot\":\"%s\",\"count\":%d".formatted(run, lot, count));
	}

	public void activated(String by, String run, long first, long last) {
		did("labelsActivated", now(), by, range(run, first, last));
	}

	public static String range(String run, long first, long last) {
		return "\"run\":\"%s\",\"first\":%d,\"last\":%d".formatted(run, first, last);
	}

	public Answer recalls(String source, String start) {
		return tries("recalled", "AUTH", "\"source\":\"%s\",\"start\":\"%s\",\"reason\":\"演示\",\"advice\":\"停止食用，退回商家\""
			.formatted(source, start));
	}

	public String recalled(String source, String start) {
		Answer answer = recalls(source, start);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().get("id").asString();
	}

	public Answer ends(String recall) {
		return tries("recallEnded", "AUTH", "\"recall\":\"%s\",\"reason\":\"演示\"".formatted(recall));
	}

	/** Whether the trace of a lot, which every scan page under it shows, is recalled. */
	public boolean isRecalled(String lot) {
		return !this.world.as("authority").get("/api/v1/lots/" + lot + "/trace").json().get("recalls").isEmpty();
	}

	/** The code of the first label of a run. */
	public String code(String run) {
		String link = this.world.as("authority").get("/api/v1/runs/" + run).json().get("scan").asString();
		return link.substring(link.lastIndexOf('/') + 1);
	}

	public static String now() {
		return OffsetDateTime.now(ZoneOffset.UTC).toString();
	}

	private static String event(String at, String by, String fields) {
		return "{\"id\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",%s}".formatted(UUID.randomUUID(), at, by, fields);
	}

	private static List<String> portions(String portions) {
		return Arrays.stream(portions.split(" ", -1))
			.map((portion) -> portion.split(":", -1))
			.map((portion) -> String.format(Locale.ROOT, "{\"lot\":\"%s\",\"grams\":%s}", portion[0], portion[1]))
			.collect(Collectors.toList());
	}

}
