package org.shenyuan.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * All terms, read once: they come with migrations, and a migration needs a start. A few
 * hundred rows.
 */
@Component
public final class Terms {

	private static final Cypher ALL = Cypher
		.of("""
				MATCH (t:Term)
				WHERE t.scheme > '' AND t.code > ''
				RETURN t.scheme AS scheme, t.code AS code, t.zh AS zh, t.en AS en, t.ko AS ko, t.latin AS latin, t.language AS language,
				       coalesce(t.raw, false) AS raw
				ORDER BY scheme, t.place, code
				""");

	private final Graph graph;

	private volatile Map<String, List<Term>> byScheme = Map.of();

	Terms(Graph graph) {
		this.graph = graph;
	}

	/** Every term of a list, in the order in which people expect it. */
	public List<Term> of(String scheme) {
		return all().getOrDefault(scheme, List.of());
	}

	public Optional<Term> find(String scheme, String code) {
		return of(scheme).stream().filter((term) -> term.code().equals(code)).findFirst();
	}

	public boolean knows(String scheme, String code) {
		return find(scheme, code).isPresent();
	}

	/**
	 * The word for a code in the reader's language, or the code itself when it is
	 * unknown.
	 */
	public String word(String scheme, String code, Locale locale) {
		return find(scheme, code).map((term) -> term.in(locale)).orElse(code);
	}

	/**
	 * Where labels are for: what was said, and the first of the list when nothing was.
	 */
	public String market(@Nullable String said) {
		return (said != null) ? said : of("market").getFirst().code();
	}

	/** A species with its Latin name, which is the same in every country. */
	public String species(String code, Locale locale) {
		return find("species", code).map((term) -> term.in(locale) + " " + term.latin()).orElse(code);
	}

	/** The word in the language of the request, for templates. */
	public String word(String scheme, String code) {
		return word(scheme, code, LocaleContextHolder.getLocale());
	}

	private Map<String, List<Term>> all() {
		if (this.byScheme.isEmpty()) {
			Map<String, List<Term>> read = new TreeMap<>();
			this.graph.read((tx) -> tx.list(ALL, Map.of(), Terms::term))
				.forEach((term) -> read.merge(term.scheme(), List.of(term), Terms::both));
			this.byScheme = read;
		}
		return this.byScheme;
	}

	private static List<Term> both(List<Term> some, List<Term> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	private static Term term(Record row) {
		return new Term(row.get("scheme").asString(), row.get("code").asString(), row.get("zh").asString(),
				row.get("en").asString(), row.get("ko").asString(), row.get("latin").asString(null),
				row.get("language").asString(null), row.get("raw").asBoolean());
	}

}
