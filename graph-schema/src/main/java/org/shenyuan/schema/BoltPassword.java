package org.shenyuan.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * The password of the embedded graph: 32 random bytes in base64url, in a file that only
 * its owner may read. To change it, stop the graph, delete the file and start again.
 */
final class BoltPassword {

	static final String FILE = "bolt-password";

	private final Path file;

	BoltPassword(Path home) {
		this.file = home.resolve(FILE);
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	String read() throws IOException {
		return Files.readString(this.file).strip();
	}

	/**
	 * Chooses a password, has the server take it, and only then keeps it: a crash in
	 * between leaves no file, so the next start chooses again.
	 */
	void create(Consumer<String> server) throws IOException {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		server.accept(password);
		// A temporary file is its owner's alone from the moment it exists.
		Path draft = Files.createTempFile(this.file.getParent(), FILE, ".new");
		Files.writeString(draft, password + "\n");
		Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

}
