// The registry lists its varieties by name.

CREATE INDEX variety_name FOR (v:Variety) ON (v.name);
