// Who was invited comes with a secret of which the account has the digest; nobody has two.
CREATE CONSTRAINT account_invitation FOR (a:Account) REQUIRE a.invitation IS UNIQUE;

// Parties to choose from.
CREATE INDEX party_name FOR (p:Party) ON (p.name);
