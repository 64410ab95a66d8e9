package org.shenyuan.labels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file {@code label-keys} of a folder: one line per key, {@code version base64}. */
final class KeyFile {

	private static final String NAME = "label-keys";

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

	private final Path folder;

	private final Path file;

	KeyFile(Path folder) {
		this.folder = folder;
		this.file = folder.resolve(NAME);
	}

	SortedMap<Integer, byte[]> readOrCreate() throws IOException {
		if (Files.notExists(this.file)) {
			create();
		}
		refuseIfOthersMayRead();
		try {
			return parse(Files.readString(this.file));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(this.file + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Writes the whole file under another name and then links it to its own: a link is
	 * made by exactly one of several processes, and nobody ever sees half a key. The
	 * bytes are forced to the disk first, because labels outlive a power cut.
	 */
	private void create() throws IOException {
		Files.createDirectories(this.folder);
		byte[] key = new byte[LabelKeys.KEY_BYTES];
		new SecureRandom().nextBytes(key);
		String line = "1 " + Base64.getEncoder().encodeToString(key) + "\n";
		Path draft = Files.createTempFile(this.folder, NAME, ".draft", ownerOnly());
		try {
			try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
				ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			Files.createLink(this.file, draft);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was first: its key is the key.
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	private FileAttribute<?>[] ownerOnly() {
		return hasPermissions() ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER_ONLY) }
				: new FileAttribute<?>[0];
	}

	private void refuseIfOthersMayRead() throws IOException {
		if (!hasPermissions()) {
			return;
		}
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(this.file);
		if (!OWNER_ONLY.containsAll(permissions)) {
			throw new IllegalArgumentException(
					this.file + " is open to others (" + PosixFilePermissions.toString(permissions)
							+ "): make it rw-------, and replace the key if it may have been read");
		}
	}

	private boolean hasPermissions() {
		return this.folder.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	/** Names the entry that is wrong by its place, never by the key in it. */
	static SortedMap<Integer, byte[]> parse(String text) {
		var keys = new TreeMap<Integer, byte[]>();
		String[] entries = text.split(";|\\R", -1);
		for (int i = 0; i < entries.length; i++) {
			String entry = entries[i].strip();
			if (entry.isEmpty() || entry.startsWith("#")) {
				continue;
			}
			String[] parts = entry.split("\\s+", -1);
			if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,8}")) {
				throw malformed(i, "expected \"version base64\"");
			}
			if (keys.put(Integer.valueOf(parts[0]), key(i, parts[1])) != null) {
				throw malformed(i, "version " + parts[0] + " was given before");
			}
		}
		if (keys.isEmpty()) {
			throw new IllegalArgumentException("no label key found");
		}
		return keys;
	}

	private static byte[] key(int entry, String base64) {
		byte[] key;
		try {
			key = Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw malformed(entry, "the key is not base64");
		}
		if (key.length != LabelKeys.KEY_BYTES) {
			throw malformed(entry, "the key has " + key.length + " bytes, it needs " + LabelKeys.KEY_BYTES);
		}
		return key;
	}

	private static IllegalArgumentException malformed(int entry, String why) {
		return new IllegalArgumentException("label keys, entry " + (entry + 1) + ": " + why);
	}

}
