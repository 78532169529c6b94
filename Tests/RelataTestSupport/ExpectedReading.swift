import RelataCore

/// What a test sentence says about one reading of it.
///
/// Written `subject | relation | object | flag | key=value …`. Flags are the words of polarity, status and
/// tense; keys those of ``Reading/fields``. Ends of symmetric relations are put in order.
public struct ExpectedReading: Sendable {
  public enum Demand: String, Sendable, CaseIterable {
    /// Must be read, exactly so: what is not given has its default (``Reading/defaults``).
    case want
    /// No reading may have all that is given.
    case not
    /// Is read although it is wrong; neither demanded nor forbidden, only listed.
    case knownWrong = "known-wrong"
    /// Is right but not read yet; neither demanded nor forbidden, only listed.
    case knownMissing = "known-missing"
  }

  public var demand: Demand
  public var ends: String
  public var relation: RelationID
  public var fields: [String: String]
  /// Line of the file.
  public var line: Int

  /// Whether a reading is what is meant.
  public func matches(_ reading: Reading) -> Bool {
    guard reading.ends == ends else { return false }
    if demand == .want {
      return Reading.defaults.allSatisfy { key, value in
        (fields[key] ?? value) == reading.fields[key] ?? value
      } && fields.allSatisfy { reading.fields[$0.key] == $0.value }
    }
    return fields.allSatisfy { key, value in
      (reading.fields[key] ?? Reading.defaults[key]) == value
    }
  }

  /// An end must be among the `names` of the document's entities.
  ///
  /// - Throws: RL9901 for what cannot be read.
  init(
    _ demand: Demand, _ text: Substring, names: Set<String>, file: String, line: Int
  ) throws(RelataError) {
    func refuse(_ message: String) -> RelataError {
      SentenceFile.error("\(message) in '\(text)'", file: file, line: line)
    }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(SentenceFile.trim)
    guard parts.count >= 3 else { throw refuse("a reading needs three parts") }
    guard let type = RelationSchema.standard[RelationID(parts[1])] else {
      throw refuse("no relation \(parts[1])")
    }
    for end in [parts[0], parts[2]] where !names.contains(end) {
      throw refuse("nobody is called '\(end)'")
    }
    (self.demand, self.line, relation) = (demand, line, type.id)
    ends = Reading.ends(parts[0], type, parts[2])
    fields = [:]
    for part in parts.dropFirst(3) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      let key = pair.count == 2 ? pair[0] : Reading.flags[part] ?? ""
      guard Reading.keys.contains(key), fields.updateValue(pair[pair.count - 1], forKey: key) == nil
      else { throw refuse("'\(part)' is no flag, no key, or said twice") }
    }
  }
}

/// One assertion in words, to be compared with what a test sentence demands.
public struct Reading: Hashable, Sendable, CustomStringConvertible {
  /// Subject, relation and object.
  public var ends: String
  public var relation: RelationID
  /// `polarity`, `status`, `tense`; who claims it: `by`, `cue`, `via`; `time`, `place`, `amount` and the words
  /// for them: `when`, `where`, `howmuch`; `rule`, `predicate`, and the words of `trigger`, `subject`, `object`.
  public var fields: [String: String]

  static let keys: Set<String> = [
    "polarity", "status", "tense", "by", "cue", "via", "time", "place", "amount", "when", "where",
    "howmuch", "rule", "predicate", "trigger", "subject", "object",
  ]
  static let flags: [String: String] = {
    var flags: [String: String] = [:]
    for polarity in Polarity.allCases { flags[polarity.rawValue] = "polarity" }
    for status in AssertionStatus.allCases { flags[status.rawValue] = "status" }
    for tense in TenseClass.allCases { flags[tense.rawValue] = "tense" }
    return flags
  }()
  /// What a demand means that does not say; empty for what must not be there.
  static let defaults = [
    "polarity": "positive", "status": "asserted", "tense": "current", "by": "", "via": "",
    "time": "", "place": "", "amount": "", "when": "",
  ]

  static func ends(_ subject: String, _ type: RelationType?, _ object: String) -> String {
    let ends = type?.isSymmetric == true ? [subject, object].sorted() : [subject, object]
    return "\(ends[0]) | \(type?.id.rawValue ?? "?") | \(ends[1])"
  }

  public init(_ assertion: Assertion, in annotated: AnnotatedDocument) {
    func name(_ id: EntityID?) -> String? {
      id.flatMap { id in annotated.entities.first { $0.id == id }?.name }
    }
    func claimant(_ entity: EntityID?, _ text: String?) -> String {
      name(entity) ?? "\"\(text ?? "")\""
    }
    let type = RelationSchema.standard[assertion.relation]
    relation = assertion.relation
    ends = Self.ends(name(assertion.subject) ?? "?", type, name(assertion.object) ?? "?")
    fields = [
      "polarity": assertion.polarity.rawValue, "status": assertion.status.rawValue,
      "tense": assertion.tense.rawValue, "rule": assertion.extractor,
      "predicate": assertion.predicate,
    ]
    if let attribution = assertion.attribution {
      fields["by"] = claimant(attribution.entity, attribution.text)
      fields["cue"] = attribution.cue
      if !attribution.via.isEmpty {
        fields["via"] = attribution.via.map { "\(claimant($0.entity, $0.text)) \($0.cue)" }
          .joined(separator: "; ")
      }
    }
    fields["time"] = assertion.time
    fields["place"] = assertion.place
    fields["amount"] = assertion.amount
    let evidence = assertion.evidence
    for (key, span) in [
      ("subject", evidence.subject), ("object", evidence.object), ("trigger", evidence.trigger),
      ("when", evidence.time), ("where", evidence.place), ("howmuch", evidence.amount),
    ] {
      fields[key] = span.map { annotated.words($0) }
    }
  }

  /// As one would demand it.
  public var description: String {
    let flags = ["polarity", "status", "tense"].compactMap { key in
      fields[key].flatMap { $0 == Self.defaults[key] ? nil : $0 }
    }
    let keys = ["by", "cue", "via", "time", "when", "place", "amount", "rule", "predicate"]
    let pairs = keys.compactMap { key in fields[key].map { "\(key)=\($0)" } }
    return ([ends] + flags + pairs).joined(separator: " | ")
  }
}
