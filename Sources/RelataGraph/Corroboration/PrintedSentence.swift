import RelataCore
import RelataLanguage

/// A sentence of a relation's evidence with everywhere it stands word for word.
public struct PrintedSentence: Hashable, Sendable {
  /// Where it was read, in order of the evidence; at least one.
  public var records: [EvidenceRecord]
  /// The place in the list of an earlier sentence of the same report, which an outlet worded otherwise; nil if there is
  /// none.
  public var sameReport: Int?

  /// A sentence with its places, at least one.
  public init(records: [EvidenceRecord], sameReport: Int? = nil) {
    (self.records, self.sameReport) = (records, sameReport)
  }

  /// The first place where it stands.
  public var first: EvidenceRecord { records[0] }
}

extension Relation {
  /// The sentences of the evidence, each once, in order of their first places.
  ///
  /// Equal words in two documents are one sentence if the same one claims them and they say the same of when, where
  /// and how much; two places of one document are two.
  ///
  /// - Complexity: O(words of the evidence).
  public var sentences: [PrintedSentence] {
    struct Key: Hashable {
      var words: [UInt64]
      var said: [String?]
    }
    var sentences: [PrintedSentence] = []
    var places: [Key: Int] = [:]
    var reports: [DocumentID: Int] = [:]
    for record in evidence {
      let key = Key(
        words: WordHashes.of(record.quote),
        said: [record.attribution?.name, record.time, record.place, record.amount].map {
          $0.map(TextFolding.bounded)
        })
      if let place = places[key],
        !sentences[place].records.contains(where: { $0.document == record.document })
      {
        sentences[place].records.append(record)
        continue
      }
      places[key] = places[key] ?? sentences.count
      let earlier = reports[record.report]
      let isCopy = earlier.map { sentences[$0].first.document != record.document } ?? false
      if earlier == nil { reports[record.report] = sentences.count }
      sentences.append(PrintedSentence(records: [record], sameReport: isCopy ? earlier : nil))
    }
    return sentences
  }
}
