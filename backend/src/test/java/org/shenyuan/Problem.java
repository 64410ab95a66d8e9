package org.shenyuan;

import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refusal as every refusal has to be: a problem of RFC 9457 with its status, and for
 * each reason a key and a sentence, in which nothing shows of the program itself.
 *
 * @param status of the answer
 * @param reasons in their order
 */
public record Problem(int status, List<Reason> reasons) {

	/** One violation, shortened to what tests compare. */
	public record Reason(String key, String field, int line, JsonNode values, String message) {
	}

	/**
	 * @param answer to something that must be refused
	 */
	public static Problem of(Api.Answer answer) {
		assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
		JsonNode json = answer.json();
		assertThat(json.path("status").asInt()).as(answer.body()).isEqualTo(answer.status());
		assertThat(json.path("title").asString("")).as(answer.body()).isNotBlank().doesNotStartWith("problem.");
		assertThat(answer.body()).doesNotContain("Exception", "org.shenyuan", "org.springframework", "jackson", "java.",
				"\\tat ", "neo4j");
		List<Reason> reasons = json.path("errors").valueStream().map(Problem::reason).toList();
		assertThat(reasons).as(answer.body()).isNotEmpty();
		assertThat(reasons).allSatisfy((reason) -> {
			assertThat(reason.key()).isNotBlank();
			assertThat(reason.message()).as("sentence of %s", reason.key())
				.isNotBlank()
				.isNotEqualTo(reason.key())
				.doesNotStartWith("refusal.")
				.doesNotContainPattern("\\{\\d");
		});
		return new Problem(answer.status(), reasons);
	}

	private static Reason reason(JsonNode error) {
		return new Reason(error.path("key").asString(""), error.path("field").asString(""), error.path("line").asInt(0),
				error.path("values"), error.path("message").asString(""));
	}

	public List<String> keys() {
		return this.reasons.stream().map(Reason::key).toList();
	}

	public List<String> fields() {
		return this.reasons.stream().map(Reason::field).toList();
	}

	/** The numbers of the lines, each once, in order. */
	public List<Integer> lines() {
		return this.reasons.stream().map(Reason::line).distinct().sorted().toList();
	}

	/** The only reason with a key. */
	public Reason reason(String key) {
		List<Reason> found = this.reasons.stream().filter((reason) -> reason.key().equals(key)).toList();
		assertThat(found).as("reasons %s of %s", key, this.reasons).hasSize(1);
		return found.getFirst();
	}

}
