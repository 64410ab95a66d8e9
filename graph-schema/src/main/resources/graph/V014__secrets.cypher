// What all backends of one graph have to share and nobody else may know.
CREATE CONSTRAINT secret_name FOR (s:Secret) REQUIRE s.name IS UNIQUE;
