import Foundation
import RelataCore

/// One passage of the GAP corpus (Webster and others, 2018): a pronoun and two names of its gender.
public struct GenderedPronoun: Hashable, Sendable {
  /// A name that the pronoun may mean.
  public struct Candidate: Hashable, Sendable {
    /// Of the name, in scalars of the text.
    public var span: Span
    /// Whether the pronoun means this name.
    public var isReferent: Bool
  }

  /// As in the file, "validation-1".
  public var id: String
  /// The snippet as the file has it.
  public var text: SourceText
  /// Of the pronoun asked about.
  public var pronoun: Span
  /// The two names, A before B.
  public var candidates: [Candidate]

  /// Whether the pronoun is one of she, her and hers.
  public var isFeminine: Bool {
    ["she", "her", "hers"].contains(text[pronoun].lowercased())
  }

  /// Reads the corpus's tab-separated files, heading included.
  ///
  /// - Throws: `RelataError` RL8104 at the first line whose columns or offsets do not fit.
  public static func read(tsv text: String, file: String) throws(RelataError) -> [GenderedPronoun] {
    var passages: [GenderedPronoun] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.isEmpty || line.hasPrefix("ID\t") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let passage = passage(fields) else {
        throw RelataError(
          .badInput, code: "RL8104", "not a passage of the GAP corpus",
          at: InputLocation(file: file, line: number),
          hint: "Give ID, text, pronoun, its offset, and both names with offset and label.")
      }
      passages.append(passage)
    }
    return passages
  }

  private static func passage(_ fields: [String]) -> GenderedPronoun? {
    guard fields.count >= 10 else { return nil }
    let text = SourceText(fields[1])
    func span(_ words: String, at offset: String) -> Span? {
      guard let start = Int(offset), start >= 0,
        start + words.unicodeScalars.count <= text.count
      else { return nil }
      let span = Span(start, start + words.unicodeScalars.count)
      return text[span] == words && !span.isEmpty ? span : nil
    }
    guard let pronoun = span(fields[2], at: fields[3]), let a = span(fields[4], at: fields[5]),
      let b = span(fields[7], at: fields[8])
    else { return nil }
    return GenderedPronoun(
      id: fields[0], text: text, pronoun: pronoun,
      candidates: [
        Candidate(span: a, isReferent: fields[6].uppercased() == "TRUE"),
        Candidate(span: b, isReferent: fields[9].uppercased() == "TRUE"),
      ])
  }
}

/// Scores of the GAP corpus, snippet-context: the system sees the passage alone and not the candidates.
///
/// Each passage asks two questions, whether the pronoun means the first and the second name. The answer
/// is yes if one cluster holds both. A name is found in the clusters as the mention with exactly its
/// span, else as the smallest one around it, else as the largest one inside it.
public struct GenderedPronounEvaluation: Sendable {
  /// Questions answered with yes, by the pronoun's gender; F1 is the corpus's measure.
  public private(set) var masculine = PrecisionRecall()
  /// Questions about "she" and "her"; ``masculine`` has the others.
  public private(set) var feminine = PrecisionRecall()
  /// Answers that are right, of all questions.
  public private(set) var rightAnswers = 0
  /// Pronouns asked about so far.
  public private(set) var questions = 0
  /// Passages in which one cluster holds both names although the pronoun does not mean both.
  public private(set) var joinedNames = 0

  /// Nothing counted yet.
  public init() {}

  /// Both sexes together.
  public var overall: PrecisionRecall {
    var sum = masculine
    sum += feminine
    return sum
  }
  /// Share of right answers; 0 without questions.
  public var accuracy: Double { questions == 0 ? 0 : Double(rightAnswers) / Double(questions) }
  /// F1 of feminine over F1 of masculine pronouns; 0 if the latter is.
  public var bias: Double { masculine.f1 == 0 ? 0 : feminine.f1 / masculine.f1 }

  /// Adds one passage with the clusters found in its text.
  public mutating func add(predicted: [[Span]], gold: GenderedPronoun) {
    let mentions = predicted.enumerated().flatMap { i, spans in spans.map { (span: $0, cluster: i) }
    }
    let own = Set(mentions.filter { $0.span == gold.pronoun }.map(\.cluster))
    let holders = gold.candidates.map { Self.clusters(of: $0.span, mentions) }
    for (candidate, clusters) in zip(gold.candidates, holders) {
      let answer = !own.isDisjoint(with: clusters)
      let counts = PrecisionRecall(
        truePositives: answer && candidate.isReferent ? 1 : 0,
        falsePositives: answer && !candidate.isReferent ? 1 : 0,
        falseNegatives: !answer && candidate.isReferent ? 1 : 0)
      if gold.isFeminine { feminine += counts } else { masculine += counts }
      questions += 1
      if answer == candidate.isReferent { rightAnswers += 1 }
    }
    let meansBoth = gold.candidates.allSatisfy(\.isReferent)
    if !meansBoth, holders.count == 2, !holders[0].isDisjoint(with: holders[1]) { joinedNames += 1 }
  }

  private static func clusters(
    of name: Span, _ mentions: [(span: Span, cluster: Int)]
  ) -> Set<Int> {
    func clusters(_ span: Span?) -> Set<Int> {
      Set(mentions.filter { $0.span == span }.map(\.cluster))
    }
    let spans = mentions.map(\.span)
    if spans.contains(name) { return clusters(name) }
    if let around = spans.filter({ $0.contains(name) }).min(by: { ($0.count, $0) < ($1.count, $1) })
    {
      return clusters(around)
    }
    return clusters(
      spans.filter { name.contains($0) }.max { ($0.count, $1) < ($1.count, $0) })
  }
}
