import RelataCore
import RelataLanguage

/// An office that a relation tells of, with the evidence for it alone.
public struct OfficeLine: Hashable, Sendable {
  /// The relation with the evidence for this office, its confidence anew; the same id as the whole.
  public var relation: Relation
  /// The office in words of the texts: "head of lending"; nil where they name none ("runs").
  public var title: String?
}

extension Relation {
  /// One line for each office: who is president and was prime minister of a state holds two.
  ///
  /// Evidence that names no office goes with the only one that is named, else it is a line of its own. A relation that is
  /// no role is one line.
  ///
  /// - Returns: At least one; those with most evidence first, then by title.
  /// - Complexity: O(evidence · log evidence).
  public func offices(in schema: RelationSchema) -> [OfficeLine] {
    guard let type = schema[type], type.isRole, !evidence.isEmpty else {
      return [OfficeLine(relation: self, title: nil)]
    }
    var groups: [String: [EvidenceRecord]] = [:]
    for record in evidence {
      groups[record.office(of: type)?.key ?? "", default: []].append(record)
    }
    if groups.count < 3, let rest = groups[""], let only = groups.keys.first(where: { $0 != "" }) {
      groups = [only: evidence.filter { rest.contains($0) || groups[only]?.contains($0) == true }]
    }
    let lines = groups.values.map { records in
      var line = self
      if groups.count > 1 {
        line.evidence = records
        line.confidence = Readings(records.map(\.reading)).confidence
        if let best = records.max(by: { $0.confidence < $1.confidence })?.predicate {
          line.predicate = best
        }
      }
      return OfficeLine(relation: line, title: line.officeTitle(in: schema))
    }
    return lines.sorted { a, b in
      let counts = (a.relation.evidence.count, b.relation.evidence.count)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return (a.title ?? "~", a.relation.predicate) < (b.title ?? "~", b.relation.predicate)
    }
  }

  /// The title that most of the evidence uses, the longest and then the first by name among equals; nil where none
  /// names an office.
  func officeTitle(in schema: RelationSchema) -> String? {
    let titles = evidence.compactMap { $0.office(of: schema[type])?.title }
    return Dictionary(grouping: titles) { $0 }.max { a, b in
      if a.value.count != b.value.count { return a.value.count < b.value.count }
      if a.key.count != b.key.count { return a.key.count < b.key.count }
      return a.key > b.key
    }?.key
  }
}

extension EvidenceRecord {
  /// The office that the sentence gives the subject of a role; nil of anything else, and where it names none.
  func office(of type: RelationType?) -> (title: String, key: String)? {
    guard type?.isRole == true else { return nil }
    let scalars = quote.unicodeScalars.count
    let range = trigger.flatMap { trigger -> Range<Int>? in
      let (start, end) = (trigger.start - span.start, trigger.end - span.start)
      return start >= 0 && end <= scalars && start <= end ? start..<end : nil
    }
    return Offices.title(in: quote, trigger: range, predicate: predicate ?? "")
      .map { ($0, Offices.key($0)) }
  }
}
