package org.shenyuan.labels;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** How much of a QR symbol may be lost and it still reads (ISO/IEC 18004). */
public enum ErrorCorrection {

	/** About 7 %. */
	L(ErrorCorrectionLevel.L),

	/** About 15 %, what a label takes unless told otherwise. */
	M(ErrorCorrectionLevel.M),

	/** About 25 %. */
	Q(ErrorCorrectionLevel.Q),

	/** About 30 %. */
	H(ErrorCorrectionLevel.H);

	final ErrorCorrectionLevel level;

	ErrorCorrection(ErrorCorrectionLevel level) {
		this.level = level;
	}

}
