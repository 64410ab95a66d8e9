package org.shenyuan.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection, kept alive for as long as the server likes. It takes a tenth of the processor that the JDK's
 * client does, which on a machine of two cores would be taken from whom we measure.
 */
final class Http implements AutoCloseable {

	private static final int BUFFER = 65_536;

	private final int port;

	private Socket socket;

	private InputStream in;

	Http(int port) throws IOException {
		this.port = port;
		this.socket = new Socket();
		this.in = InputStream.nullInputStream();
		connect();
	}

	private void connect() throws IOException {
		this.socket.close();
		this.socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		this.socket.setTcpNoDelay(true);
		this.in = new BufferedInputStream(this.socket.getInputStream(), BUFFER);
	}

	/** What came back, and how many bytes that took. */
	record Answer(int status, int bytes, String text) {
	}

	/**
	 * @param headers each ended by a line break
	 */
	static byte[] get(String path, String headers) {
		return request("GET", path, headers, "");
	}

	static byte[] post(String path, String headers, String body) {
		return request("POST", path,
				headers + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n", body);
	}

	static String bearer(String token) {
		return "Authorization: Bearer " + token + "\r\nAccept: application/json\r\nContent-Type: application/json\r\n";
	}

	private static byte[] request(String method, String path, String headers, String body) {
		return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n" + body)
			.getBytes(StandardCharsets.UTF_8);
	}

	Answer send(byte[] request) throws IOException {
		this.socket.getOutputStream().write(request);
		int status = Integer.parseInt(line().substring(9, 12));
		int length = 0;
		boolean chunked = false;
		boolean last = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Integer.parseInt(lower.substring(15).strip());
			}
			chunked |= lower.startsWith("transfer-encoding: chunked");
			last |= lower.startsWith("connection: close");
		}
		byte[] body = chunked ? chunks() : this.in.readNBytes(length);
		if (last) {
			connect();
		}
		return new Answer(status, body.length, new String(body, StandardCharsets.UTF_8));
	}

	private byte[] chunks() throws IOException {
		var body = new ByteArrayOutputStream();
		for (int size = chunk(); size > 0; size = chunk()) {
			body.write(this.in.readNBytes(size));
			line();
		}
		line();
		return body.toByteArray();
	}

	private int chunk() throws IOException {
		return Integer.parseInt(line(), 16);
	}

	private String line() throws IOException {
		var line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new EOFException();
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
