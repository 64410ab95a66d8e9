package org.shenyuan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;
import org.shenyuan.schema.Audits;
import org.shenyuan.schema.Migrations;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the first release wrote, every later one reads. {@code first-release/data.zip} is
 * the data folder that it left of its demonstration season, the other files are what it
 * answered.
 */
@Timeout(240)
class UpgradeIT {

	private static final int SCHEMA_THEN = 3;

	@Test
	void aGraphOfTheFirstReleaseAnswersAsItDid() throws IOException {
		Path data = RunningBackend.newFolder();
		unpack("first-release/data.zip", data);
		Files.setPosixFilePermissions(data.resolve("label-keys"), PosixFilePermissions.fromString("rw-------"));
		try (RunningBackend backend = RunningBackend.start(data); Driver driver = backend.driver()) {
			assertThat(driver.executableQuery("MATCH (m:Migration) RETURN count(m) AS applied")
				.execute()
				.records()
				.getFirst()
				.get("applied")
				.asInt()).isEqualTo(Migrations.shipped().size()).isGreaterThan(SCHEMA_THEN);
			assertThat(Audits.run(driver)).isEmpty();
			Api authority = Api.as(backend.address(), "zhao", "ginseng");
			for (String lot : new String[] { "KD-2024-PK1", "KD-2024-PK3" }) {
				assertSays(authority.get("/api/v1/lots/" + lot + "/trace").json(), read("trace-" + lot), lot);
			}
			JsonNode scan = read("scan");
			assertSays(authority.get("/t/" + scan.get("code").asString()).json(), scan, "");
			assertThat(authority.get("/api/v1/events?limit=1000").json().get("events")).hasSize(89);
			assertThat(backend.output()).doesNotContain("Log in as admin");
		}
	}

	/** All that was said then; more may be said by now. */
	private static void assertSays(JsonNode now, JsonNode then, String where) {
		assertThat(now.getNodeType()).as(where).isEqualTo(then.getNodeType());
		assertThat(now.isArray() ? now.size() : 0).as(where).isEqualTo(then.isArray() ? then.size() : 0);
		if (then.isObject()) {
			then.properties().forEach((field) -> {
				assertThat(now.has(field.getKey())).as(where + "/" + field.getKey()).isTrue();
				// A certificate that held then may have ended by the day of the test.
				if (!field.getKey().equals("today")) {
					assertSays(now.get(field.getKey()), field.getValue(), where + "/" + field.getKey());
				}
			});
		}
		else if (then.isArray()) {
			for (int i = 0; i < then.size(); i++) {
				assertSays(now.get(i), then.get(i), where + "/" + i);
			}
		}
		else {
			assertThat(now).as(where).isEqualTo(then);
		}
	}

	private static JsonNode read(String name) throws IOException {
		try (InputStream file = new ClassPathResource("first-release/" + name + ".json").getInputStream()) {
			return JsonMapper.builder().build().readTree(file);
		}
	}

	private static void unpack(String archive, Path folder) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ClassPathResource(archive).getInputStream())) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.copy(zip, file);
			}
		}
	}

}
