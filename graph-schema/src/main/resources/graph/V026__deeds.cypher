// What is done with accounts, the latest first.
CREATE CONSTRAINT deed_id FOR (d:Deed) REQUIRE d.id IS UNIQUE;
CREATE INDEX deed_at FOR (d:Deed) ON (d.at, d.id);
