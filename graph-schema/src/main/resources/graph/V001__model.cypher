// The model: what has an identity, and how each thing is looked up.
// Community Edition enforces uniqueness; everything else is kept by the ledger and proved by audit/*.cypher.

// A registered thing: party, parcel, base, plot, facility, certificate, variety. One id space for all of them.
CREATE CONSTRAINT thing_id FOR (t:Thing) REQUIRE t.id IS UNIQUE;

// Everything physical.
CREATE CONSTRAINT lot_id FOR (l:Lot) REQUIRE l.id IS UNIQUE;

// A party's stock, in order.
CREATE INDEX lot_holder FOR (l:Lot) ON (l.holder, l.id);

// Everything that happened. The id is made by whoever knew of it first.
CREATE CONSTRAINT event_id FOR (e:Event) REQUIRE e.id IS UNIQUE;

// The log in the order in which it was recorded.
CREATE INDEX event_recorded FOR (e:Event) ON (e.recorded, e.position, e.id);

// A run of labels is one node, however many labels it has.
CREATE CONSTRAINT run_number FOR (r:Run) REQUIRE r.number IS UNIQUE;
CREATE CONSTRAINT run_id FOR (r:Run) REQUIRE r.id IS UNIQUE;

// Controlled vocabulary in three languages.
CREATE CONSTRAINT term_code FOR (t:Term) REQUIRE (t.scheme, t.code) IS UNIQUE;

// Numbers of the trade, effective-dated.
CREATE CONSTRAINT rule_id FOR (r:Rule) REQUIRE r.id IS UNIQUE;
CREATE INDEX rule_kind FOR (r:Rule) ON (r.kind);

// People and their tokens.
CREATE CONSTRAINT account_name FOR (a:Account) REQUIRE a.name IS UNIQUE;
CREATE CONSTRAINT token_hash FOR (t:Token) REQUIRE t.hash IS UNIQUE;

// Numbers handed out in sequence.
CREATE CONSTRAINT counter_name FOR (c:Counter) REQUIRE c.name IS UNIQUE;
