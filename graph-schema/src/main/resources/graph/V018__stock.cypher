// What is left of a party's lots, among the many of which nothing is; and its standing crops, which weigh nothing.
CREATE INDEX lot_left FOR (l:Lot) ON (l.holder, l.left);
CREATE INDEX lot_kind FOR (l:Lot) ON (l.holder, l.kind, l.id);
