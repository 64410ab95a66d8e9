package org.shenyuan.packing;

import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Labels for where the goods are sold. */
@BackendTest
@Import(World.class)
class MarketsIT {

	@Autowired
	private World world;

	private Market market;

	@BeforeEach
	void pack() {
		this.market = Market.of(this.world);
		this.market.harvest("F1", 1_000_000);
		this.market.pack("farmer", "FARM", "SHED", "F1", 1_000_000, "PK1");
	}

	private String label(String more) throws IOException {
		byte[] sheet = this.world.as("farmer").bytes("/api/v1/runs/RUN-1/sheet.pdf?last=1&stock=A4-2x4" + more);
		try (PDDocument document = Loader.loadPDF(sheet)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s", "");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                 | 净含量 | 孕妇、哺乳期妇女及14周岁以下儿童不宜食用 | 의약품
			,"market":"CN"     | 净含量 | 孕妇、哺乳期妇女及14周岁以下儿童不宜食用 | 의약품
			,"market":"KR"     | 내용량 | 의약품(당뇨치료제,혈액항응고제)         | 임신부
			,"market":"US"     | Net    | Askadoctorbeforeuse                      | 孕妇
			""")
	void aLabelSaysInTheLanguageOfItsMarketWhatIsToBeSaidThere(String said, String net, String words, String foreign)
			throws IOException {
		assertThat(this.market.issue("farmer", "FARM", "PK1", "RUN-1", "\"food\":true" + said).status()).isEqualTo(201);
		assertThat(label("")).contains(net, words).doesNotContain(foreign);
		assertThat(label("&language=en")).contains("Net");
	}

	@Test
	void aMarketIsOneOfTheList() {
		Problem problem = Problem
			.of(this.market.issue("farmer", "FARM", "PK1", "RUN-1", "\"food\":true,\"market\":\"XX\""));
		assertThat(problem.reason("unknown.word").field()).isEqualTo("claims.market");
		assertThat(this.market.issue("farmer", "FARM", "PK1", "RUN-1", "\"market\":\"KR\"").status()).isEqualTo(201);
	}

}
