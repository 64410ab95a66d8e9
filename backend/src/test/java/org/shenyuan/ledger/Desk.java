package org.shenyuan.ledger;

import java.util.UUID;
import java.util.function.Consumer;

import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Fingerprint;
import org.shenyuan.OneOfEach;
import org.shenyuan.Problem;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where one person records, and where what is refused is proved to have changed nothing.
 */
record Desk(Api api, Driver driver) {

	/**
	 * @param fields of the event as JSON, without braces and without an id
	 * @return the id that it got
	 */
	String accept(String kind, String fields) {
		String id = UUID.randomUUID().toString();
		Api.Answer answer = this.api.record(kind, "{\"id\":\"" + id + "\"," + fields + "}");
		assertThat(answer.status()).as(kind + answer.body()).isEqualTo(201);
		return id;
	}

	Problem refuse(String kind, String fields) {
		Fingerprint before = Fingerprint.of(this.driver);
		Problem problem = Problem.of(this.api.record(kind, "{\"id\":\"" + UUID.randomUUID() + "\"," + fields + "}"));
		assertThat(Fingerprint.of(this.driver)).as("graph after refusing " + kind).isEqualTo(before);
		return problem;
	}

	/**
	 * Walks a chain of events: at each step all that is tried must leave the graph as it
	 * is, and then the good event is recorded.
	 */
	void walk(OneOfEach chain, Consumer<ObjectNode> step) {
		for (ObjectNode body : chain.bodies().values()) {
			Fingerprint before = Fingerprint.of(this.driver);
			step.accept(body);
			assertThat(Fingerprint.of(this.driver)).as("graph after refusing " + kind(body)).isEqualTo(before);
			Api.Answer answer = post(body, body.toString());
			assertThat(answer.status()).as(kind(body) + answer.body()).isEqualTo(201);
		}
	}

	Api.Answer post(ObjectNode body, String json) {
		return this.api.record(kind(body), json);
	}

	Problem refused(ObjectNode body, String json) {
		return Problem.of(post(body, json));
	}

	static String kind(ObjectNode body) {
		return body.get("type").asString();
	}

}
