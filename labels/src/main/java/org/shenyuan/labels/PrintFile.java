package org.shenyuan.labels;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF made to be printed on a stock: it asks the viewer not to scale, carries no date,
 * and takes its identifier from what is drawn, so the same drawing is the same file.
 */
final class PrintFile implements Closeable {

	/** Past this a document's pages wait in a temporary file. */
	private static final long MEMORY = 16 << 20;

	/** Half the time of what a deflater does unless told, and a third more bytes. */
	private static final int SWIFT = 3;

	private static final String COLOURS = "sRGB IEC61966-2.1";

	private static final String ARCHIVE = """
			<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
			<x:xmpmeta xmlns:x="adobe:ns:meta/">
			<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
			<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
			<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
			</rdf:Description>
			</rdf:RDF>
			</x:xmpmeta>
			<?xpacket end="r"?>""";

	private final Stock stock;

	private final PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(MEMORY).streamCache);

	private final COSDictionary fonts = new COSDictionary();

	private final PDResources resources;

	private final MessageDigest drawn;

	PrintFile(Stock stock, Letters... letters) throws IOException {
		this.stock = stock;
		this.drawn = sha256();
		for (Letters face : letters) {
			for (FontSubset subset : face.subsets()) {
				this.fonts.setItem(COSName.getPDFName(subset.name()), EmbeddedFont.in(this.document, subset));
			}
		}
		this.resources = resources();
	}

	/** What is drawn, as a file holds it. */
	static final class Content {

		private final byte[] deflated;

		/** Of the drawing before it was deflated. */
		private final byte[] digest;

		private Content(byte[] deflated, byte[] digest) {
			this.deflated = deflated;
			this.digest = digest;
		}

		static Content of(Ink ink) {
			byte[] bytes = ink.bytes();
			var deflated = new ByteArrayOutputStream(bytes.length / 2);
			var deflater = new Deflater(SWIFT);
			try (OutputStream out = new DeflaterOutputStream(deflated, deflater)) {
				out.write(bytes);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			finally {
				deflater.end();
			}
			return new Content(deflated.toByteArray(), sha256().digest(bytes));
		}

	}

	/** Keeps a drawing of a label's size that pages can show by its name. */
	void form(String name, Ink ink) throws IOException {
		var form = new PDFormXObject(stream(Content.of(ink)));
		form.setBBox(new PDRectangle((float) this.stock.labelWidth(), (float) this.stock.labelHeight()));
		form.setResources(resources());
		this.resources.put(COSName.getPDFName(name), form);
	}

	/** Adds a page drawn in points. */
	void page(Content content) throws IOException {
		var page = new PDPage(new PDRectangle(points(this.stock.paperWidth()), points(this.stock.paperHeight())));
		page.setResources(this.resources);
		page.setContents(stream(content));
		this.document.addPage(page);
	}

	void save(OutputStream out) throws IOException {
		archive();
		var preferences = new PDViewerPreferences(new COSDictionary());
		preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
		preferences.setDuplex(PDViewerPreferences.DUPLEX.Simplex);
		this.document.getDocumentCatalog().setViewerPreferences(preferences);
		this.document.getDocumentCatalog().setLanguage("zh-CN");
		// Without one PDFBox would make an identifier of the time.
		var id = new COSString(this.drawn.digest());
		var ids = new COSArray();
		ids.add(id);
		ids.add(id);
		this.document.getDocument().getTrailer().setItem(COSName.ID, ids);
		// A plain table of objects: the compressed kind has a count that checkers
		// complain of.
		this.document.save(out, CompressParameters.NO_COMPRESSION);
	}

	/** What an archive needs (ISO 19005-2, level B): what grey means, and saying so. */
	private void archive() throws IOException {
		this.document.setVersion(1.7f);
		var intent = new PDOutputIntent(this.document,
				new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
		intent.setInfo(COLOURS);
		intent.setOutputCondition(COLOURS);
		intent.setOutputConditionIdentifier(COLOURS);
		PDDocumentCatalog catalog = this.document.getDocumentCatalog();
		catalog.addOutputIntent(intent);
		catalog.setMetadata(
				new PDMetadata(this.document, new ByteArrayInputStream(ARCHIVE.getBytes(StandardCharsets.UTF_8))));
	}

	@Override
	public void close() throws IOException {
		this.document.close();
	}

	/** All streams share the fonts; a form must not list itself. */
	private PDResources resources() {
		var dictionary = new COSDictionary();
		dictionary.setItem(COSName.FONT, this.fonts);
		return new PDResources(dictionary);
	}

	private PDStream stream(Content content) throws IOException {
		this.drawn.update(content.digest);
		var stream = new PDStream(this.document);
		stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
		try (OutputStream out = stream.getCOSObject().createRawOutputStream()) {
			out.write(content.deflated);
		}
		return stream;
	}

	private static float points(double millimetres) {
		return (float) (millimetres / Mark.Text.MILLIMETRES_PER_POINT);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
