import Foundation
import RelataCore

/// A sentence of CaRB with the open extractions that people took from it.
public struct OpenSentence: Sendable {
  /// One extraction: relation, first argument, all others together.
  struct Extraction: Sendable {
    var relation: [String]
    var first: [String]
    var others: [String]

    init(relation: String, first: String, others: String) {
      self.relation = OpenSentence.words(relation)
      self.first = OpenSentence.words(first)
      self.others = OpenSentence.words(others)
    }

    var count: Int { relation.count + first.count + others.count }
  }

  /// The sentence, its words parted by single spaces.
  public var text: String
  var extractions: [Extraction]

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

/// Reads the gold files of CaRB: sentence, relation and arguments, separated by tabs, one extraction a line.
public struct CaRBReader: Sendable {
  /// A reader without state.
  public init() {}

  /// The sentences in order of first appearance.
  ///
  /// - Throws: `RelataError` RL8008 with the line that has fewer than four columns.
  public func sentences(in text: String, file: String) throws(RelataError) -> [OpenSentence] {
    var order: [String] = []
    var extractions: [String: [OpenSentence.Extraction]] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 3 else {
        throw RelataError(
          .badInput, code: "RL8008", "not an extraction of CaRB",
          at: InputLocation(file: file, line: number + 1),
          hint: "give a gold file: sentence, relation and arguments, separated by tabs")
      }
      if extractions[columns[0]] == nil { order.append(columns[0]) }
      extractions[columns[0], default: []].append(
        OpenSentence.Extraction(
          relation: columns[1], first: columns[2],
          others: columns.dropFirst(3).joined(separator: " ")))
    }
    return order.map { sentence in
      OpenSentence(
        text: RunningText.joined(sentence.split(separator: " ").map(String.init)),
        extractions: extractions[sentence] ?? [])
    }
  }
}

/// Sums of the share of words that match.
public struct OpenCounts: Hashable, AdditiveCounts {
  var precisionSum = 0.0
  /// Extractions of the tool.
  public var predictions = 0
  var recallSum = 0.0
  /// Extractions of the annotators.
  public var extractions = 0

  /// Nothing counted yet.
  public init() {}

  /// Mean share of right words over the tool's extractions, 0…1; 0 without any.
  public var precision: Double { predictions == 0 ? 0 : precisionSum / Double(predictions) }
  /// Mean share of found words over the annotators' extractions, 0…1; 0 without any.
  public var recall: Double { extractions == 0 ? 0 : recallSum / Double(extractions) }
  /// Harmonic mean of the two.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Adds counts of other sentences.
  public static func += (a: inout OpenCounts, b: OpenCounts) {
    a.precisionSum += b.precisionSum
    a.predictions += b.predictions
    a.recallSum += b.recallSum
    a.extractions += b.extractions
  }
}

/// Scores open predicates by words as CaRB does (Bhardwaj, Aggarwal & Mausam 2019), without a threshold.
///
/// Words match within their slot: relation, first argument, other arguments. A pair without a word of the
/// relation in common matches nothing. Precision pairs each prediction with at most one extraction, best
/// first; recall gives each extraction its best prediction.
public struct OpenEvaluation: Sendable {
  /// One entry a sentence, in the order they were added.
  public private(set) var bySentence: [OpenCounts] = []

  /// Nothing counted yet.
  public init() {}

  /// Counts one sentence.
  public mutating func add(
    _ extracted: ExtractedDocument, gold: OpenSentence, minimumConfidence: Double = 0
  ) {
    let predictions = extracted.assertions.compactMap { assertion -> OpenSentence.Extraction? in
      guard assertion.confidence >= minimumConfidence, let subject = assertion.evidence.subject,
        let object = assertion.evidence.object
      else { return nil }
      return OpenSentence.Extraction(
        relation: assertion.predicate, first: extracted.annotated.words(subject),
        others: extracted.annotated.words(object))
    }
    var counts = OpenCounts()
    counts.predictions = predictions.count
    counts.extractions = gold.extractions.count
    let matches = predictions.map { prediction in
      gold.extractions.map { Self.matching(prediction, $0) }
    }
    for (j, extraction) in gold.extractions.enumerated() where extraction.count > 0 {
      let best = matches.map { $0[j] }.max() ?? 0
      counts.recallSum += Double(best) / Double(extraction.count)
    }
    var free = (predictions: Set(predictions.indices), gold: Set(gold.extractions.indices))
    let pairs = predictions.indices.flatMap { i in
      gold.extractions.indices.map { j in
        (share: Double(matches[i][j]) / Double(max(1, predictions[i].count)), i: i, j: j)
      }
    }.sorted { ($1.share, $0.i, $0.j) < ($0.share, $1.i, $1.j) }
    for pair in pairs where free.predictions.contains(pair.i) && free.gold.contains(pair.j) {
      counts.precisionSum += pair.share
      free.predictions.remove(pair.i)
      free.gold.remove(pair.j)
    }
    bySentence.append(counts)
  }

  private static func matching(_ a: OpenSentence.Extraction, _ b: OpenSentence.Extraction) -> Int {
    let relation = common(a.relation, b.relation)
    return relation == 0 ? 0 : relation + common(a.first, b.first) + common(a.others, b.others)
  }

  /// Words in common, each as often as both have it.
  private static func common(_ a: [String], _ b: [String]) -> Int {
    var left = Dictionary(b.map { ($0, 1) }, uniquingKeysWith: +)
    var count = 0
    for word in a {
      guard let rest = left[word], rest > 0 else { continue }
      left[word] = rest - 1
      count += 1
    }
    return count
  }
}
