import RelataCore

/// From which end a relation is read.
public enum RelationVoice: Sendable, Hashable, CaseIterable {
  /// Subject first: "Acme hired Smith".
  case active
  /// Object first: "Smith was hired by Acme".
  case inverse
}

/// Says a relation in plain English between its two ends.
///
/// Built from the labels of the schema, so that relations users add are conjugated too. Labels
/// whose verb is not recognised are never bent: they come back whole behind a word that says what
/// is meant ("not: godfather of").
///
///     RelationPhrase(schema["supports"]).words(polarity: .negative)           // does not support
///     RelationPhrase(schema["hired"]).words(voice: .inverse)                  // was hired by
///     RelationPhrase(schema["leads"]).words(tense: .former)                   // formerly led
///     RelationPhrase(schema["hired"]).words(status: .planned)                 // plans to hire
///     RelationPhrase(schema["accused"], predicate: "criticised").words()      // criticised
public struct RelationPhrase: Sendable {
  private let active: String
  private let inverse: String
  private let activePhrase: VerbPhrase?
  private let inversePhrase: VerbPhrase?

  /// - Parameters:
  ///   - relation: The relation; its labels give the words.
  ///   - predicate: The open predicate of the text. It replaces the label of `other`, and that of
  ///     a typed relation where it is a listed, more exact word for the same thing ("blamed" for
  ///     `accused`, "vice president" for `leads`).
  public init(_ relation: RelationType, predicate: String? = nil) {
    let open = predicate?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    let exact = relation.id == .other ? open : ExactPredicates.phrase(open, for: relation) ?? ""
    let replaces = !exact.isEmpty
    active = replaces ? exact : relation.label
    var phrase = VerbPhrase.parse(active)
    phrase?.isVolitional = relation.isVolitional
    phrase?.takesAdverb = !relation.isFixed
    activePhrase = phrase
    if relation.isSymmetric {
      inverse = active
      inversePhrase = phrase
    } else if replaces {
      inversePhrase = Self.inverse(of: phrase, exactFor: relation)
      inverse = inversePhrase == nil ? "" : active
    } else {
      inverse = relation.inverseLabel
      inversePhrase = Self.inverse(label: relation.inverseLabel, active: phrase)
    }
  }

  /// Looks the relation up; one that the schema does not know is said by its predicate or its id.
  public init(_ id: RelationID, predicate: String? = nil, in schema: RelationSchema) {
    let given = predicate.flatMap { $0.isEmpty ? nil : $0 }
    let unknown = RelationType(
      id: .other, family: .other, domain: [], range: [], isSymmetric: false,
      label: id.rawValue.split(separator: "_").joined(separator: " "), inverseLabel: "",
      wikidata: [], followTheMoney: "")
    self.init(schema[id] ?? unknown, predicate: schema[id] == nil ? given ?? unknown.label : given)
  }

  /// The words between the two ends, lower case, without the ends themselves.
  ///
  /// A claim reads like an assertion; who claims it is for ``attribution(_:)`` to say.
  ///
  /// - Parameters:
  ///   - voice: The end that comes first.
  ///   - polarity: Whether it is said to be so or not to be so.
  ///   - status: How firmly.
  ///   - tense: Whether it holds or held before.
  ///   - number: Of the end that comes first.
  /// - Returns: "plans to hire", "was not hired by".
  public func words(
    voice: RelationVoice = .active, polarity: Polarity = .positive,
    status: AssertionStatus = .asserted, tense: TenseClass = .current,
    number: GrammaticalNumber = .singular
  ) -> String {
    switch voice {
    case .active:
      return Self.say(
        activePhrase, or: active, polarity: polarity, status: status, tense: tense, number: number)
    case .inverse where inversePhrase != nil || !inverse.isEmpty:
      return Self.say(
        inversePhrase, or: inverse, polarity: polarity, status: status, tense: tense, number: number
      )
    case .inverse:
      let words = Self.say(
        activePhrase, or: active, polarity: polarity, status: status, tense: tense,
        number: .singular)
      return "“\(words)” by"
    }
  }

  private static func say(
    _ phrase: VerbPhrase?, or words: String, polarity: Polarity, status: AssertionStatus,
    tense: TenseClass, number: GrammaticalNumber
  ) -> String {
    if let phrase {
      return phrase.words(polarity: polarity, status: status, tense: tense, number: number)
    }
    var marks: [String] = []
    if polarity == .negative { marks.append("not") }
    switch status {
    case .planned: marks.append("planned")
    case .hypothetical: marks.append("possibly")
    case .asserted, .claimed: break
    }
    if tense == .former { marks.append("formerly") }
    return marks.isEmpty ? words : marks.joined(separator: ", ") + ": " + words
  }

  // MARK: The other way round

