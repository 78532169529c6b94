/// The views that users of `sqlite3`, datasette or DB Browser read: part of the public interface.
enum StoreViews {
  static let v1 = """
    CREATE VIEW entities AS
      SELECT
        entity.id AS id,
        entity.name AS name,
        entity.type AS type,
        (SELECT group_concat(value, '; ') FROM json_each(entity.aliases)) AS aliases,
        (SELECT count(DISTINCT documentEntity.documentId)
         FROM nameGroup JOIN documentEntity ON documentEntity.nameKey = nameGroup.nameKey
         WHERE nameGroup.entityId = entity.id) AS documents,
        (SELECT count(*) FROM relation WHERE relation.subjectId = entity.id)
          + (SELECT count(*) FROM relation WHERE relation.objectId = entity.id) AS relations
      FROM entity;
    CREATE VIEW relations AS
      SELECT
        relation.id AS id,
        subject.name AS subject,
        relation.type AS relation,
        object.name AS object,
        relation.predicate AS predicate,
        relation.polarity AS polarity,
        relation.status AS status,
        relation.tense AS tense,
        relation.confidence AS confidence,
        (SELECT count(*) FROM assertion WHERE assertion.relationId = relation.id) AS mentions,
        (SELECT group_concat(source, '; ') FROM (
          SELECT DISTINCT document.source AS source
          FROM assertion JOIN document ON document.id = assertion.documentId
          WHERE assertion.relationId = relation.id ORDER BY document.source)) AS sources,
        subject.type AS subjectType,
        object.type AS objectType,
        relation.subjectId AS subjectId,
        relation.objectId AS objectId
      FROM relation
      JOIN entity AS subject ON subject.id = relation.subjectId
      JOIN entity AS object ON object.id = relation.objectId;
    CREATE VIEW evidence AS
      SELECT
        subject.name AS subject,
        relation.type AS relation,
        object.name AS object,
        assertion.predicate AS predicate,
        assertion.quote AS quote,
        document.source AS source,
        document.title AS title,
        document.published AS published,
        relation.polarity AS polarity,
        relation.status AS status,
        coalesce(claimant.name, assertion.claimant) AS claimant,
        assertion.cue AS cue,
        assertion.time AS time,
        assertion.place AS place,
        assertion.confidence AS confidence,
        assertion.extractor AS extractor,
        assertion.documentId AS document,
        assertion.sentence AS sentence,
        assertion."start" AS "start",
        assertion."end" AS "end",
        relation.id AS relationId
      FROM assertion
      JOIN document ON document.id = assertion.documentId
      JOIN relation ON relation.id = assertion.relationId
      JOIN entity AS subject ON subject.id = relation.subjectId
      JOIN entity AS object ON object.id = relation.objectId
      LEFT JOIN nameGroup ON nameGroup.nameKey = assertion.claimantKey
      LEFT JOIN entity AS claimant ON claimant.id = nameGroup.entityId;
    """

  /// `amount` and `via` at the end, where a view may grow.
  static let v2 = """
    DROP VIEW evidence;
    CREATE VIEW evidence AS
      SELECT
        subject.name AS subject,
        relation.type AS relation,
        object.name AS object,
        assertion.predicate AS predicate,
        assertion.quote AS quote,
        document.source AS source,
        document.title AS title,
        document.published AS published,
        relation.polarity AS polarity,
        relation.status AS status,
        coalesce(claimant.name, assertion.claimant) AS claimant,
        assertion.cue AS cue,
        assertion.time AS time,
        assertion.place AS place,
        assertion.confidence AS confidence,
        assertion.extractor AS extractor,
        assertion.documentId AS document,
        assertion.sentence AS sentence,
        assertion."start" AS "start",
        assertion."end" AS "end",
        relation.id AS relationId,
        assertion.amount AS amount,
        (SELECT group_concat(value, '; ') FROM json_each(assertion.via)) AS via
      FROM assertion
      JOIN document ON document.id = assertion.documentId
      JOIN relation ON relation.id = assertion.relationId
      JOIN entity AS subject ON subject.id = relation.subjectId
      JOIN entity AS object ON object.id = relation.objectId
      LEFT JOIN nameGroup ON nameGroup.nameKey = assertion.claimantKey
      LEFT JOIN entity AS claimant ON claimant.id = nameGroup.entityId;
    """

