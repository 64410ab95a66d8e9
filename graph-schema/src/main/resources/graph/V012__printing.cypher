// What parties print on, and with what.

CREATE CONSTRAINT label_stock_id FOR (s:LabelStock) REQUIRE (s.party, s.id) IS UNIQUE;
CREATE CONSTRAINT printer_id FOR (p:Printer) REQUIRE (p.party, p.id) IS UNIQUE;
