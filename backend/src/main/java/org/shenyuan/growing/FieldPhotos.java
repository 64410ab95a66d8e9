package org.shenyuan.growing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.shenyuan.events.Evidence;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.PhotoKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photographs, kept as files under their SHA-256 in the data folder: the same one is kept
 * once, and none can be exchanged without its name telling.
 */
@Component
class FieldPhotos {

	private final Path folder;

	FieldPhotos(@Value("${shenyuan.data}") Path data) {
		this.folder = data.resolve("photos");
	}

	/**
	 * @return SHA-256 of each, in order
	 * @throws Refused if there are too many, or one is no JPEG or PNG
	 */
	List<String> keep(List<MultipartFile> files) throws IOException {
		List<MultipartFile> sent = files.stream().filter((file) -> !file.isEmpty()).toList();
		if (sent.size() > Evidence.MOST_PHOTOS) {
			throw new Refused(Refusal.of("photos.many", "photos", "most", Evidence.MOST_PHOTOS, "given", sent.size()));
		}
		List<String> hashes = new ArrayList<>();
		for (MultipartFile file : sent) {
			byte[] photo = file.getBytes();
			if (PhotoKind.of(photo).isEmpty()) {
				throw new Refused(Refusal.of("photo.kind", "photos"));
			}
			hashes.add(keep(photo));
		}
		return hashes;
	}

	/** A photograph that was kept. */
	Optional<byte[]> find(String hash) throws IOException {
		Path file = this.folder.resolve(hash);
		return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
	}

	private String keep(byte[] photo) throws IOException {
		String hash = hash(photo);
		Files.createDirectories(this.folder);
		if (!Files.exists(this.folder.resolve(hash))) {
			Path part = Files.createTempFile(this.folder, hash, ".part");
			Files.write(part, photo);
			try {
				Files.move(part, this.folder.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
			}
			catch (FileAlreadyExistsException ex) {
				Files.delete(part);
			}
		}
		return hash;
	}

	private static String hash(byte[] photo) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
