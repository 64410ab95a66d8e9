package org.shenyuan.events;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who stood beside the bed can show for it.
 *
 * @param photos SHA-256 of each, hexadecimal: a picture that is shown later is the one
 * that was taken then
 */
public record Evidence(
		@Size(max = MOST_PHOTOS) @Nullable List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> photos,
		@Valid @Nullable Position position) {

	/** Of one event. */
	public static final int MOST_PHOTOS = 5;

	/**
	 * Where a phone was, in degrees of WGS-84.
	 *
	 * @param accuracyMetres radius within which it was, as the phone reckons
	 */
	public record Position(@NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
			@NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
			@Min(0) @Max(1_000_000) int accuracyMetres) {
	}

}
