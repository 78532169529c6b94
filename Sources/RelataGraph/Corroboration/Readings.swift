import RelataCore
import RelataLanguage

/// One sentence that states a relation, by what tells whether two of them are worth two.
package struct SentenceReading: Hashable, Sendable {
  /// The document that stands for all copies of the one it was read in.
  package var report: String
  /// Who printed it.
  package var outlet: String
  /// Its words.
  package var quote: String
  /// How surely it was read.
  package var confidence: Double

  /// A sentence as one report of one outlet has it.
  package init(report: String, outlet: String?, source: String, quote: String, confidence: Double) {
    self.report = report
    self.outlet = Self.key(outlet ?? source)
    self.quote = quote
    self.confidence = confidence
  }

  /// The form in which names of outlets are compared: folded, without a leading "the".
  package static func key(_ outlet: String) -> String {
    let folded = TextFolding.folded(outlet)
    return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }
}

/// What sentences are worth together that state one relation.
///
/// A report is worth one reading, in however many papers it stands; so is a sentence that several reports print word for
/// word, and so is an outlet, however many reports of its own say the same. Of those, the surest count.
package struct Readings {
  /// How many reports have a sentence of their own.
  package let reports: Int
  /// How many outlets printed one of them.
  package let outlets: Int
  /// How many of the reports come from different outlets.
  package let independent: Int
  /// How sure the relation is: 1 − Π(1 − c) over the independent reports, at most 0.99.
  package let confidence: Double

  /// The most that any number of sentences gives.
  package static let ceiling = 0.99

  /// - Complexity: O(n log n) for n sentences, unless many reports share sentences with each other.
  package init(_ readings: [SentenceReading]) {
    guard readings.count > 1 else {
      (reports, outlets, independent) = (readings.count, readings.count, readings.count)
      confidence = min(Self.ceiling, readings.first?.confidence ?? 0)
      return
    }
    // One order for every order of the sentences, so that equal sets give equal bits.
    let sorted = readings.sorted {
      if $0.confidence != $1.confidence { return $0.confidence > $1.confidence }
      return ($0.report, $0.outlet, $0.quote) < ($1.report, $1.outlet, $1.quote)
    }
    let kinds = SentenceKinds.of(sorted.map(\.quote))
    let counted = Self.paired(sorted.map(\.report), sorted.indices.map { String(kinds[$0]) })
    let sentence = Dictionary(
      counted.map { (sorted[$0].report, sorted[$0].confidence) }, uniquingKeysWith: max)
    // The surest report first, each with the outlets that printed it.
    let printed = sorted.filter { sentence[$0.report] != nil }.sorted { a, b in
      let (first, second) = (sentence[a.report] ?? 0, sentence[b.report] ?? 0)
      return first != second ? first > second : (a.report, a.outlet) < (b.report, b.outlet)
    }
    let apart = Self.paired(printed.map(\.report), printed.map(\.outlet)).map { printed[$0].report }
    reports = sentence.count
    outlets = Set(sorted.map(\.outlet)).count
    independent = apart.count
    let doubt = apart.sorted().reduce(1.0) { $0 * (1 - (sentence[$1] ?? 0)) }
    confidence = min(Self.ceiling, 1 - doubt)
  }

  /// The places at which a first and a second are paired, as many as possible; those before precede.
  private static func paired(_ first: [String], _ second: [String]) -> [Int] {
    var (members, others) = ([String: Int](), [String: Int]())
    var choices: [[Int]] = []
    var places: [[Int: Int]] = []
    for i in first.indices {
      let member = members[first[i]] ?? choices.count
      if member == choices.count {
        members[first[i]] = member
        choices.append([])
        places.append([:])
      }
      let next = others.count
      let other = others[second[i]] ?? next
      others[second[i]] = other
      guard places[member][other] == nil else { continue }
      places[member][other] = i
      choices[member].append(other)
    }
    return Pairing(choices, among: others.count).partners.enumerated().compactMap {
      member, partner in partner.flatMap { places[member][$0] }
    }
  }
}
