package org.shenyuan.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An office that says who somebody is, as OpenID Connect has it, and asks nobody. */
final class OpenIdProvider implements AutoCloseable {

	static final String CLIENT = "shenyuan";

	private final HttpServer server;

	private final RSAKey key = key();

	private volatile String subject = "";

	private volatile RSAKey signing = this.key;

	OpenIdProvider() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server
			.createContext("/.well-known/openid-configuration", (call) -> json(call, String.format(Locale.ROOT, """
					{"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
					 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
					 "id_token_signing_alg_values_supported":["RS256"]}""", issuer())));
		this.server.createContext("/keys", (call) -> json(call, new JWKSet(this.key.toPublicJWK()).toString()));
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::token);
		this.server.start();
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Whom it takes everybody for from now on. */
	void says(String subject) {
		this.subject = subject;
	}

	/** Whether it signs with the key that it publishes. */
	void isItself(boolean itself) {
		this.signing = itself ? this.key : key();
	}

	/** The code is all that there is to say. */
	private void authorize(HttpExchange call) throws IOException {
		Map<String, String> asked = fields(call.getRequestURI().getRawQuery());
		call.getResponseHeaders()
			.add("Location",
					asked.get("redirect_uri") + "?code=" + asked.get("nonce") + "&state=" + asked.get("state"));
		call.sendResponseHeaders(302, -1);
		call.close();
	}

	private void token(HttpExchange call) throws IOException {
		Map<String, String> asked = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(),
				new JWTClaimsSet.Builder().issuer(issuer())
					.subject(this.subject)
					.audience(CLIENT)
					.claim("nonce", asked.get("code"))
					.issueTime(Date.from(Instant.now()))
					.expirationTime(Date.from(Instant.now().plusSeconds(60)))
					.build());
		try {
			token.sign(new RSASSASigner(this.signing));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		json(call, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
				+ token.serialize() + "\"}");
	}

	private static void json(HttpExchange call, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		call.getResponseHeaders().add("Content-Type", "application/json");
		call.sendResponseHeaders(200, body.length);
		call.getResponseBody().write(body);
		call.close();
	}

	private static Map<String, String> fields(String text) {
		Map<String, String> fields = new HashMap<>();
		Arrays.stream(URI.create("?" + text).getRawQuery().split("&", -1)).forEach((field) -> {
			String[] parts = field.split("=", 2);
			// Still escaped where it goes into an address again.
			fields.put(parts[0],
					parts[0].equals("redirect_uri") ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : parts[1]);
		});
		return fields;
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("k1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
