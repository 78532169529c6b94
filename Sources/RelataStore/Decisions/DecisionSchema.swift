/// The tables of people's decisions.
enum DecisionSchema {
  /// Anchors name what documents say and refer to no row: a decision outlives whom it is about.
  static let v6 = """
    CREATE TABLE decision (
      number INTEGER NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      decided TEXT NOT NULL,
      person TEXT,
      reason TEXT,
      text TEXT,
      undoes INTEGER,
      relationType TEXT,
      polarity TEXT,
      status TEXT,
      tense TEXT,
      predicate TEXT,
      sides INTEGER NOT NULL,
      isUndone INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE decisionBearer (
      decision INTEGER NOT NULL REFERENCES decision (number),
      side INTEGER NOT NULL,
      nameKey TEXT NOT NULL,
      name TEXT NOT NULL,
      documentId TEXT,
      PRIMARY KEY (decision, side, nameKey)
    ) WITHOUT ROWID;
    CREATE INDEX decisionBearerKey ON decisionBearer (nameKey);
    CREATE INDEX decisionBearerDocument ON decisionBearer (documentId);
    CREATE TABLE decisionStatement (
      decision INTEGER NOT NULL REFERENCES decision (number),
      position INTEGER NOT NULL,
      documentId TEXT NOT NULL,
      subjectKey TEXT NOT NULL,
      objectKey TEXT NOT NULL,
      quote TEXT NOT NULL,
      PRIMARY KEY (decision, position)
    ) WITHOUT ROWID;
    CREATE INDEX decisionStatementDocument ON decisionStatement (documentId);
    ALTER TABLE bearer ADD COLUMN decidedNames TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE assertion ADD COLUMN page INTEGER;
    ALTER TABLE document ADD COLUMN language TEXT;
    ALTER TABLE document ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
    """

  /// What confidential documents say.
  ///
  /// It stands in no other tables than these: the text in `documentText`, the rest, as it is to be put back, in
  /// `sealedDocument`. Names and relations are those of the other documents.
  static let v7 = """
    CREATE TABLE decisionDocument (
      decision INTEGER NOT NULL REFERENCES decision (number),
      documentId TEXT NOT NULL,
      PRIMARY KEY (decision, documentId)
    ) WITHOUT ROWID;
    CREATE INDEX decisionDocumentDocument ON decisionDocument (documentId);
    ALTER TABLE document ADD COLUMN isConfidential INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE sealedDocument (
      documentId TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
      contents TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// What documents with names of another type than was read say, as they were read; and what is not told.
  ///
  /// `retypedDocument` has the form of `sealedDocument`. `leftOut` holds ids of entities and relations that somebody
  /// rejected or hid, for the views; a relation's times are as its evidence says.
  static let v9 = """
    CREATE TABLE retypedDocument (
      documentId TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
      contents TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE retypedName (
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      readKey TEXT NOT NULL,
      readName TEXT NOT NULL,
      nameKey TEXT NOT NULL,
      PRIMARY KEY (documentId, readKey)
    ) WITHOUT ROWID;
    CREATE INDEX retypedNameRead ON retypedName (readKey);
    CREATE INDEX retypedNameReadName ON retypedName (readName);
    CREATE INDEX retypedNameKey ON retypedName (nameKey);
    CREATE TABLE leftOut (
      id TEXT NOT NULL PRIMARY KEY,
      decision TEXT NOT NULL CHECK (decision IN ('rejected', 'hidden'))
    ) WITHOUT ROWID;
    ALTER TABLE relation ADD COLUMN holdsFrom TEXT;
    ALTER TABLE relation ADD COLUMN holdsUntil TEXT;
    ALTER TABLE relation ADD COLUMN firstReported TEXT;
    ALTER TABLE relation ADD COLUMN lastReported TEXT;
    ALTER TABLE relation ADD COLUMN isTimed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX relationUntimed ON relation (id) WHERE isTimed = 0;
    """
}
