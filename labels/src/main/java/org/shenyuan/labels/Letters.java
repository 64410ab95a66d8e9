package org.shenyuan.labels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The glyphs of a face that a document needs, as one small font for each it falls to. */
final class Letters {

	private final Map<FontFile, FontSubset> subsets = new LinkedHashMap<>();

	/**
	 * Keeps the glyphs of some characters.
	 * @param name begins the names that pages know the fonts by
	 */
	Letters(String name, Face face, String characters) throws IOException {
		var wanted = new LinkedHashMap<FontFile, StringBuilder>();
		characters.codePoints()
			.distinct()
			.sorted()
			.forEach((c) -> wanted.computeIfAbsent(face.font(c), (font) -> new StringBuilder()).appendCodePoint(c));
		for (var entry : wanted.entrySet()) {
			this.subsets.put(entry.getKey(),
					new FontSubset(name + this.subsets.size(), entry.getKey(), entry.getValue().toString()));
		}
	}

	List<FontSubset> subsets() {
		return new ArrayList<>(this.subsets.values());
	}

	@Nullable FontSubset subset(FontFile font) {
		return this.subsets.get(font);
	}

}
