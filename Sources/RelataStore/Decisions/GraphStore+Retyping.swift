import GRDB
import RelataCore
import RelataGraph

extension GraphStore {
  /// Whom a decision that gives an entity another type names.
  ///
  /// - Parameters:
  ///   - id: The entity.
  ///   - type: What it is.
  ///   - documents: Where alone it is of this type; none for everywhere.
  /// - Returns: Two sides: the bearers as documents were read, and as they are meant; empty where no document names it.
  ///   The first side has whoever is called so too, where the name is nobody else's and no documents are given.
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func retyping(
    _ id: EntityID, as type: EntityType, in documents: Set<DocumentID> = []
  ) throws(RelataError) -> [[NameAnchor]] {
    try read { db in
      let named = try ReadKey.of(id, db).filter {
        documents.isEmpty || documents.contains($0.documentId)
      }
      var read = Set(named.map(\.readKey))
      if documents.isEmpty {
        for name in Set(read.filter { $0.document != nil }.map(\.name))
        where try ReadKey.bearers(of: name, besides: id, db) == 0 { read.insert(.anyone(name)) }
      }
      let anchors = read.sorted().map(NameAnchor.init)
      guard !anchors.isEmpty else { return [] }
      let log = try DecisionLog(db: db).decisions()
      let decision = Decision(
        id: "d\((log.last?.number ?? 0) + 1)", kind: .retype, when: "", text: type.rawValue,
        sides: [anchors], documents: documents.sorted())
      let decisions = RetypeDecisions(log: log + [decision])
      var meant: Set<BearerKey> = []
      for (document, keys) in Dictionary(grouping: named, by: \.documentId) {
        let entities = try DocumentContents(of: document, db).entities
        let retyped = RetypedEntities(
          entities.map { ($0.entity, $0.nameKey) }, in: document, decisions)
        meant.formUnion(keys.map { retyped.keys[$0.readKey] ?? $0.readKey })
      }
      return [anchors, meant.sorted().map(NameAnchor.init)]
    }
  }
}

/// A key under which a document was read to name somebody.
private struct ReadKey: Decodable, FetchableRecord {
  var documentId: DocumentID
  var readKey: BearerKey

  /// Those of an entity.
  static func of(_ id: EntityID, _ db: Database) throws -> [ReadKey] {
    try fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT DISTINCT documentEntity.documentId,
            coalesce(retypedName.readKey, documentEntity.nameKey) AS readKey
          FROM nameGroup
          JOIN documentEntity ON documentEntity.nameKey = nameGroup.nameKey
          LEFT JOIN retypedName ON retypedName.documentId = documentEntity.documentId
            AND retypedName.nameKey = documentEntity.nameKey
          WHERE nameGroup.entityId = \(id)
          """))
  }

  /// How many bearers that were read under a name are somebody else.
  static func bearers(of name: NameKey, besides id: EntityID, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      SQLRequest(
        literal: """
          SELECT count(*) FROM nameGroup WHERE entityId <> \(id) AND nameKey IN (
            SELECT nameKey FROM bearer WHERE name = \(name)
            UNION SELECT nameKey FROM retypedName WHERE readName = \(name))
          """)) ?? 0
  }
}
