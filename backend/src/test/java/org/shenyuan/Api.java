package org.shenyuan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program of one person sees it. */
public final class Api {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String address;

	private final String token;

	private final String forwardedFor;

	private Api(String address, String token) {
		this(address, token, "");
	}

	private Api(String address, String token, String forwardedFor) {
		this.address = address;
		this.token = token;
		this.forwardedFor = forwardedFor;
	}

	/** The same, coming through a proxy from another address. */
	public Api from(String client) {
		return new Api(this.address, this.token, client);
	}

	/** Logs in, and comes with a token from then on. */
	public static Api as(String address, String name, String password) {
		return new Api(address, tokenOf(address, name, password));
	}

	/** The same, of somebody who belongs to several parties, for one of them. */
	public static Api as(String address, String name, String password, String party) {
		return new Api(address, tokenOf(address, name, password, party));
	}

	/** For requests that are built elsewhere. */
	public static String tokenOf(String address, String name, String password) {
		return tokenOf(address, name, password, "");
	}

	public static String tokenOf(String address, String name, String password, String party) {
		String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
		Api nobody = new Api(address, "");
		Answer answer = nobody.send(HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens?party=" + party))
			.header("Authorization", "Basic " + basic)
			.POST(BodyPublishers.noBody())
			.build());
		if (answer.status() != 201) {
			throw new IllegalStateException("Log-in of %s: %s".formatted(name, answer));
		}
		return answer.json().get("token").asString();
	}

	public static Api nobody(String address) {
		return new Api(address, "");
	}

	/** What came back. */
	public record Answer(int status, String body) {

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		/** The keys of all violations of a problem, in order. */
		public List<String> errors() {
			return json().path("errors").valueStream().map((error) -> error.get("key").asString()).toList();
		}

		/** The first violation with a key. */
		public JsonNode error(String key) {
			return json().path("errors")
				.valueStream()
				.filter((error) -> error.get("key").asString().equals(key))
				.findFirst()
				.orElseThrow(() -> new AssertionError("no violation " + key + " in " + this.body));
		}

	}

	/** Records an event of a kind, given as JSON. */
	public Answer record(String kind, String json) {
		return post("/api/v1/events/" + kind, "application/json", json);
	}

	/** Sends a season file. */
	public Answer importFile(String lines) {
		return post("/api/v1/imports", "application/jsonl", lines);
	}

	public Answer post(String path, String type, String body) {
		return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
	}

	public Answer post(String path, String type, byte[] body) {
		return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build());
	}

	public Answer put(String path, String json) {
		return send(
				request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)).build());
	}

	public Answer delete(String path) {
		return send(request(path).DELETE().build());
	}

	public Answer get(String path) {
		return get(path, "application/json");
	}

	public Answer get(String path, String accept) {
		return send(request(path).header("Accept", accept).build());
	}

	public byte[] bytes(String path) {
		try {
			HttpResponse<byte[]> response = this.http.send(request(path).build(), BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(path + " answers " + response.statusCode());
			}
			return response.body();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept-Language", "en");
		if (!this.forwardedFor.isEmpty()) {
			request.header("X-Forwarded-For", this.forwardedFor);
		}
		return this.token.isEmpty() ? request : request.header("Authorization", "Bearer " + this.token);
	}

	private Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(request.uri() + ": " + ex, ex);
		}
	}

}
