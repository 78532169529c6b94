import RelataCore
import RelataReport
import RelataStore

extension ReportProvenance {
  /// What a reader needs to make a report about a stored graph again.
  ///
  /// - Parameters:
  ///   - program: Name and version of the program that writes the report.
  ///   - store: The graph; its documents are listed with their checksums, its models named.
  /// - Throws: `RelataError` of code RL4… if the graph cannot be read.
  public init(program: String, of store: GraphStore) throws(RelataError) {
    let documents = try store.documents()
    let models = Set(
      documents.compactMap { document -> String? in
        let parts = document.producer.split(separator: ";", maxSplits: 1)
        return parts.count == 2 ? String(parts[1].drop { $0 == " " }) : nil
      })
    self.init(
      version: program, model: models.isEmpty ? nil : models.sorted().joined(separator: "; "),
      graph: store.path.split(separator: "/").last.map(String.init),
      inputs: documents.map { document in
        ReportInput(
          document: document.id, source: document.source, title: document.title,
          published: document.published, sha256: document.sha256)
      })
  }
}
