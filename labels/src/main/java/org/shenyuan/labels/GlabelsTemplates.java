package org.shenyuan.labels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Reads label stocks from the template files of gLabels (its DTDs 3.0 and 4.0). Lengths
 * are a number with pt, in, mm, cm or pc, or of points without. Waste and the markup are
 * left out: {@link LabelShape} has its own margin.
 */
public final class GlabelsTemplates {

	/** Ten times the largest file gLabels comes with. */
	private static final int MOST_BYTES = 1 << 20;

	private static final Pattern LENGTH = Pattern
		.compile("\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(|pt|in|mm|cm|pc)\\s*");

	private static final Map<String, Double> UNITS = Map.of("", 25.4 / 72, "pt", 25.4 / 72, "in", 25.4, "mm", 1.0, "cm",
			10.0, "pc", 25.4 / 6);

	private static final String LABEL = "Label-";

	private final Map<String, Element> papers = new HashMap<>();

	private final List<Draft> drafts = new ArrayList<>();

	/** Those that are no aliases, by brand and part. */
	private final Map<List<String>, Draft> originals = new HashMap<>();

	private GlabelsTemplates() {
		for (Table.Row paper : Table.read("papers.csv")) {
			this.papers.put(paper.text("paper"), new Element("Paper-size",
					Map.of("width", paper.text("width") + "mm", "height", paper.text("height") + "mm")));
		}
	}

	/**
	 * Reads a file of templates, or a document with one in it. Nothing outside it is
	 * loaded, no DTD and no entity.
	 * @throws LabelRefused if it is no XML, or larger than 1 MB
	 */
	public static List<GlabelsTemplate> read(InputStream in) throws IOException {
		byte[] file = in.readNBytes(MOST_BYTES + 1);
		if (file.length > MOST_BYTES) {
			throw LabelRefused.fileTooLarge(MOST_BYTES);
		}
		var templates = new GlabelsTemplates();
		try {
			var factory = XMLInputFactory.newDefaultFactory();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
			templates.parse(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
		}
		catch (XMLStreamException ex) {
			throw LabelRefused.noXml(ex.getLocation().getLineNumber(), ex.getLocation().getColumnNumber());
		}
		return templates.drafts.stream().map(templates::template).toList();
	}

	private void parse(XMLStreamReader xml) throws XMLStreamException {
		Draft draft = null;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			Element element = element(xml);
			if (element.name().equals("Paper-size")) {
				this.papers.put(element.text("id", ""), element);
			}
			else if (element.name().equals("Template")) {
				draft = new Draft(element, new ArrayList<>());
				this.drafts.add(draft);
				if (element.text("equiv", "").isEmpty()) {
					this.originals.putIfAbsent(List.of(element.text("brand", ""), element.text("part", "")), draft);
				}
			}
			else if (draft != null && (element.name().startsWith(LABEL) || element.name().equals("Layout"))) {
				draft.parts().add(element);
			}
		}
	}

	private static Element element(XMLStreamReader xml) {
		var attributes = new HashMap<String, String>();
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
		}
		return new Element(xml.getLocalName(), attributes);
	}

	private GlabelsTemplate template(Draft draft) {
		Element template = draft.template();
		String brand = template.text("brand", "");
		String part = template.text("part", "");
		try {
			Draft geometry = geometry(draft, brand);
			String description = geometry.template().text("_description", geometry.template().text("description", ""));
			return new GlabelsTemplate(brand, part, description, stock(geometry, (brand + " " + part).strip()), null);
		}
		catch (LabelRefused ex) {
			return new GlabelsTemplate(brand, part, template.text("_description", ""), null, ex);
		}
	}

	/** An alias has the geometry of another template of its brand. */
	private Draft geometry(Draft draft, String brand) {
		String equivalent = draft.template().text("equiv", "");
		if (equivalent.isEmpty()) {
			return draft;
		}
		Draft original = this.originals.get(List.of(brand, equivalent));
		if (original == null) {
			throw LabelRefused.unknown(LabelRefused.Reason.UNKNOWN_TEMPLATE, brand + " " + equivalent);
		}
		return original;
	}

	private Stock stock(Draft draft, String name) {
		LabelShape shape = shape(draft.part(LABEL));
		Element template = draft.template();
		String size = template.text("size", "");
		boolean roll = size.equals("roll");
		Element paper = (roll || size.equals("other")) ? template : this.papers.get(size);
		if (paper == null) {
			throw LabelRefused.unknown(LabelRefused.Reason.UNKNOWN_PAPER, size);
		}
		double width = paper.length("width");
		Medium medium = roll ? new Medium.Roll(Math.max(width, template.length("roll_width")), 0) : Medium.SHEET;
		// Some templates give a grid twice.
		List<Grid> grids = draft.parts()
			.stream()
			.filter((part) -> part.name().equals("Layout"))
			.map(GlabelsTemplates::grid)
			.distinct()
			.toList();
		return new Stock(name, String.format(Locale.ROOT, "%s, %.1f × %.1f mm", name, shape.width(), shape.height()),
				medium, width, paper.length("height"), shape, grids, Stock.Offset.NONE);
	}

	private static LabelShape shape(@Nullable Element label) {
		String shape = (label != null) ? label.name().substring(LABEL.length()) : "";
		if (label != null && shape.equals("rectangle")) {
			return LabelShape.rectangle(label.length("width"), label.length("height"), label.length("round"));
		}
		if (label != null && shape.equals("round")) {
			return LabelShape.round(2 * label.length("radius"));
		}
		if (label != null && shape.equals("ellipse")) {
			return LabelShape.ellipse(label.length("width"), label.length("height"));
		}
		throw LabelRefused.unknown(LabelRefused.Reason.UNKNOWN_SHAPE, shape);
	}

	private static Grid grid(Element layout) {
		return new Grid(layout.count("nx"), layout.count("ny"), layout.length("x0"), layout.length("y0"),
				layout.length("dx"), layout.length("dy"));
	}

	/** A template as it stands in the file, with its label and its layouts. */
	private record Draft(Element template, List<Element> parts) {

		private @Nullable Element part(String prefix) {
			return this.parts.stream().filter((part) -> part.name().startsWith(prefix)).findFirst().orElse(null);
		}

	}

	private record Element(String name, Map<String, String> attributes) {

		private String text(String attribute, String otherwise) {
			return this.attributes.getOrDefault(attribute, otherwise);
		}

		/** A length in mm; one that is not given is zero, as gLabels has it. */
		private double length(String attribute) {
			String text = text(attribute, "0");
			Matcher matcher = LENGTH.matcher(text);
			if (!matcher.matches()) {
				throw LabelRefused.badFigure(attribute, text);
			}
			return Double.parseDouble(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), Double.NaN);
		}

		private int count(String attribute) {
			String text = text(attribute, "1");
			try {
				return Integer.parseInt(text.strip());
			}
			catch (NumberFormatException ex) {
				throw LabelRefused.badFigure(attribute, text);
			}
		}

	}

}
