package org.shenyuan.labels;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Map;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;

/** Reads a symbol in a grey picture. */
@FunctionalInterface
interface Decoder {

	/** What the symbol says, empty if none is read. */
	String read(BufferedImage picture);

	/** BoofCV, which reads QR and had no part in drawing it. One thread at a time. */
	static Decoder boofCv() {
		QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
		return (picture) -> {
			var image = new GrayU8(picture.getWidth(), picture.getHeight());
			image.data = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
			detector.process(image);
			return detector.getDetections().isEmpty() ? "" : detector.getDetections().getFirst().message;
		};
	}

	/** ZXing, which had no part in drawing DataMatrix. */
	static Decoder zxing() {
		Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS,
				List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));
		return (picture) -> {
			int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
			var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
			for (Binarizer threshold : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
				try {
					String text = new MultiFormatReader().decode(new BinaryBitmap(threshold), hints).getText();
					// FNC1 before and between the elements of GS1 DataMatrix.
					return text.replace("\u001d", "");
				}
				catch (ReaderException ex) {
					// The next may see more.
				}
			}
			return "";
		};
	}

}
