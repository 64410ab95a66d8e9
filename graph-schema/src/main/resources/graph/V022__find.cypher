// Whatever is registered is found by a word of its name or number, in scripts with spaces between words and without.
CREATE FULLTEXT INDEX thing_words FOR (t:Thing) ON EACH [t.id, t.name, t.nameLatin, t.number]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
