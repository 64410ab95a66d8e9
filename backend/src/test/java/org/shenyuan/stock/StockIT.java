package org.shenyuan.stock;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left and why, how a lot came to be as it is drawn, and how a slip is taken
 * back.
 */
@BackendTest
@Import(World.class)
class StockIT {

	@Autowired
	private World world;

	private Market market;

	private Visitor farmer;

	private Visitor worker;

	@BeforeEach
	void open() {
		this.market = Market.of(this.world);
		this.market.harvest("F1", 100_000);
		this.farmer = new Visitor(this.world.address(), Map.of()).login("farmer");
		this.worker = new Visitor(this.world.address(), Map.of()).login("worker");
	}

	@Test
	void theStockSaysWhatIsLeftAndWhereTheRestWent() {
		ship("S-1", 40_000);
		assertThat(stock(this.farmer, "")).contains("60 kg", "100 kg made", "−40 kg", "STAND-1");
		assertThat(stock(this.farmer, "?product=RED")).contains("No lot is like that");
		assertThat(stock(this.farmer, "?begin=f&kind=FRESH")).contains("/lots/F1\"").doesNotContain("STAND-1");
		ship("S-2", 60_000);
		assertThat(stock(this.farmer, "")).doesNotContain("/lots/F1\"");
		assertThat(stock(this.farmer, "?all=true")).contains("/lots/F1\"", "−100 kg");
		assertThat(stock(this.worker, "?state=TRANSIT")).contains("/lots/S-1\"", "/lots/S-2\"");
		assertThat(stock(this.worker, "?state=HELD")).doesNotContain("/lots/S-1\"");
		assertThat(stock(this.worker, "?after=S-1")).contains("/lots/S-2\"").doesNotContain("/lots/S-1\"");
	}

	@Test
	void aSlipIsTakenBackFromThePageOfTheLot() {
		ship("S-1", 50_000);
		assertThat(this.worker.get("/lots/S-1").body()).doesNotContain("/correction");
		String link = correction("F1", "Shipped");
		Map<String, String> form = Visitor.fields(this.farmer.get(link).body(), Map.of("reason", ""));
		HttpResponse<String> refused = this.farmer.send(link, form);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"reason-error\"");
		assertThat(left("F1")).isEqualTo(50_000);

		form.put("reason", "多写了一个零");
		assertThat(this.farmer.send(link, form).headers().firstValue("Location"))
			.hasValueSatisfying((to) -> assertThat(to).endsWith("/lots/F1"));
		assertThat(this.farmer.send(link, form).statusCode()).as("sent twice").isEqualTo(302);
		assertThat(left("F1")).isEqualTo(100_000);
		assertThat(this.worker.get("/receive").body()).contains("Nothing is on its way");
		assertThat(this.farmer.get("/lots/F1").body()).doesNotContain("Correct: Shipped").contains("taken back");
	}

	@Test
	void whatSomethingStandsOnIsNotTakenBackAndThePageSaysSoAtOnce() {
		this.market.ship("farmer", "FARM", "WORKS", "F1", 5_000);
		HttpResponse<String> shown = this.farmer.get(correction("F1", "Shipped"));
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("F1-T").doesNotContain("name=\"reason\"");
	}

	@Test
	void theFamilyOfALotIsDrawnWithoutNamingTheLotsOfOthers() {
		ship("S-1", 50_000);
		this.market.as("worker", "received", "WORKS",
				"\"lot\":\"S-1\",\"declaredGrams\":50000,\"weighedGrams\":49000,\"as\":\"E-1\"");
		assertThat(this.worker.get("/lots/E-1").body())
			.contains("aria-label=\"Lot S-1, Fresh ginseng, 50 kg\"", "aria-current=\"true\"",
					"50 kg = 49 kg + 1 kg lost", "of another party")
			.doesNotContain("F1<", "STAND-1", "SEED-1", "100 kg");
		assertThat(this.farmer.get("/lots/F1").body()).contains("href=\"/lots/S-1\"", "href=\"/lots/STAND-1\"");
	}

	@Test
	void ofAFamilyOfHundredsTheHeaviestAreDrawnAndTheOthersCounted() {
		StringBuilder lines = new StringBuilder();
		List<String> inputs = new ArrayList<>();
		for (int i = 1; i <= 250; i++) {
			lines.append(event("purchased", "2024-09-20",
					"\"lot\":\"X-%d\",\"lotKind\":\"FRESH\",\"product\":\"FRESH\",\"species\":\"PANAX-GINSENG\",\"grams\":%d,\"seller\":\"散户\""
						.formatted(i, 1000 * i)))
				.append('\n');
			inputs.add("{\"lot\":\"X-%d\",\"grams\":%d}".formatted(i, 1000 * i));
		}
		lines.append(
				event("regrouped", "2024-09-21", "\"inputs\":[%s],\"outputs\":[{\"lot\":\"M-1\",\"grams\":31375000}]"
					.formatted(String.join(",", inputs))));
		assertThat(this.world.as("admin").importFile(lines.toString()).status()).isEqualTo(200);
		assertThat(this.farmer.get("/lots/M-1").body()).contains("251 lots", "and 246 more", "and 249 more", ">X-250<")
			.hasSizeLessThan(100_000);
	}

	private static String event(String kind, String day, String fields) {
		return Market.event(kind, UUID.randomUUID().toString(), day + "T08:00:00+08:00", "FARM", fields);
	}

	private void ship(String as, long grams) {
		assertThat(
				this.market
					.as("farmer", "shipped", "FARM",
							"\"to\":\"WORKS\",\"lines\":[{\"lot\":\"F1\",\"grams\":%d,\"as\":\"%s\"}]".formatted(grams,
									as))
					.status())
			.isEqualTo(201);
	}

	private static String stock(Visitor visitor, String query) {
		return visitor.get("/stock" + query).body();
	}

	private String correction(String lot, String what) {
		return Pattern.compile("href=\"(/events/[^\"]+/correction)\" aria-label=\"Correct: " + what + "\"")
			.matcher(this.farmer.get("/lots/" + lot).body())
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElseThrow();
	}

	private long left(String lot) {
		return this.world.as("farmer").get("/api/v1/lots/" + lot).json().at("/lot/left").asLong();
	}

}
