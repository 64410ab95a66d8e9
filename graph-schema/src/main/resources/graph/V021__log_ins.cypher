// Where people are logged in, by the digest of the secret that their browser has.
CREATE CONSTRAINT log_in_hash FOR (l:LogIn) REQUIRE l.hash IS UNIQUE;

// Who proves elsewhere who they are: one account for each subject of a provider.
CREATE CONSTRAINT account_subject FOR (a:Account) REQUIRE a.subject IS UNIQUE;

// Browsers were remembered by a signature; now each has a secret of its own.
DROP CONSTRAINT secret_name;
MATCH (s:Secret) DETACH DELETE s;
