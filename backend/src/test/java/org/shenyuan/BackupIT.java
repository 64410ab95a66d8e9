package org.shenyuan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.shenyuan.RunningBackend.Ended;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything goes out while the application runs, and an empty graph is built from it.
 */
@BackendTest
@Import(World.class)
class BackupIT {

	@Autowired
	private World world;

	@Test
	void aGraphBuiltFromTheLogSaysTheSame() throws IOException, InterruptedException {
		this.world.settle();
		new OneOfEach(50).bodies().forEach((kind, body) -> {
			Api.Answer answer = this.world.as("admin").record(kind, body.toString());
			assertThat(answer.status()).as(kind + " " + answer.body()).isEqualTo(201);
		});
		String season = new ClassPathResource("demonstration/season.jsonl").getContentAsString(StandardCharsets.UTF_8)
			.replace("\"ERMAYA\"", "\"ERMAYA-2\"");
		Api admin = this.world.as("admin");
		Api.Answer imported = admin.importFile(season);
		assertThat(imported.status()).as(imported.body()).isEqualTo(200);
		useWhatNoEventTells();

		Path file = Files.write(RunningBackend.newFolder().resolve("backup.jsonl"),
				admin.bytes("/api/v1/backup/log.jsonl"));
		String digest = admin.get("/api/v1/backup/digest").body();
		assertThat(Files.readAllLines(file)).hasSizeGreaterThan(100);

		Map<String, String> restoring = Map.of("shenyuan.restore", file.toString());
		try (RunningBackend another = RunningBackend.start(RunningBackend.newFolder(), restoring)) {
			Api there = Api.as(another.address(), "admin", World.PASSWORD);
			assertThat(there.get("/api/v1/backup/digest").body()).isEqualTo(digest);
			assertThat(there.get("/api/v1/lots/KD-2024-PK3/trace").body())
				.isEqualTo(admin.get("/api/v1/lots/KD-2024-PK3/trace").body());
			assertThat(there.get("/api/v1/events?limit=1000").body())
				.isEqualTo(admin.get("/api/v1/events?limit=1000").body());
			Ended again = another.joinInVain("shenyuan.restore", file);
			assertThat(again.exit()).isNotZero();
			assertThat(again.output()).contains("There are events in the graph");
		}
	}

	/** A scan, a printed sheet, a printer. */
	private void useWhatNoEventTells() {
		Api admin = this.world.as("admin");
		String link = admin.get("/api/v1/runs/RUN-RED-2024").json().get("scan").asString();
		String code = link.substring(link.lastIndexOf('/') + 1);
		assertThat(Api.nobody(this.world.address()).post("/t/" + code + "/scans", "text/plain", "").status())
			.isEqualTo(204);
		assertThat(admin.bytes("/api/v1/runs/RUN-RED-2024/sheet.pdf?last=1")).isNotEmpty();
		assertThat(this.world.as("worker")
			.put("/api/v1/printers/P-1", "{\"name\":\"演示\",\"dpi\":300,\"right\":0.1,\"down\":0.0}")
			.status()).isEqualTo(200);
	}

	@Test
	void theBackupIsForAdministrators() {
		this.world.settle();
		assertThat(this.world.as("authority").get("/api/v1/backup/log.jsonl").status()).isEqualTo(403);
		assertThat(this.world.as("admin").get("/api/v1/backup/digest").json().get("nodes").asLong()).isPositive();
	}

}
