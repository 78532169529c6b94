import RelataCore

/// Reads coreference clusters in columns, as in the CoNLL-2012 shared task and OntoGUM.
///
/// One word a line: a number, the word, and in the last column the clusters that begin and end at it:
/// `(3`, `3)`, `(3)`, several joined (`(2(1)`) or with bars, `_` or `-` for none. `# begin document` may
/// stand before each document.
public struct ClusterColumnReader: Sendable {
  /// A document's words and its clusters as ranges of words, in order of first mention.
  public struct Columns: Hashable, Sendable {
    /// The words in order, as the file has them.
    public var words: [String]
    /// Mentions of one thing each, as ranges of ``words``; in order of their first mention.
    public var clusters: [[Range<Int>]]

    /// A document whose ranges lie within its words.
    public init(words: [String], clusters: [[Range<Int>]]) {
      self.words = words
      self.clusters = clusters
    }
  }

  /// A reader without state.
  public init() {}

  /// The documents of a file, in order; those without words are left out.
  ///
  /// - Throws: `RelataError` RL8103 at the first line that is not of this form.
  public func documents(in text: String, file: String) throws(RelataError) -> [Columns] {
    var documents: [Columns] = []
    var builder = Builder()
    var number = 0
    func fail(_ message: String) -> RelataError {
      RelataError(
        .badInput, code: "RL8103", message, at: InputLocation(file: file, line: number),
        hint: "Give a word a line with its coreference brackets last.")
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.hasPrefix("#") {
        if line.hasPrefix("# begin document") || line.hasPrefix("#begin document") {
          guard builder.open.isEmpty else { throw fail("a mention of the document before is open") }
          if !builder.words.isEmpty { documents.append(builder.columns) }
          builder = Builder()
        }
        continue
      }
      if line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 3, Int(fields[0]) != nil else {
        throw fail("a line needs a number, a word and brackets")
      }
      builder.words.append(String(fields[fields.count > 3 ? 3 : 1]))
      guard builder.read(fields[fields.count - 1]) else {
        throw fail("the brackets “\(fields[fields.count - 1])” do not fit")
      }
    }
    guard builder.open.isEmpty else { throw fail("a mention is still open at the end") }
    if !builder.words.isEmpty { documents.append(builder.columns) }
    return documents
  }

  private struct Builder {
    var words: [String] = []
    /// Starts of the mentions that are open, innermost last.
    var open: [(cluster: String, start: Int)] = []
    private var members: [String: [Range<Int>]] = [:]

    var columns: Columns {
      let clusters = members.values.map {
        $0.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      }
      return Columns(
        words: words,
        clusters: clusters.sorted { a, b in
          let (x, y) = (a[0], b[0])
          return (x.lowerBound, x.upperBound) < (y.lowerBound, y.upperBound)
        })
    }

    /// Reads the brackets of the last word; false if they are no brackets or close nothing.
    mutating func read(_ brackets: Substring) -> Bool {
      if brackets == "_" || brackets == "-" { return true }
      var rest = brackets
      while let first = rest.first {
        if first == "|" {
          rest.removeFirst()
          continue
        }
        let opens = first == "("
        if opens { rest.removeFirst() }
        let cluster = String(rest.prefix { !"()|".contains($0) })
        rest.removeFirst(cluster.count)
        let closes = rest.first == ")"
        if closes { rest.removeFirst() }
        guard !cluster.isEmpty, opens || closes else { return false }
        let here = words.count - 1
        if opens, !closes { open.append((cluster, here)) }
        if opens, closes { members[cluster, default: []].append(here..<here + 1) }
        if closes, !opens {
          guard let i = open.lastIndex(where: { $0.cluster == cluster }) else { return false }
          members[cluster, default: []].append(open.remove(at: i).start..<here + 1)
        }
      }
      return true
    }
  }
}

extension ClusterColumnReader.Columns {
  /// The clusters as spans of a document's text, or nil if that has other words than these.
  ///
  /// - Parameter document: The same document with its exact text, from a treebank.
  /// - Returns: In the order of ``clusters``.
  public func clusters(in document: GoldDocument) -> [[Span]]? {
    let tokens = document.sentences.flatMap(\.tokens)
    guard tokens.count == words.count else { return nil }
    // Files of different releases differ in single symbols; more than that is another document.
    let others = zip(tokens, words).reduce(0) { $0 + ($1.0.form == $1.1 ? 0 : 1) }
    guard others * 100 <= tokens.count else { return nil }
    return clusters.map { cluster in
      cluster.map { Span(tokens[$0.lowerBound].span.start, tokens[$0.upperBound - 1].span.end) }
    }
  }
}

extension ClusterColumnReader.Columns {
  /// A document with these words, spaced as English is written, for files without a treebank.
  ///
  /// Its sentences are not known: all words stand in one.
  public func document(id: String) -> GoldDocument {
    var builder = DocumentBuilder()
    builder.id = id
    builder.append(sentence: words)
    return builder.document
  }
}
