package org.shenyuan.find;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.OneOfEach;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever number somebody has before him leads to its page, if he may see it. */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class FindIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Visitor worker;

	private Visitor stranger;

	@BeforeAll
	void settle() {
		this.world.settle();
		new OneOfEach(10).bodies()
			.forEach((kind, body) -> assertThat(this.world.as("admin").record(kind, body.toString()).status()).as(kind)
				.isEqualTo(201));
		this.worker = new Visitor(this.world.address(), Map.of()).login("worker");
		this.stranger = new Visitor(this.world.address(), Map.of()).login("farmer2");
	}

	@ParameterizedTest
	@CsvSource({ "PACKS-10,/lots/PACKS-10", "packs-10,/lots/PACKS-10", "ＰＡＣＫＳ－１０,/lots/PACKS-10",
			"RUN-10,/runs/RUN-10" })
	void aNumberLeadsToItsPageForThoseWhoMaySeeIt(String typed, String page) {
		assertThat(find(this.worker, typed)).isEqualTo(page);
		assertThat(find(this.stranger, typed)).isEmpty();
	}

	@Test
	void aPlotIsFoundByWhoRunsIt() {
		assertThat(find(this.stranger, "P2")).isEqualTo("/plots/P2");
		assertThat(find(this.worker, "P2")).isEmpty();
	}

	@Test
	void aLabelLeadsToThePageOfItsBuyerHoweverItComes() {
		String link = this.world.as("worker").get("/api/v1/runs/RUN-10").json().get("scan").asString();
		String code = link.substring(link.lastIndexOf('/') + 1);
		assertThat(find(this.stranger, link).replace("-", "")).isEqualTo("/t/" + code);
		assertThat(find(this.stranger, code.toLowerCase(Locale.ROOT)).replace("-", "")).isEqualTo("/t/" + code);
		assertThat(find(this.stranger, "0000-0000-0000-0000")).isEmpty();
	}

	@Test
	void lotsThatBeginSoAreOfferedToThoseWhoMaySeeThem() {
		assertThat(this.worker.get("/find?q=PACK").body()).contains("/lots/PACKS-10");
		assertThat(this.stranger.get("/find?q=PACK").body()).doesNotContain("PACKS-10").contains("PACK.");
	}

	@Test
	void whatIsOnesOwnIsOfferedHoweverManyOthersBeginSo() {
		this.driver.executableQuery("""
				UNWIND range(1, 300) AS n
				CREATE (:Lot {id: 'XQ-' + (1000 + n), holder: 'FARM'})
				WITH count(*) AS others
				CREATE (:Lot {id: 'XQ-9', holder: 'FARM2'})
				""").execute();
		assertThat(this.stranger.get("/find?q=XQ").body()).contains("/lots/XQ-9").doesNotContain("XQ-1001");
	}

	@ParameterizedTest
	@CsvSource({ "清河, /bases?county=220582", "河基, /bases?county=220582", "BASE-1, /bases?county=220582",
			"一号, /plots/P1" })
	void whatHasSuchANameIsOffered(String typed, String page) {
		Visitor grower = new Visitor(this.world.address(), Map.of()).login("farmer");
		assertThat(grower.get("/find?q=" + encoded(typed)).body()).contains("href=\"" + page + "\"");
	}

	@Test
	void aNameLeadsOnlyWhereSomebodyMayGo() {
		assertThat(this.stranger.get("/find?q=P1").body()).doesNotContain("/plots/P1");
		Visitor authority = new Visitor(this.world.address(), Map.of()).login("authority");
		assertThat(authority.get("/find?q=" + encoded("市参")).body()).contains("/audit?party=AUTH");
		assertThat(this.stranger.get("/find?q=" + encoded("市参")).body()).doesNotContain("/audit");
	}

	@Test
	void hostileInputIsShownAsText() {
		assertThat(this.worker.get("/find?q=" + encoded("<b>' OR 1=1 //")).body()).contains("&lt;B&gt;")
			.doesNotContain("<B>");
	}

	/** Where it leads, empty if nowhere. */
	private static String find(Visitor who, String typed) {
		return who.get("/find?q=" + encoded(typed)).headers().firstValue("Location").map(FindIT::path).orElse("");
	}

	private static String path(String location) {
		return URI.create(location).getPath();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
