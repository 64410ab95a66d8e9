package org.shenyuan.labels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.labels.LabelRefused.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class GlabelsTemplatesTests {

	/** The template database itself, where a developer has it beside the checkout. */
	private static final Path DATABASE = Path.of("../../shared/vectors/label-templates/glabels-qt");

	private static List<GlabelsTemplate> read(String xml) throws IOException {
		return GlabelsTemplates.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private static GlabelsTemplate template(String attributes, String label) throws IOException {
		return read("<Glabels-templates><Template brand=\"B\" part=\"P\" " + attributes + ">" + label
				+ "</Template></Glabels-templates>")
			.getFirst();
	}

	private static LabelRefused refused(String attributes, String label) throws IOException {
		GlabelsTemplate template = template(attributes, label);
		assertThat(template.stock()).isNull();
		return Objects.requireNonNull(template.refused());
	}

	@Test
	void aTemplateIsAStock() throws IOException {
		GlabelsTemplate template = template("size=\"A4\" _description=\"Mini labels\"",
				"""
						<Meta category="label"/><Label-rectangle id="0" width="17.8mm" height="10mm" round="1.6mm" x_waste="0mm">
						<Markup-margin size="3.2mm"/><Layout nx="10" ny="27" x0="6mm" y0="13mm" dx="20.3mm" dy="10mm"/>
						</Label-rectangle>""");
		assertThat(template.description()).isEqualTo("Mini labels");
		assertThat(template.stock()).isEqualTo(Stock.sheet("B P", "B P, 17.8 × 10.0 mm", 210, 297,
				LabelShape.rectangle(17.8, 10, 1.6), new Grid(10, 27, 6, 13, 20.3, 10)));
	}

	@ParameterizedTest
	@CsvSource({ "72, 25.4", "72pt, 25.4", "1in, 25.4", "2.54cm, 25.4", "6pc, 25.4", "25.4mm, 25.4", " 25.4 mm , 25.4",
			"+2.54e1mm, 25.4", ".5in, 12.7" })
	void lengthsHaveUnitsOrArePoints(String text, double millimetres) throws IOException {
		GlabelsTemplate template = template("size=\"A4\"", "<Label-round id=\"0\" radius=\"" + text
				+ "\"><Layout nx=\"1\" ny=\"1\" x0=\"0\" y0=\"0\"/></Label-round>");
		assertThat(Objects.requireNonNull(template.stock()).labelWidth()).isCloseTo(2 * millimetres, within(1e-9));
	}

	@ParameterizedTest
	@CsvSource({ "''", "in", "5 ells", "5mm5", "1e999mm", "NaN", "-5mm", "0x10mm" })
	void whatIsNoLengthIsRefused(String text) throws IOException {
		assertThat(refused("size=\"A4\"",
				"<Label-round id=\"0\" radius=\"" + text
						+ "\"><Layout nx=\"1\" ny=\"1\" x0=\"0\" y0=\"0\"/></Label-round>")
			.reason()).isIn(Reason.BAD_FIGURE, Reason.BAD_LENGTH);
	}

	@Test
	void aRollHasABackingWiderThanItsPage() throws IOException {
		GlabelsTemplate template = template("size=\"roll\" width=\"57mm\" roll_width=\"61mm\" height=\"32mm\"",
				"<Label-rectangle width=\"57mm\" height=\"32mm\"><Layout nx=\"1\" ny=\"1\"/></Label-rectangle>");
		Stock stock = Objects.requireNonNull(template.stock());
		assertThat(stock.medium()).isEqualTo(new Medium.Roll(61, 0));
		assertThat(stock.paperWidth()).isEqualTo(57);
	}

	@Test
	void anAliasHasItsNameAndTheOthersGeometry() throws IOException {
		List<GlabelsTemplate> read = read(
				"""
						<Glabels-templates xmlns="http://glabels.org/xmlns/3.0/"><Template brand="B" part="2" equiv="1"/>
						<Template brand="B" part="1" size="A4"><Label-ellipse width="50mm" height="30mm">
						<Layout nx="1" ny="1" x0="9mm" y0="9mm"/></Label-ellipse></Template>
						<Template brand="C" part="3" equiv="1"/><Template brand="B" part="4" equiv="4"/></Glabels-templates>""");
		Stock alias = Objects.requireNonNull(read.get(0).stock());
		assertThat(alias.id()).isEqualTo("B 2");
		assertThat(alias.shape()).isEqualTo(LabelShape.ellipse(50, 30));
		assertThat(read.get(2).refused()).hasMessage("unknown template \"C 1\"");
		assertThat(read.get(3).refused()).hasMessage("unknown template \"B 4\"");
	}

	@Test
	void whatIsNoStockIsRefusedWithTheReason() throws IOException {
		String layout = "<Layout nx=\"1\" ny=\"1\" x0=\"0\" y0=\"0\"/>";
		assertThat(refused("size=\"A4\"", "<Label-cd radius=\"58mm\">" + layout + "</Label-cd>"))
			.hasMessage("unknown shape \"cd\"");
		assertThat(refused("size=\"A4\"", "").reason()).isEqualTo(Reason.UNKNOWN_SHAPE);
		assertThat(refused("size=\"A4\"", "<Label-round radius=\"20mm\"/>").reason()).isEqualTo(Reason.BAD_COUNT);
		assertThat(refused("size=\"Foolscap\"", "<Label-round radius=\"20mm\">" + layout + "</Label-round>"))
			.hasMessage("unknown paper \"Foolscap\"");
		assertThat(refused("size=\"A10\"", "<Label-round radius=\"20mm\">" + layout + "</Label-round>").reason())
			.isEqualTo(Reason.OFF_PAPER);
		assertThat(refused("size=\"A4\"", "<Label-round radius=\"20mm\"><Layout nx=\"1e3\"/></Label-round>"))
			.hasMessage("nx=\"1e3\" is no figure");
	}

	@Test
	void nothingOutsideTheFileIsLoaded() throws IOException {
		String label = "<Label-round radius=\"20mm\"><Layout nx=\"1\" ny=\"1\"/></Label-round>";
		String dtd = "<!DOCTYPE t SYSTEM \"file:///nowhere.dtd\" [<!ENTITY x SYSTEM \"file:///etc/hostname\">"
				+ "<!ENTITY y \"A4\">]>";
		assertThat(read(dtd + "<t><Template brand=\"B\" part=\"P\" size=\"A4\">" + label + "</Template></t>"))
			.hasSize(1);
		assertThat(
				read(dtd + "<t><Template brand=\"&y;\" part=\"P\" size=\"&y;\">" + label + "</Template></t>").getFirst()
					.refused())
			.hasMessage("unknown paper \"\"");
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> read(dtd + "<t>&x;</t>"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NO_XML));
	}

	@Test
	void whatIsNoXmlIsRefusedWithThePlace() throws IOException {
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> read("<Glabels-templates>\n<Template"))
			.withMessageStartingWith("no XML from line 2");
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> read("")).withMessageStartingWith("no XML");
		assertThat(read("<nothing/>")).isEmpty();
	}

	@Test
	void anEndlessFileIsRefused() {
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> GlabelsTemplates.read(new InputStream() {

			@Override
			public int read() {
				return ' ';
			}

		})).satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.FILE_TOO_LARGE));
	}

	/**
	 * The whole database against its figures as others worked them out. Skipped where the
	 * database is not beside the checkout.
	 */
	@Test
	void theWholeDatabaseIsReadAsItsFiguresAre() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(DATABASE), "the gLabels database is not beside the checkout");
		List<GlabelsTemplate> templates = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(DATABASE, "*-templates.xml")) {
			for (Path file : files) {
				try (InputStream in = Files.newInputStream(file)) {
					templates.addAll(GlabelsTemplates.read(in));
				}
			}
		}
		Map<String, Geometry> geometries = new HashMap<>();
		Geometry.all().forEach((geometry) -> geometries.put(geometry.name(), geometry));
		int compared = 0;
		int aliases = 0;
		for (GlabelsTemplate template : templates) {
			Geometry geometry = geometries.get(template.brand() + " " + template.part());
			if (geometry == null) {
				aliases++;
			}
			else {
				compared++;
				geometry.compare(template);
			}
		}
		assertThat(compared).isEqualTo(geometries.size()).isEqualTo(1127);
		assertThat(aliases).isEqualTo(632);
		assertThat(templates).filteredOn((template) -> template.stock() == null)
			.filteredOn((template) -> Objects.requireNonNull(template.refused()).reason() == Reason.UNKNOWN_TEMPLATE)
			.singleElement()
			.satisfies((template) -> assertThat(template.part()).isEqualTo("10801"));
	}

}
