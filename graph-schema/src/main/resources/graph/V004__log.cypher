// The log in the order in which it is read: an event gets its number when somebody has got that far.
CREATE INDEX event_unlisted FOR (e:Event) ON (e.unlisted);
CREATE INDEX event_number FOR (e:Event) ON (e.number);
DROP INDEX event_recorded IF EXISTS;

MATCH (e:Event)
WHERE e.number IS NULL
SET e.unlisted = e.recorded;