  /// Reads an inverse label: "led by", "has member", "parent of", "employs".
  private static func inverse(label: String, active: VerbPhrase?) -> VerbPhrase? {
    let isEvent = active?.isEvent ?? false
    let words = label.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return nil }
    var phrase: VerbPhrase?
    if label == "has part" {
      phrase = VerbPhrase.parse("includes")
    } else if words.count == 2, first == "has" || first == "had" {
      phrase = VerbPhrase.parse("\(first) as \(article(for: last)) \(last)")
    } else if last == "by", VerbForms.isParticiple(first) {
      phrase = VerbPhrase(head: .be, complement: label, isEvent: isEvent)
    } else if last == "of", words.count == 2 {
      // A birthplace remains one; a predecessor is one no more.
      let isLasting = active?.head == .be || !isEvent
      let article = uniqueNouns.contains(first) ? "the" : article(for: first)
      phrase = VerbPhrase(head: .be, complement: "\(article) \(label)", isEvent: !isLasting)
      phrase?.takesAdverb = !isEvent
    } else {
      phrase = VerbPhrase.parse(label)
    }
    phrase?.isVolitional = false
    if active?.takesAdverb == false { phrase?.takesAdverb = false }
    return phrase
  }

  /// The other way round of a phrase that replaced the label; nil if English has no short one.
  private static func inverse(
    of phrase: VerbPhrase?, exactFor relation: RelationType
  ) -> VerbPhrase? {
    if let passive = passive(of: phrase) { return passive }
    guard let phrase, relation.id != .other else { return nil }
    // "was resigned from by" is no English; the label then serves.
    guard phrase.head == .be, relation.family != .kin else {
      return inverse(label: relation.inverseLabel, active: phrase)
    }
    // A vice president does not lead: "has as vice president" rather than "is led by".
    guard !phrase.isEvent, let title = phrase.complement.lastIndex(of: " ") else { return nil }
    var holder = VerbPhrase.parse("has as " + phrase.complement[..<title])
    holder?.isVolitional = false
    return holder
  }

  /// "hired" → "was hired by"; nil where a preposition follows the verb.
  private static func passive(of phrase: VerbPhrase?) -> VerbPhrase? {
    guard let phrase, phrase.complement.isEmpty, case .verb(let forms) = phrase.head else {
      return nil
    }
    return VerbPhrase(
      head: .be, complement: forms.participle + " by", isEvent: phrase.isEvent, isVolitional: false)
  }

  private static func article(for noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }

  private static let uniqueNouns: Set<String> = ["birthplace", "predecessor"]
}

extension RelationPhrase {
  /// Somebody who claims a relation.
  public struct Claimant: Hashable, Sendable {
    /// The name, or words for somebody unnamed.
    public var name: String
    /// Whether "says" or "say" follows.
    public var number: GrammaticalNumber
    /// What the words are.
    public var kind: Kind

    /// What the words for a claimant may be.
    public enum Kind: Hashable, Sendable {
      /// Somebody who speaks: "Nazary", "two former officials".
      case speaker
      /// What says it: "the indictment", "public claims".
      case document
      /// The words of the claim, which nobody speaks: "was arrested", "allegedly".
      case wording
    }

    /// Who claims it, in words.
    ///
    /// - Parameters:
    ///   - name: A name or a description.
    ///   - number: If nil, judged from the words: a description such as "two former officials" is plural, a
    ///     name is not.
    public init(_ name: String, number: GrammaticalNumber? = nil) {
      self.name = name
      self.number = number ?? Self.number(of: name)
      kind = Self.kind(of: name)
    }

    private static func kind(of name: String) -> Kind {
      let words = name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      let cues = CueWords.standard
      guard let first = words.first, let last = words.last else { return .speaker }
      if auxiliaries.contains(first) || words.count == 1 && cues.hearsayAdverbs.contains(first)
        || cues.pleadingParties.contains(name)
      {
        return .wording
      }
      if name.first?.isUppercase == true { return .speaker }
      let stem = last.hasSuffix("s") ? String(last.dropLast()) : last
      let isSaid = [last, stem].contains {
        cues.reportNouns.contains($0) || cues.charging.contains($0) || $0 == "belief"
      }
      return isSaid ? .document : .speaker
    }

    private static let auxiliaries: Set<String> = [
      "is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
    ]

    private static func number(of name: String) -> GrammaticalNumber {
      let words = name.lowercased().split(whereSeparator: { $0.isWhitespace })
      guard let first = name.first, !first.isUppercase, let last = words.last else {
        return .singular
      }
      let head =
        words.firstIndex(where: {
          ["of", "in", "from", "at", "with", "who", "for", "close", "to"].contains($0)
        })
        .flatMap { $0 > 0 ? words[$0 - 1] : nil } ?? last
      let isPlural = head.hasSuffix("s") && !head.hasSuffix("ss") || head == "people"
      return isPlural ? .plural : .singular
    }
  }

  /// Says who claims it: "says Nazary", "say A and B", "say A and 2 others", "according to the indictment";
  /// "reportedly" for nobody, "allegedly" where the text only has words of claiming ("was arrested for").
  public static func attribution(_ all: [Claimant]) -> String {
    guard !all.isEmpty else { return "reportedly" }
    let claimants = all.filter { $0.kind != .wording }
    guard let first = claimants.first else { return "allegedly" }
    if claimants.allSatisfy({ $0.kind == .document }) {
      let rest = claimants.count - 1
      return "according to \(first.name)"
        + (rest == 0 ? "" : rest == 1 ? " and \(claimants[1].name)" : " and \(rest) others")
    }
    switch claimants.count {
    case 1: return (first.number == .plural ? "say " : "says ") + first.name
    case 2: return "say \(first.name) and \(claimants[1].name)"
    default: return "say \(first.name) and \(claimants.count - 1) others"
    }
  }
}
