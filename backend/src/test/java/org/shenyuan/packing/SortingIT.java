package org.shenyuan.packing;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Problem;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Grade and count are the packer's word, and say so. */
@BackendTest
@Import(World.class)
class SortingIT {

	@Autowired
	private World world;

	private Chain chain;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		this.world.as("farmer");
		this.chain = new Chain(this.world);
		this.chain.dug("F1", "2024-09-18", 4_000);
	}

	private Api.Answer pack(String more) {
		return this.world.as("foreman")
			.record("packed", "{\"id\":\"" + UUID.randomUUID() + "\",\"at\":\"" + Chain.now() + "\",\"by\":\"FARM\","
					+ Chain.packing("FARM", "F1", 4_000, 100, "PK") + more + "}");
	}

	private String label() throws IOException {
		Api foreman = this.world.as("foreman");
		byte[] sheet = foreman.bytes("/api/v1/runs/RUN-1/sheet.pdf?last=1&language=en&stock=A4-2x4");
		try (PDDocument document = Loader.loadPDF(sheet)) {
			return new PDFTextStripper().getText(document);
		}
	}

	private String scanned() {
		String link = this.world.as("foreman").get("/api/v1/runs/RUN-1").json().get("scan").asString();
		return new Visitor(this.world.address(), Map.of()).get(URI.create(link.toLowerCase(Locale.ROOT)).getPath())
			.body();
	}

	@Test
	void labelAndPageSayWhatThePackerDeclared() throws IOException {
		Api.Answer packed = pack(",\"grade\":\"FIRST\",\"pieces\":12");
		assertThat(packed.status()).as(packed.body()).isEqualTo(201);
		this.chain.issued("FARM", "PK", "RUN-1", 40);
		assertThat(label()).contains("First grade · 12 roots");
		assertThat(scanned().replaceAll("<[^>]*>", "").replaceAll("\\s+", " "))
			.contains("First grade · 12 roots as the packer declares");
		assertThat(new Visitor(this.world.address(), Map.of()).login("foreman").get("/lots/PK").body())
			.contains("First grade", "Roots in one pack");
		assertThat(this.world.as("foreman").get("/api/v1/lots/PK").json().toString()).contains("FIRST");
	}

	@Test
	void nothingIsSaidWhereNothingWasDeclared() throws IOException {
		assertThat(pack("").status()).isEqualTo(201);
		this.chain.issued("FARM", "PK", "RUN-1", 40);
		assertThat(label()).doesNotContain("grade", "roots");
		assertThat(scanned()).doesNotContain("as the packer declares");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			,"grade":"BEST" | unknown.word | grade
			,"grade":"first" | field.code | grade
			,"pieces":0 | field.min | pieces
			,"pieces":100001 | field.max | pieces
			""")
	void whatNoGradeIsIsRefused(String more, String key, String field) {
		Problem problem = Problem.of(pack(more));
		assertThat(problem.keys()).contains(key);
		assertThat(problem.reason(key).field()).isEqualTo(field);
		assertThat(pack(",\"grade\":\"HEAVEN\"").status()).isEqualTo(201);
	}

	@Test
	void theFormOffersGradesAndReadsThem() {
		Visitor foreman = new Visitor(this.world.address(), Map.of()).login("foreman");
		String page = foreman.get("/pack?lot=F1").body();
		assertThat(page).contains("Heaven grade", "Third grade", "value=\"FIRST\"");
	}

}
