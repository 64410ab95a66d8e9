// Recalls are found by where they start; what each of them reached is kept.

CREATE INDEX event_origin FOR (e:Event) ON (e.origin);
CREATE CONSTRAINT impact_id FOR (i:Impact) REQUIRE i.id IS UNIQUE;
