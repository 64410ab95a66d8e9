package org.shenyuan.census;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@BackendTest
@Import(World.class)
class MapIT {

	private static final String GROUND = "POLYGON ((126.01 41.4, 126.0109 41.4, 126.0109 41.4007, 126.01 41.4007, 126.01 41.4))";

	private static final String BED = "POLYGON ((126.0102 41.4001, 126.0105 41.4001, 126.0105 41.4006, 126.0102 41.4006, 126.0102 41.4001))";

	@Autowired
	private World world;

	@BeforeEach
	void settle() {
		this.world.settle();
		parcel("G-1", "PLANTED", 1, GROUND);
		parcel("G-2", "UNSUITABLE", 3, GROUND.replace("126.01", "126.02"));
		parcel("G-3", "UNPLANTED", 2, null);
		record("plotRegistered", "2024-06-14", String.format(Locale.ROOT, """
				"plot":"B-1","name":"东坡","base":"BASE-1","parcel":"G-1","operator":"FARM",\
				"cultivation":"GARDEN-FARMLAND","bedSquareMetres":1000,"outline":"%s\"""", BED));
	}

	@Test
	void aCountyIsDrawnOfItsParcelsAndPlots() {
		String county = page("county=220582");
		assertThat(county).contains("ground level-1", "ground unsuitable", "href=\"/census/parcels/G-1\"",
				"href=\"/plots/B-1\"", "Parcels without an outline: 1.", "ground uncertified");
		assertThat(county).doesNotContain("href=\"/census/parcels/G-3\"");
		assertThat(page("")).contains("3 parcels, 1 base", "href=\"/map?county=220582\"");
		assertThat(page("county=220622")).contains("Nothing is drawn here yet");
	}

	@Test
	void aPartIsDrawnOfWhatLiesInIt() {
		assertThat(page("county=220582&within=12601,4140,12601,4140")).contains("/census/parcels/G-1", "/plots/B-1")
			.doesNotContain("/census/parcels/G-2");
		assertThat(page("county=220582&within=12602,4140,12602,4140")).contains("/census/parcels/G-2")
			.doesNotContain("/census/parcels/G-1", "/plots/B-1");
	}

	@Test
	void aPlotIsGreenUnderACertificateAndRedUnderARecall() {
		record("certificateRegistered", "2024-06-20", """
				"certificate":"C-1","number":"演示","certificateKind":"GAP-BASE","level":"CITY","base":"BASE-1",\
				"species":"PANAX-GINSENG","validFrom":"2024-07-01","validTo":"2099-06-30","squareMetres":900""");
		assertThat(page("base=BASE-1")).contains("ground certified").doesNotContain("ground uncertified");
		Answer sown = this.world.as("farmer").record("sown", String.format(Locale.ROOT, """
				{"id":"%s","at":"2024-10-18T08:30:00+08:00","by":"FARM","plot":"B-1","stand":"STAND-9",\
				"seed":[{"lot":"SEED-1","grams":1000}]}""", UUID.randomUUID()));
		assertThat(sown.status()).as(sown.body()).isEqualTo(201);
		record("recalled", "2025-06-20", "\"source\":\"PLOT\",\"start\":\"B-1\",\"reason\":\"演示\",\"advice\":\"演示\"");
		assertThat(page("base=BASE-1")).contains("ground recalled").doesNotContain("ground certified");
	}

	@Test
	void aParcelIsDrawnAsItWasSurveyedLast() {
		record("parcelSurveyed", "2025-06-13", """
				"parcel":"G-2","squareMetres":6000,"landClass":"FARMLAND","level":3,"grade":9,"status":"UNPLANTED",\
				"round":"2025","surveyed":"2025-06-12","outline":"%s\""""
			.formatted(GROUND.replace("126.01", "126.02")));
		assertThat(page("county=220582")).contains("ground level-3").doesNotContain("ground unsuitable");
	}

	private String page(String query) {
		Answer page = this.world.as("authority").get("/map?" + query, "text/html");
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		return page.body();
	}

	private void parcel(String id, String status, int level, @Nullable String outline) {
		record("parcelRegistered", "2024-06-13", String.format(Locale.ROOT, """
				"parcel":"%s","county":"220582","town":"清河镇","squareMetres":6000,"landClass":"FARMLAND","level":%d,\
				"grade":%d,"status":"%s","round":"2024","surveyed":"2024-06-12"%s""", id, level, 3 * level, status,
				(outline != null) ? ",\"outline\":\"" + outline + "\"" : ""));
	}

	private void record(String kind, String day, String fields) {
		Answer answer = this.world.as("authority")
			.record(kind, String.format(Locale.ROOT, "{\"id\":\"%s\",\"at\":\"%sT10:00:00+08:00\",\"by\":\"AUTH\",%s}",
					UUID.randomUUID(), day, fields));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

}
