package org.shenyuan.labels;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;
import org.shenyuan.labels.TextColumn.Block;
import org.shenyuan.labels.TextColumn.Item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextColumnTests {

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private final TextColumn column = new TextColumn(35, 18.4);

	private List<Block> fit(String... texts) {
		return this.column
			.fit(List.of(texts).stream().map((text) -> new Item(text, TYPEFACE.regular(), 10, false)).toList());
	}

	@Test
	void aTextThatFitsKeepsItsSize() {
		assertThat(fit("红参 300 g")).singleElement().satisfies((block) -> {
			assertThat(block.points()).isEqualTo(10);
			assertThat(block.lines()).containsExactly("红参 300 g");
		});
	}

	@Test
	void aTextALittleTooLongShrinksRatherThanWraps() {
		assertThat(fit("长白山红参长白山红参参")).singleElement().satisfies((block) -> {
			assertThat(block.points()).isBetween(8.5, 9.5);
			assertThat(block.lines()).hasSize(1);
		});
	}

	@Test
	void aLongTextWrapsAndLosesNothing() {
		String text = "吉林省通化市集安市清河镇示范参场林下山参种植基地,第十七号地块";
		assertThat(fit(text)).singleElement().satisfies((block) -> {
			assertThat(block.lines()).hasSizeGreaterThan(1);
			assertThat(String.join("", block.lines())).isEqualTo(text);
			assertThat(block.lines()).noneMatch((line) -> line.startsWith(","));
			assertThat(block.width()).isLessThanOrEqualTo(35);
		});
	}

	@Test
	void textsShrinkTogetherToTheFloorAndThenTheLongestIsRefused() {
		String text = "集安市清河镇".repeat(20);
		List<Block> blocks = fit("红参", text);
		assertThat(TextColumn.height(blocks)).isLessThanOrEqualTo(18.4);
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> fit("红参", text + text))
			.withMessageContaining(text)
			.withMessageContaining("5.0 pt")
			.withMessageContaining("35.0 mm wide")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LabelRefused.Reason.TEXT_TOO_LONG));
	}

	@Test
	void aWordWiderThanTheColumnIsRefused() {
		String word = "X".repeat(60);
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> fit("集安市清河镇".repeat(12), word))
			.withMessageContaining(word);
	}

	@ParameterizedTest
	@CsvSource({ "김영철, U+AE40, HANGUL SYLLABLES", "红参🌱, U+1F331, SEEDLING", "a\u0000b, U+0000, NULL",
			"红\u202e参, U+202E, RIGHT-TO-LEFT OVERRIDE", "שלום, U+05E9, HEBREW LETTER SHIN",
			"人\u200b参, U+200B, ZERO WIDTH SPACE", "\ud83c, U+D83C, HIGH SURROGATES",
			"人\u0323, U+0323, COMBINING DOT BELOW", "\ue000, U+E000, PRIVATE USE AREA" })
	void aCharacterTheFontLacksIsRefusedByName(String text, String code, String name) {
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> TYPEFACE.regular().refuseMissing(text))
			.withMessageContaining(code)
			.withMessageContaining(name)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LabelRefused.Reason.MISSING_GLYPH));
	}

	@Test
	void everyTextOfALabelIsChecked() {
		for (int place = 0; place < 5; place++) {
			String[] texts = { "a", "b", "c", "d", "e" };
			texts[place] = "김";
			var text = new LabelText(Stream.of(texts).map((line) -> new Line(Style.BODY, line)).toList(), "", false);
			var sample = new Job.Label("HTTPS://A.CN/T/0", "0");
			assertThatExceptionOfType(LabelRefused.class)
				.isThrownBy(() -> new LabelSheet(Stock.A4_3X7, Design.UNIT, text, TYPEFACE, sample))
				.withMessageContaining("U+AE40");
		}
	}

}
