package org.shenyuan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody who looks for forms and sends them as bytes, whatever those are. Every request
 * comes from another address, so that no limit of an address is in the way.
 */
final class Surfer {

	private static final AtomicInteger ADDRESSES = new AtomicInteger();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String address;

	private final String name;

	/**
	 * @param name of the account, empty for nobody
	 */
	Surfer(String address, String name) {
		this.address = address;
		this.name = name;
		if (!name.isEmpty()) {
			Form login = get("/login").forms().getFirst();
			Map<String, byte[]> filled = login.with("username", utf8(name));
			filled.put("password", utf8(World.PASSWORD));
			send(login, filled);
		}
	}

	/** What came back, of it the text of a page. */
	record Answer(String path, int status, String location, String body) {

		Document page() {
			return Jsoup.parse(this.body);
		}

		List<Form> forms() {
			return page().select("form").stream().map((form) -> Form.of(this.path, form)).toList();
		}

		/** Where it leads within the application. */
		Stream<String> links() {
			return page().select("a[href^=/]").stream().map((link) -> link.attr("href").replaceAll("#.*", ""));
		}

	}

	/**
	 * A form as it is found on a page.
	 *
	 * @param fields as somebody sends them who fills in what is empty
	 */
	record Form(String method, String action, boolean multipart, Map<String, String> fields) {

		static Form of(String page, Element form) {
			Map<String, String> fields = new LinkedHashMap<>();
			form.select("[name]").forEach((field) -> fill(field, fields));
			return new Form(form.attr("method").toUpperCase(Locale.ROOT).equals("POST") ? "POST" : "GET",
					form.attr("action").isEmpty() ? page : form.attr("action"),
					form.attr("enctype").startsWith("multipart"), fields);
		}

		private static void fill(Element field, Map<String, String> fields) {
			String name = field.attr("name");
			if (field.normalName().equals("select")) {
				Element chosen = field.selectFirst("option[selected]");
				Element first = (chosen != null) ? chosen : field.selectFirst("option");
				fields.put(name, (first != null) ? first.val() : "");
				return;
			}
			String known = field.normalName().equals("textarea") ? field.text() : field.attr("value");
			switch (field.attr("type")) {
				case "file" -> {
				}
				case "checkbox", "radio", "submit" -> fields.putIfAbsent(name, known);
				case "hidden" -> fields.put(name, known);
				case "date" -> fields.put(name, known.isEmpty() ? "2026-01-02" : known);
				case "datetime-local" -> fields.put(name, known.isEmpty() ? "2026-01-02T10:00" : known);
				default ->
					fields.put(name, !known.isEmpty() ? known : (field.attr("inputmode").isEmpty() ? "A-1" : "1"));
			}
		}

		/** The names of what anybody can change. */
		List<String> open() {
			return this.fields.keySet().stream().filter((field) -> !field.equals("_csrf")).toList();
		}

		/** What is sent when nothing is changed. */
		Map<String, byte[]> sent() {
			Map<String, byte[]> filled = new LinkedHashMap<>();
			this.fields.forEach((field, known) -> filled.put(field, utf8(known)));
			return filled;
		}

		/** What is sent when one field is something else. */
		Map<String, byte[]> with(String name, byte[] value) {
			Map<String, byte[]> filled = sent();
			filled.put(name, value);
			return filled;
		}

	}

	Answer get(String path) {
		return send(path, request(path));
	}

	Answer send(Form form, Map<String, byte[]> filled) {
		if (form.method().equals("GET")) {
			String path = form.action().replaceAll("\\?.*", "") + "?" + encoded(filled);
			return send(path, request(path));
		}
		byte[] body = form.multipart() ? parts(filled) : utf8(encoded(filled));
		return send(form.action(),
				request(form.action()).header("Content-Type",
						form.multipart() ? "multipart/form-data; boundary=edge" : "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofByteArray(body)));
	}

	private HttpRequest.Builder request(String path) {
		int from = ADDRESSES.incrementAndGet();
		return HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html")
			.header("Accept-Language", "en")
			.header("X-Forwarded-For", "10." + (from >> 16) + "." + (from >> 8 & 255) + "." + (from & 255));
	}

	private Answer send(String path, HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
			boolean page = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
			return new Answer(path, answer.statusCode(), answer.headers().firstValue("Location").orElse(""),
					page ? answer.body() : "");
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(this + " " + path + ": " + ex, ex);
		}
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** In which every byte may be anything. */
	private static String encoded(Map<String, byte[]> filled) {
		StringBuilder text = new StringBuilder();
		filled.forEach((name, value) -> {
			text.append(text.isEmpty() ? "" : "&").append(percent(utf8(name))).append('=').append(percent(value));
		});
		return text.toString();
	}

	private static String percent(byte[] bytes) {
		StringBuilder text = new StringBuilder(bytes.length * 3);
		for (byte one : bytes) {
			boolean plain = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
			text.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one));
		}
		return text.toString();
	}

	private static byte[] parts(Map<String, byte[]> filled) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		filled.forEach((name, value) -> {
			body.writeBytes(utf8("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"));
			body.writeBytes(value);
			body.writeBytes(utf8("\r\n"));
		});
		body.writeBytes(utf8("--edge--\r\n"));
		return body.toByteArray();
	}

	@Override
	public String toString() {
		return this.name.isEmpty() ? "nobody" : this.name;
	}

}
