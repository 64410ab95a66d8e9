// A graph that is being built from a backup says so until it is whole.
CREATE CONSTRAINT restoration_id FOR (r:Restoration) REQUIRE r.id IS UNIQUE;
