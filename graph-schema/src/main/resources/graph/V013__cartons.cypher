// Numbers of cartons, which never repeat.

CREATE CONSTRAINT company_prefix FOR (p:CompanyPrefix) REQUIRE p.prefix IS UNIQUE;
CREATE CONSTRAINT company_prefix_party FOR (p:CompanyPrefix) REQUIRE p.party IS UNIQUE;
CREATE CONSTRAINT cartons_id FOR (c:Cartons) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT cartons_number FOR (c:Cartons) REQUIRE (c.prefix, c.first) IS UNIQUE;
CREATE INDEX cartons_lot FOR (c:Cartons) ON (c.lot);
