import GRDB
import RelataCore
import RelataGraph

/// A document as the graph file lists it.
public struct StoredDocument: Hashable, Sendable {
  /// The document's identity.
  public var id: DocumentID
  /// The outlet or file, in words a reader recognises.
  public var source: String
  /// Its headline, if it has one.
  public var title: String?
  /// Its date of publication as ISO 8601, if known.
  public var published: String?
  /// Who wrote it, if the document says so.
  public var author: String?
  /// The newspaper or site, if the document says so.
  public var outlet: String?
  /// Where it can be found on the web, if the document says so.
  public var address: String?
  /// Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes.
  public var sha256: String
  /// What read it: versions of program and model, and the checksum of the weights.
  public var producer: String
  /// The files in which it was found, in order of their places.
  public var files: [SourceFile] = []
  /// The language of its text, as `Document/language` has it.
  public var language: String?
  /// The first of the documents that print the same report, in order of their ids: itself if there is no other.
  public var report: DocumentID
  /// Whether somebody decided that it is confidential.
  public var isConfidential: Bool
  /// Where its pages begin, as `Document/pages` has it.
  public var pages: [PageStart] = []
  /// The number of the build that brought its text, from 1; nil where none is known.
  public var build: Int?

  /// A document as it is shown, without what only the file knows of it.
  package init(
    id: DocumentID, source: String, title: String?, published: String?, author: String? = nil,
    outlet: String? = nil, address: String? = nil, sha256: String, producer: String,
    files: [SourceFile] = [], language: String? = nil, report: DocumentID? = nil,
    isConfidential: Bool = false, pages: [PageStart] = [], build: Int? = nil
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.published = published
    self.author = author
    self.outlet = outlet
    self.address = address
    self.sha256 = sha256
    self.producer = producer
    self.files = files
    self.language = language
    self.report = report ?? id
    self.isConfidential = isConfidential
    self.pages = pages
    self.build = build
  }
}

extension GraphStore {
  /// Loads the whole graph.
  ///
  /// - Parameter includesEvidence: False leaves the relations' evidence empty, which is several times
  ///   faster and enough for counting, searching and ranking.
  /// - Returns: The graph, empty if no document was added.
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  /// - Complexity: O(entities + relations + evidence).
  public func loadGraph(includesEvidence: Bool = true) throws(RelataError) -> KnowledgeGraph {
    try read { db in
      let evidence =
        includesEvidence
        ? try EvidenceRow.evidence(where: "assertion.relationId NOT NULL", db) : [:]
      let rows = try rows(db)
      return KnowledgeGraph(
        entities: try rows.entities(), relations: try rows.relations(evidence: evidence),
        schema: schema)
    }
  }

  /// Counts what the file holds, documents that name nobody included.
  ///
  /// `evidence` counts assertions, so that a sentence which two rules read alike counts twice.
  ///
  /// - Complexity: O(V + E); evidence is only counted.
  public func statistics() throws(RelataError) -> GraphStatistics {
    let graph = try loadGraph(includesEvidence: false)
    var statistics = graph.statistics()
    let counts = try read { db in
      let told = GraphRows.list(graph.relations.map(\.id))
      let condition: SQL = "relationId IN (SELECT value FROM json_each(\(told)))"
      return try [
        "SELECT count(*) FROM document WHERE isConfidential <> 1",
        "SELECT count(*) FROM assertion WHERE \(condition)",
        """
        SELECT count(*) FROM (
          SELECT DISTINCT source FROM document WHERE EXISTS (
            SELECT 1 FROM assertion
            WHERE documentId = document.id AND \(condition)))
        """,
      ].map { (sql: SQL) in try Int.fetchOne(db, SQLRequest<Int>(literal: sql)) ?? 0 }
    }
    (statistics.documents, statistics.evidence, statistics.sources) = (
      counts[0], counts[1], counts[2]
    )
    return statistics
  }

  /// The documents of the graph, sorted by id.
  ///
  /// - Parameter includingConfidential: True lists also those of which the graph tells nothing.
  /// - Returns: Each with its files.
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func documents(
    includingConfidential: Bool = false
  ) throws(RelataError) -> [StoredDocument] {
    try read { db in
      let files = Dictionary(
        grouping: try DocumentFileRow.fetchAll(
          db, SQLRequest(literal: "SELECT * FROM documentFile")), by: \.documentId)
      return try DocumentRow.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT * FROM document WHERE isConfidential <> 1 OR \(includingConfidential) ORDER BY id
            """)
      ).map {
        try StoredDocument(
          id: $0.id, source: $0.source, title: $0.title, published: $0.published,
          author: $0.author, outlet: $0.outlet, address: $0.url, sha256: $0.sha256,
          producer: $0.producer, files: (files[$0.id] ?? []).map(\.file).sorted(),
          language: $0.language, report: $0.report ?? $0.id,
          isConfidential: $0.isConfidential != 0, pages: $0.pageStarts(), build: $0.build)
      }
    }
  }

  /// The text of a document as it was read; nil if the graph does not hold it, or tells nothing of it.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func text(of id: DocumentID) throws(RelataError) -> SourceText? {
    try read { db in
      try DocumentTextRow.fetchOne(
        db,
        SQLRequest(
          literal: """
            SELECT documentText.* FROM documentText JOIN document ON document.id = documentId
            WHERE documentId = \(id) AND isConfidential <> 1
            """))
    }.map { SourceText($0.text) }
  }
}
