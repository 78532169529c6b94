import RelataCore
import RelataExtraction
import RelataGraph
import RelataLanguage
import RelataPipeline
import RelataReading
import RelataStore

/// Reads texts into one graph in memory.
///
/// Every text that is read joins the graph of those before it, by the same rules and with the same
/// bytes as a graph file; nothing is written to disk. For graphs that are to be kept, and for very
/// many documents, use `Extractor` with `GraphStore`.
///
/// The model is loaded with the first text, some 0.2 s and 100 MB; keep one reader. Safe to share
/// between threads, which take turns when a text joins the graph.
public final class GraphReader: Sendable {
  private let extractor: Extractor
  private let store: GraphStore
  private let documents = DocumentReader()

  /// An empty graph.
  ///
  /// - Parameters:
  ///   - rules: Names, trigger words and patterns to read besides those that ship.
  ///   - minimumConfidence: Less probable relations are left out, 0…1.
  /// - Throws: `RelataError` of code RL4… if SQLite cannot give memory for a graph.
  public init(
    rules: UserRules? = nil, minimumConfidence: Double = Extractor.standardConfidence
  ) throws(RelataError) {
    extractor = Extractor(userRules: rules, minimumConfidence: minimumConfidence)
    store = try GraphStore(inMemory: .standard)
  }

  /// Reads a text and gives the graph of everything read so far.
  ///
  /// The title and the date of publication are taken from the head of the text where they stand there;
  /// page furniture is left out. A blank text changes nothing. A text that was read before changes
  /// nothing either.
  ///
  /// - Parameters:
  ///   - text: An article as plain text.
  ///   - source: The outlet or file, as it is to stand beside quotes.
  /// - Returns: The whole graph so far, of this text and those before.
  /// - Throws: `RelataError` of code RL2… if the model cannot be loaded.
  /// - Complexity: O(n) for a text of n words, and O(size of the graph) to hand the graph out.
  @discardableResult
  public func read(_ text: String, source: String = "text") throws(RelataError) -> KnowledgeGraph {
    if let document = documents.document(text: text, name: source) {
      try store.add(extractor.extract(document))
    }
    return try store.loadGraph()
  }
}
