package org.shenyuan;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.shenyuan.Api.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day's trade in a settled {@link World}, a line for each thing that somebody does.
 * What has no time of its own happened a minute ago.
 */
public final class Market {

	private final World world;

	private Market(World world) {
		this.world = world;
	}

	/** Settles the world anew, and opens the market. */
	public static Market of(World world) {
		world.settle();
		return new Market(world);
	}

	public String label(String root, String packed, String run, boolean activated) {
		harvest(root, 1_000_000);
		pack("farmer", "FARM", "SHED", root, 900_000, packed);
		issue("farmer", "FARM", packed, run, "");
		if (activated) {
			as("farmer", "labelsActivated", "FARM", "\"run\":\"%s\",\"first\":1,\"last\":900".formatted(run));
		}
		return code(run);
	}

	/** The code of a run's first label. */
	public String code(String run) {
		String link = this.world.as("authority").get("/api/v1/runs/" + run).json().get("scan").asString();
		return link.substring(link.lastIndexOf('/') + 1);
	}

	public Answer scan(String code) {
		return Api.nobody(this.world.address()).get("/t/" + code);
	}

	public void scanFrom(String code, String address) {
		Answer answer = Api.nobody(this.world.address()).from(address).post("/t/" + code + "/scans", "text/plain", "");
		assertThat(answer.status()).isEqualTo(204);
	}

	public Answer harvest(String lot, long grams) {
		return at("farmer", "harvested", "2024-09-18T10:00:00+08:00", "FARM", harvestOf(lot, grams));
	}

	public static String harvestOf(String lot, long grams) {
		return "\"plot\":\"P1\",\"stand\":\"STAND-1\",\"lot\":\"%s\",\"grossGrams\":%d".formatted(lot, grams);
	}

	public void ship(String person, String from, String to, String lot, long grams) {
		as(person, "shipped", from, "\"to\":\"%s\",\"lines\":[{\"lot\":\"%s\",\"grams\":%d,\"as\":\"%s-T\"}]"
			.formatted(to, lot, grams, lot));
		receive(to, lot, grams);
	}

	/** What travels as {@code lot-T} becomes {@code lot-R}. */
	public void receive(String to, String lot, long grams) {
		admin("received", OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1).toString(), to,
				"\"lot\":\"%1$s-T\",\"declaredGrams\":%2$d,\"weighedGrams\":%2$d,\"as\":\"%1$s-R\"".formatted(lot,
						grams));
	}

	public Answer dry(String run, long fresh, long dry) {
		return as("worker", "processed", "WORKS",
				"\"run\":\"%1$s\",\"process\":\"RED\",\"facility\":\"WORKSHOP\",\"started\":\"2026-10-01T10:00:00+08:00\",\"inputs\":[{\"lot\":\"F1-R\",\"grams\":%2$d}],\"outputs\":[{\"lot\":\"%1$s-A\",\"product\":\"RED\",\"grams\":%3$d}],\"lostGrams\":%4$d"
					.formatted(run, fresh, dry, fresh - dry));
	}

	public void merge(String person, String party, String one, long grams, String other, long more, String into) {
		as(person, "regrouped", party,
				"\"inputs\":[{\"lot\":\"%s\",\"grams\":%d},{\"lot\":\"%s\",\"grams\":%d}],\"outputs\":[{\"lot\":\"%s\",\"grams\":%d}]"
					.formatted(one, grams, other, more, into, grams + more));
	}

	public Answer pack(String person, String party, String facility, String lot, long grams, String packed) {
		return as(person, "packed", party,
				"\"facility\":\"%s\",\"inputs\":[{\"lot\":\"%s\",\"grams\":%d}],\"lot\":\"%s\",\"units\":%d,\"unitGrams\":1000"
					.formatted(facility, lot, grams, packed, grams / 1000));
	}

	public Answer issue(String person, String party, String lot, String run, String claims) {
		return as(person, "labelsIssued", party, "\"run\":\"%s\",\"lot\":\"%s\",\"count\":900%s".formatted(run, lot,
				claims.isEmpty() ? "" : ",\"claims\":{" + claims + "}"));
	}

	public Answer as(String person, String kind, String by, String fields) {
		return at(person, kind, OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1).toString(), by, fields);
	}

	public Answer admin(String kind, String at, String by, String fields) {
		Answer answer = at("admin", kind, at, by, fields);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	public Answer at(String person, String kind, String at, String by, String fields) {
		return this.world.as(person).record(kind, event(kind, UUID.randomUUID().toString(), at, by, fields));
	}

	public static String event(String kind, String id, String at, String by, String fields) {
		return "{\"type\":\"%s\",\"id\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",%s}".formatted(kind, id, at, by, fields);
	}

	public JsonNode trace(String lot) {
		return this.world.as("authority").get("/api/v1/lots/" + lot + "/trace").json();
	}

}