  /// Whether somebody rejected or hid a relation or an end of it.
  private static let isLeftOut = """
    EXISTS (SELECT 1 FROM leftOut
      WHERE leftOut.id IN (relation.id, relation.subjectId, relation.objectId))
    """

  private static let relationColumns = """
    relation.id AS id,
    subject.name AS subject,
    relation.type AS relation,
    object.name AS object,
    relation.predicate AS predicate,
    relation.polarity AS polarity,
    relation.status AS status,
    relation.tense AS tense,
    relation.confidence AS confidence,
    (SELECT count(*) FROM assertion WHERE assertion.relationId = relation.id) AS mentions,
    (SELECT group_concat(source, '; ') FROM (
      SELECT DISTINCT document.source AS source
      FROM assertion JOIN document ON document.id = assertion.documentId
      WHERE assertion.relationId = relation.id ORDER BY document.source)) AS sources,
    subject.type AS subjectType,
    object.type AS objectType,
    relation.subjectId AS subjectId,
    relation.objectId AS objectId,
    relation.holdsFrom AS holdsFrom,
    relation.holdsUntil AS holdsUntil,
    relation.firstReported AS firstReported,
    relation.lastReported AS lastReported,
    relation.tense = 'former' AS former
    """

  private static let relationRows = """
    FROM relation
    JOIN entity AS subject ON subject.id = relation.subjectId
    JOIN entity AS object ON object.id = relation.objectId
    """

  /// Without what somebody rejected or hid, which has views of its own; with times.
  ///
  /// What confidential documents say is in no table that a view reads.
  static let v9 = """
    DROP VIEW entities;
    DROP VIEW relations;
    DROP VIEW evidence;
    CREATE VIEW entities AS
      SELECT
        entity.id AS id,
        entity.name AS name,
        entity.type AS type,
        (SELECT group_concat(value, '; ') FROM json_each(entity.aliases)) AS aliases,
        (SELECT count(DISTINCT documentEntity.documentId)
         FROM nameGroup JOIN documentEntity ON documentEntity.nameKey = nameGroup.nameKey
         WHERE nameGroup.entityId = entity.id) AS documents,
        (SELECT count(*) FROM relation WHERE relation.subjectId = entity.id AND NOT \(isLeftOut))
          + (SELECT count(*) FROM relation WHERE relation.objectId = entity.id AND NOT \(isLeftOut))
          AS relations
      FROM entity
      WHERE entity.id NOT IN (SELECT id FROM leftOut);
    CREATE VIEW relations AS
      SELECT \(relationColumns) \(relationRows) WHERE NOT \(isLeftOut);
    CREATE VIEW evidence AS
      SELECT
        subject.name AS subject,
        relation.type AS relation,
        object.name AS object,
        assertion.predicate AS predicate,
        assertion.quote AS quote,
        document.source AS source,
        document.title AS title,
        document.published AS published,
        relation.polarity AS polarity,
        relation.status AS status,
        coalesce(claimant.name, assertion.claimant) AS claimant,
        assertion.cue AS cue,
        assertion.time AS time,
        assertion.place AS place,
        assertion.confidence AS confidence,
        assertion.extractor AS extractor,
        assertion.documentId AS document,
        assertion.sentence AS sentence,
        assertion."start" AS "start",
        assertion."end" AS "end",
        relation.id AS relationId,
        assertion.amount AS amount,
        (SELECT group_concat(value, '; ') FROM json_each(assertion.via)) AS via,
        document.outlet AS outlet,
        assertion.page AS page
      FROM assertion
      JOIN document ON document.id = assertion.documentId
      JOIN relation ON relation.id = assertion.relationId
      JOIN entity AS subject ON subject.id = relation.subjectId
      JOIN entity AS object ON object.id = relation.objectId
      LEFT JOIN nameGroup ON nameGroup.nameKey = assertion.claimantKey
      LEFT JOIN entity AS claimant ON claimant.id = nameGroup.entityId
      WHERE NOT \(isLeftOut);
    CREATE VIEW rejectedOrHiddenRelations AS
      SELECT coalesce(
          (SELECT decision FROM leftOut WHERE leftOut.id = relation.id), 'hidden') AS decision,
        \(relationColumns)
      \(relationRows) WHERE \(isLeftOut);
    CREATE VIEW hiddenEntities AS
      SELECT entity.id AS id, entity.name AS name, entity.type AS type
      FROM entity JOIN leftOut ON leftOut.id = entity.id;
    """
}
