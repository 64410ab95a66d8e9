package org.shenyuan.backup;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.web.Reserved;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The backup, for administrators, while everybody else works on. */
@RestController
@RequestMapping("/api/v1/backup")
class BackupApi {

	private final Export export;

	private final Digest digest;

	BackupApi(Export export, Digest digest) {
		this.export = export;
		this.digest = digest;
	}

	/**
	 * Everything as JSON Lines, with the hashes of passwords. The label keys are not in
	 * it: they are a file of their own.
	 */
	@GetMapping("/log.jsonl")
	void log(Author author, HttpServletResponse response) throws IOException {
		Reserved.to(Role.ADMINISTRATOR, author);
		response.setContentType("application/jsonl");
		response.setHeader("Content-Disposition", "attachment; filename=\"shenyuan.jsonl\"");
		var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		this.export.write(out);
		out.flush();
	}

	/** The same for two graphs that say the same. */
	@GetMapping("/digest")
	Digest.Sum digest(Author author) {
		Reserved.to(Role.ADMINISTRATOR, author);
		return this.digest.sum();
	}

}
