import RelataCore
import RelataGraph
import RelataLanguage

/// Says relations of a graph in words.
struct RelationReader {
  let schema: RelationSchema
  let entity: (EntityID) -> Entity?

  /// A whole sentence, read from one of the two ends: "Robert Stryk was hired by Ahmad Massoud".
  func sentence(_ relation: Relation, from end: EntityID) -> String {
    let voice: RelationVoice = end == relation.subject ? .active : .inverse
    let (first, second) =
      voice == .active
      ? (relation.subject, relation.object) : (relation.object, relation.subject)
    let phrase = RelationPhrase(relation.type, predicate: relation.predicate, in: schema)
    let words = phrase.words(
      voice: voice, polarity: relation.polarity, status: relation.status, tense: relation.tense)
    return "\(name(first)) \(words) \(name(second))"
  }

  /// The sentence with the office that it tells of, unless its words say that already: "Kern was minister of Norway, as
  /// minister of transport".
  func sentence(_ relation: Relation, from end: EntityID, as office: String?) -> String {
    let sentence = sentence(relation, from: end)
    guard let office, !sentence.contains(" \(office) ") else { return sentence }
    return sentence + ", as " + office
  }

  /// The sentence with its marks, how surely it was read and how well it is supported, as one line of a dossier.
  func line(
    _ relation: Relation, from end: EntityID, as office: String? = nil, style: TerminalStyle
  ) -> String {
    var text = TextWidth.printable(sentence(relation, from: end, as: office))
    let marks = marks(relation)
    if !marks.isEmpty {
      text += "  " + style.yellow("[" + TextWidth.printable(marks.joined(separator: "; ")) + "]")
    }
    // One report of one outlet, which its quote names, is what everybody expects.
    let said = relation.corroboration.flatMap { support in
      support.outlets == 1 && !support.partyIsSource && support.reports == 1 ? nil : support.words
    }
    let support = said.map { " · " + $0 } ?? ""
    return text + "  " + style.dim(Count.percent(relation.confidence) + support)
  }

  /// What sets the relation apart from a plain assertion: its status, who claims it, what somebody decided.
  func marks(_ relation: Relation) -> [String] {
    var marks: [String] = []
    switch relation.status {
    case .asserted: break
    case .claimed: marks.append(claim(relation))
    case .planned: marks.append("planned")
    case .hypothetical: marks.append("hypothetical")
    }
    if let decision = relation.decision { marks.append(decision.rawValue) }
    if relation.holding == .assumed { marks.append("assumed for that time") }
    return marks
  }

  /// Everybody who claims it, each once, in order of the evidence: "claimed: says Nazary".
  private func claim(_ relation: Relation) -> String {
    var claimants: [RelationPhrase.Claimant] = []
    var seen: Set<String> = []
    for evidence in relation.evidence {
      guard let attribution = evidence.attribution, seen.insert(attribution.name).inserted else {
        continue
      }
      // An entity is one; words of the text may name several ("American officials").
      let words = attribution.name.prefix(1).lowercased() + attribution.name.dropFirst()
      let number = attribution.entity == nil ? RelationPhrase.Claimant(words).number : .singular
      claimants.append(.init(attribution.name, number: number))
    }
    return "claimed: " + RelationPhrase.attribution(claimants)
  }

  private func name(_ id: EntityID) -> String { entity(id)?.name ?? id.rawValue }
}
