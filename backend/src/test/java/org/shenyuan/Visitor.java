package org.shenyuan;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies and runs no scripts. */
public final class Visitor {

	private final HttpClient http;

	private final String address;

	private final Map<String, String> headers;

	/**
	 * @param headers that every request carries
	 */
	public Visitor(String address, Map<String, String> headers) {
		this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), address, headers);
	}

	private Visitor(HttpClient http, String address, Map<String, String> headers) {
		this.http = http;
		this.address = address;
		this.headers = headers;
	}

	/** The same browser, with its cookies, at another backend of the same host. */
	public Visitor at(String address) {
		return new Visitor(this.http, address, this.headers);
	}

	/** Logs in by the form. */
	public Visitor login(String name) {
		send("/login", fields(get("/login").body(), Map.of("username", name, "password", World.PASSWORD)));
		return this;
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).build());
	}

	/** Sends a form as it is given, and nothing besides. */
	public HttpResponse<String> send(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	/** Sends a form with a file. */
	public HttpResponse<String> upload(String path, Map<String, String> form, String field, String file) {
		StringBuilder body = new StringBuilder();
		form.forEach((name, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"")
			.append(name)
			.append("\"\r\n\r\n")
			.append(value)
			.append("\r\n"));
		body.append("--edge\r\nContent-Disposition: form-data; name=\"")
			.append(field)
			.append("\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.append(file)
			.append("\r\n--edge--\r\n");
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=edge")
			.POST(BodyPublishers.ofString(body.toString()))
			.build());
	}

	/** The hidden fields of a page, and what somebody fills in. */
	public static Map<String, String> fields(String page, Map<String, String> filled) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"").matcher(page);
		while (hidden.find()) {
			fields.put(hidden.group(1), hidden.group(2));
		}
		fields.putAll(filled);
		return fields;
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html")
			.header("Accept-Language", "en");
		this.headers.forEach(request::header);
		return request;
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(request.uri() + ": " + ex, ex);
		}
	}

}
