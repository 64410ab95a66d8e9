// Records that wait for an expert, the latest first.
CREATE CONSTRAINT unsigned_id FOR (u:Unsigned) REQUIRE u.id IS UNIQUE;
CREATE INDEX unsigned_asked FOR (u:Unsigned) ON (u.asked);
