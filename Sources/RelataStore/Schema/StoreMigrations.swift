import GRDB

/// The versions of the file's schema.
///
/// A released migration never changes; new ones are appended. `application_id` tells a graph from other SQLite files, `user_version` counts migrations. Every table
/// has text keys and no row ids, so that its order does not depend on the order of insertion.
enum StoreMigrations {
  /// The letters RLTA.
  static let applicationID = 0x524C_5441
  static let currentVersion = 9

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1 documents, names, entities, relations") { db in
      try db.execute(sql: documents)
      try db.execute(sql: names)
      try db.execute(sql: relations)
      try db.execute(sql: StoreViews.v1)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("v2 amounts, reporters") { db in
      try db.execute(sql: qualifiers)
      try db.execute(sql: StoreViews.v2)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("v3 authors, outlets, addresses") { db in
      try db.execute(sql: origins)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("v4 files") { db in
      try db.execute(sql: files)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("v5 bearers of names") { db in
      try db.execute(sql: bearers)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("v6 decisions, pages") { db in
      try db.execute(sql: DecisionSchema.v6)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("v7 copies, confidential documents") { db in
      try db.execute(sql: copies)
      try db.execute(sql: DecisionSchema.v7)
      try db.execute(sql: "PRAGMA user_version = 7")
    }
    migrator.registerMigration("v8 builds") { db in
      try db.execute(sql: builds)
      try db.execute(sql: "PRAGMA user_version = 8")
    }
    migrator.registerMigration("v9 types by decision, rules, views of what is told") { db in
      try db.execute(sql: DecisionSchema.v9)
      try db.execute(sql: rules)
      try db.execute(sql: indexes)
      try db.execute(sql: StoreViews.v9)
      try db.execute(sql: "PRAGMA user_version = 9")
    }
    return migrator
  }

  /// Without these, adding a document looks at every bearer and every document.
  private static let indexes = """
    CREATE INDEX bearerByName ON bearer (name, nameKey);
    CREATE INDEX documentSealed ON document (id) WHERE isConfidential = 1;
    """

  /// The names of rules files that builds were given, which later builds go by too.
  private static let rules = """
    CREATE TABLE watchedName (
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      aliases TEXT NOT NULL,
      PRIMARY KEY (name, type)
    ) WITHOUT ROWID;
    """

  /// Which documents print the same report.
  ///
  /// `report` is the first of them; null until ``CopyBackfill`` has looked.
  private static let copies = """
    ALTER TABLE document ADD COLUMN report TEXT;
    CREATE INDEX documentReport ON document (report);
    CREATE TABLE documentSketch (
      documentId TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
      shingles BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE documentBand (
      band INTEGER NOT NULL,
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      PRIMARY KEY (band, documentId)
    ) WITHOUT ROWID;
    CREATE INDEX documentBandDocument ON documentBand (documentId);
    CREATE TABLE documentCopy (
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      otherId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      PRIMARY KEY (documentId, otherId)
    ) WITHOUT ROWID;
    CREATE INDEX documentCopyOther ON documentCopy (otherId);
    """

  /// The builds that brought documents, in their order; a document of before has none.
  private static let builds = """
    CREATE TABLE build (
      number INTEGER NOT NULL PRIMARY KEY,
      day TEXT
    ) WITHOUT ROWID;
    ALTER TABLE document ADD COLUMN build INTEGER REFERENCES build (number);
    CREATE INDEX documentBuild ON document (build);
    """

  /// People and organizations are known by name and document from here on, so that namesakes are two; what is known
  /// of each bearer is filled in by ``BearerBackfill``.
  private static let bearers = """
    CREATE TABLE bearer (
      nameKey TEXT NOT NULL PRIMARY KEY REFERENCES nameGroup (nameKey) ON DELETE CASCADE,
      name TEXT NOT NULL,
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      facts TEXT NOT NULL,
      context TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX bearerDocument ON bearer (documentId);
    CREATE TABLE bearerName (
      name TEXT NOT NULL,
      nameKey TEXT NOT NULL REFERENCES bearer (nameKey) ON DELETE CASCADE,
      PRIMARY KEY (name, nameKey)
    ) WITHOUT ROWID;
    CREATE INDEX bearerNameKey ON bearerName (nameKey);
    CREATE TABLE nameBlock (
      block TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (block, name)
    ) WITHOUT ROWID;
    CREATE INDEX nameBlockName ON nameBlock (name);
    CREATE TABLE nameLink (
      name TEXT NOT NULL,
      other TEXT NOT NULL,
      PRIMARY KEY (name, other)
    ) WITHOUT ROWID;
    ALTER TABLE entity ADD COLUMN isContested INTEGER NOT NULL DEFAULT 0;
    UPDATE documentEntity SET nameKey = nameKey || '@' || documentId
      WHERE type IN ('PERSON', 'ORGANIZATION');
    INSERT OR IGNORE INTO nameGroup (nameKey, entityId)
      SELECT documentEntity.nameKey, nameGroup.entityId FROM documentEntity JOIN nameGroup
        ON nameGroup.nameKey = substr(documentEntity.nameKey, 1, instr(documentEntity.nameKey, '@') - 1)
      WHERE documentEntity.type IN ('PERSON', 'ORGANIZATION');
    \(["subjectKey", "objectKey", "claimantKey"].map(bearerColumn).joined(separator: "\n"))
    DELETE FROM nameForm WHERE nameKey LIKE 'PERSON:%' OR nameKey LIKE 'ORGANIZATION:%';
    INSERT INTO nameForm (nameKey, kind, form, count)
      SELECT nameKey, 'name', name, count(*) FROM documentEntity
      WHERE type IN ('PERSON', 'ORGANIZATION') GROUP BY nameKey, name;
    INSERT INTO nameForm (nameKey, kind, form, count)
      SELECT nameKey, 'alias', value, count(*) FROM documentEntity, json_each(aliases)
      WHERE documentEntity.type IN ('PERSON', 'ORGANIZATION') GROUP BY nameKey, value;
    INSERT INTO nameForm (nameKey, kind, form, count)
      SELECT nameKey, 'role', value, count(*) FROM documentEntity, json_each(roles)
      WHERE documentEntity.type IN ('PERSON', 'ORGANIZATION') GROUP BY nameKey, value;
    DELETE FROM aliasClaim WHERE nameKey LIKE 'PERSON:%' OR nameKey LIKE 'ORGANIZATION:%';
    DELETE FROM nameGroup WHERE (nameKey LIKE 'PERSON:%' OR nameKey LIKE 'ORGANIZATION:%')
      AND instr(nameKey, '@') = 0;
    """

  /// A column of assertions from keys of names to keys of bearers.
  private static func bearerColumn(_ column: String) -> String {
    let isBearer = "(\(column) LIKE 'PERSON:%' OR \(column) LIKE 'ORGANIZATION:%')"
    return """
      INSERT OR IGNORE INTO nameGroup (nameKey, entityId)
        SELECT \(column) || '@' || documentId, nameGroup.entityId FROM assertion
        JOIN nameGroup ON nameGroup.nameKey = \(column) WHERE \(isBearer);
      UPDATE assertion SET \(column) = \(column) || '@' || documentId WHERE \(isBearer);
      """
  }

  /// The files in which documents were found; `part` is empty where a document is all of its file.
  private static let files = """
    CREATE TABLE documentFile (
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      place TEXT NOT NULL,
      part TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      read TEXT,
      PRIMARY KEY (documentId, place, part)
    ) WITHOUT ROWID;
    CREATE INDEX documentFilePlace ON documentFile (place, part);
    CREATE INDEX documentURL ON document (url);
    """

  /// What a document says of who wrote and published it, and where.
  private static let origins = """
    ALTER TABLE document ADD COLUMN author TEXT;
    ALTER TABLE document ADD COLUMN outlet TEXT;
    ALTER TABLE document ADD COLUMN url TEXT;
    """

  /// How much, in the text's words; who passes a claim on, as a JSON array.
  private static let qualifiers = """
    ALTER TABLE assertion ADD COLUMN amount TEXT;
    ALTER TABLE assertion ADD COLUMN via TEXT NOT NULL DEFAULT '[]';
    """

  private static let documents = """
    CREATE TABLE document (
      id TEXT NOT NULL PRIMARY KEY,
      source TEXT NOT NULL,
      title TEXT,
      published TEXT,
      sha256 TEXT NOT NULL,
      digest TEXT NOT NULL,
      producer TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX documentSHA256 ON document (sha256);
    CREATE TABLE documentText (
      documentId TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
      text TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  private static let names = """
    CREATE TABLE entity (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      aliases TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE entityForm (
      form TEXT NOT NULL,
      entityId TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
      lastWord TEXT NOT NULL,
      PRIMARY KEY (form, entityId)
    ) WITHOUT ROWID;
    CREATE INDEX entityFormLastWord ON entityForm (lastWord);
    CREATE INDEX entityFormEntity ON entityForm (entityId);
    CREATE TABLE nameGroup (
      nameKey TEXT NOT NULL PRIMARY KEY,
      entityId TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID;
    CREATE INDEX nameGroupEntity ON nameGroup (entityId);
    CREATE TABLE nameForm (
      nameKey TEXT NOT NULL REFERENCES nameGroup (nameKey) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'role')),
      form TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count > 0),
      PRIMARY KEY (nameKey, kind, form)
    ) WITHOUT ROWID;
    CREATE TABLE documentEntity (
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      localId TEXT NOT NULL,
      nameKey TEXT NOT NULL REFERENCES nameGroup (nameKey) DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      aliases TEXT NOT NULL,
      roles TEXT NOT NULL,
      PRIMARY KEY (documentId, localId)
    ) WITHOUT ROWID;
    CREATE INDEX documentEntityNameKey ON documentEntity (nameKey, documentId);
    CREATE TABLE aliasClaim (
      nameKey TEXT NOT NULL,
      aliasKey TEXT NOT NULL,
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      PRIMARY KEY (nameKey, aliasKey, documentId)
    ) WITHOUT ROWID;
    CREATE INDEX aliasClaimAlias ON aliasClaim (aliasKey, nameKey);
    CREATE INDEX aliasClaimDocument ON aliasClaim (documentId);
    """

  private static let relations = """
    CREATE TABLE relation (
      id TEXT NOT NULL PRIMARY KEY,
      subjectId TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      type TEXT NOT NULL,
      objectId TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      predicate TEXT NOT NULL,
      polarity TEXT NOT NULL,
      status TEXT NOT NULL,
      tense TEXT NOT NULL,
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
    ) WITHOUT ROWID;
    CREATE INDEX relationSubject ON relation (subjectId);
    CREATE INDEX relationObject ON relation (objectId);
    CREATE TABLE assertion (
      documentId TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      localId TEXT NOT NULL,
      subjectKey TEXT NOT NULL REFERENCES nameGroup (nameKey) DEFERRABLE INITIALLY DEFERRED,
      type TEXT NOT NULL,
      objectKey TEXT NOT NULL REFERENCES nameGroup (nameKey) DEFERRABLE INITIALLY DEFERRED,
      predicate TEXT NOT NULL,
      polarity TEXT NOT NULL,
      status TEXT NOT NULL,
      tense TEXT NOT NULL,
      claimantKey TEXT REFERENCES nameGroup (nameKey) DEFERRABLE INITIALLY DEFERRED,
      claimant TEXT,
      cue TEXT,
      time TEXT,
      place TEXT,
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      extractor TEXT NOT NULL,
      sentence INTEGER NOT NULL,
      "start" INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      subjectStart INTEGER, subjectEnd INTEGER,
      objectStart INTEGER, objectEnd INTEGER,
      triggerStart INTEGER, triggerEnd INTEGER,
      quote TEXT NOT NULL,
      relationId TEXT REFERENCES relation (id) DEFERRABLE INITIALLY DEFERRED,
      isSwapped INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (documentId, position)
    ) WITHOUT ROWID;
    CREATE INDEX assertionRelation ON assertion (relationId);
    CREATE INDEX assertionSubject ON assertion (subjectKey);
    CREATE INDEX assertionObject ON assertion (objectKey);
    CREATE INDEX assertionClaimant ON assertion (claimantKey);
    """
}
