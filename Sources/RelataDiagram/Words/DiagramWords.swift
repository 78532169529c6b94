import RelataCore
import RelataGraph
import RelataLanguage

/// Says entities and relations in words: short in labels, whole in tooltips and descriptions.
public struct DiagramWords: Sendable {
  private let graph: KnowledgeGraph
  /// Last words of names of persons that only one person of the graph has.
  private let uniqueSurnames: Set<String>

  /// The words for one graph.
  ///
  /// - Complexity: O(V).
  public init(_ graph: KnowledgeGraph) {
    self.graph = graph
    var counts: [String: Int] = [:]
    for entity in graph.entities where entity.type == .person {
      if let surname = Self.surname(entity.name) { counts[surname, default: 0] += 1 }
    }
    uniqueSurnames = Set(counts.filter { $0.value == 1 }.keys)
  }

  /// The characters of a name, a role or an open predicate in a sentence, a title or a table: the longest
  /// official names of our figures have some 90.
  public static let nameLimit = 120
  /// The characters of a name where it is whole: in the tooltip of its entity.
  static let fullNameLimit = 500

  private static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

  private static func surname(_ name: String) -> String? {
    let words = DisplayText.clipped(name, to: nameLimit).split(separator: " ")
    guard words.count > 1, let last = words.last, !generations.contains(last.lowercased()),
      !last.hasPrefix("("), !last.hasSuffix("…"), last.count > 2
    else { return nil }
    return String(last)
  }

  // MARK: Entities

  /// The name on at most two lines, and the role beneath it if there is one.
  func nodeLines(_ entity: Entity) -> (name: [String], role: String?) {
    let name = DisplayText.wrap(name(of: entity), width: 22, lines: 2)
    let roles = roles(of: entity)
    // A role that fits says more than the beginning of a longer one; whose brother somebody is a line says.
    let offices = roles.filter { !Self.isKin($0) }
    let role = offices.first { $0.count <= 30 } ?? offices.first
    return (name, role.map { DisplayText.shorten($0, to: 30) })
  }

  /// The name, fit to be shown and of at most ``nameLimit`` characters; the id for an entity without one.
  public func name(of entity: Entity) -> String { name(of: entity, limit: Self.nameLimit) }

  /// As ``name(of:)-(Entity)``; the id for one that the graph does not have.
  public func name(of id: EntityID) -> String {
    graph.entity(id).map { name(of: $0) } ?? DisplayText.clipped(id.rawValue, to: Self.nameLimit)
  }

  private func name(of entity: Entity, limit: Int) -> String {
    let name = DisplayText.clipped(entity.name, to: limit)
    return name.isEmpty ? DisplayText.clipped(entity.id.rawValue, to: limit) : name
  }

  /// The first roles, fit to be shown; more than any tooltip has room for.
  private func roles(of entity: Entity) -> [String] {
    entity.roles.prefix(30).map { DisplayText.clipped($0, to: Self.nameLimit) }
      .filter { !$0.isEmpty }
  }

  /// Whether a role is only that of a relative: "brother", "eldest sons".
  private static func isKin(_ role: String) -> Bool {
    guard let last = role.lowercased().split(separator: " ").last.map(String.init) else {
      return false
    }
    return PersonNouns.kin.contains(last)
      || last.hasSuffix("s") && PersonNouns.kin.contains(String(last.dropLast()))
  }

  /// "Person: Maria López, chief executive; 3 relations".
  func nodeSentence(_ node: DiagramNode) -> String {
    let type = DiagramStyle.typeWord(node.entity.type)
    var text =
      type.prefix(1).uppercased() + type.dropFirst() + ": "
      + name(of: node.entity, limit: Self.fullNameLimit)
    let roles = roles(of: node.entity)
    if !roles.isEmpty {
      text += ", " + DisplayText.shorten(roles.joined(separator: ", "), to: 120)
    }
    let degree = graph.degree(of: node.entity.id)
    return text + "; \(degree) relation" + (degree == 1 ? "" : "s")
  }

  // MARK: Relations

  /// Plural for a group whose name ends in "s", as "Dockers" does: what verbs agree with.
  public func number(of id: EntityID) -> GrammaticalNumber {
    guard let entity = graph.entity(id), entity.type == .group else { return .singular }
    return ["s", "S"].contains(entity.name.unicodeScalars.last) ? .plural : .singular
  }

  /// The words between the two ends: "did not hire".
  public func phrase(_ relation: Relation, voice: RelationVoice = .active) -> String {
    let words = RelationPhrase(
      relation.type, predicate: DisplayText.clipped(relation.predicate, to: Self.nameLimit),
      in: graph.schema
    ).words(
      voice: voice, polarity: relation.polarity, status: relation.status, tense: relation.tense,
      number: number(of: voice == .active ? relation.subject : relation.object))
    return DisplayText.clean(words)
  }

  /// ", as head of lending" behind a sentence; empty where its phrase says the office already, and without one.
  public static func office(_ title: String?, beside phrase: String) -> String {
    guard let title = title.map({ DisplayText.clipped($0, to: nameLimit) }), !title.isEmpty,
      !(phrase + " ").contains(" \(title) ")
    else { return "" }
    return ", as \(title)"
  }

  /// "says Ali Maisam Nazary"; nil in the text's own voice.
  ///
  /// The short form uses the surname of a person where the graph has only one of that surname, and
  /// shortens long descriptions.
  public func attribution(_ relation: Relation, isShort: Bool = false) -> String? {
    guard relation.status == .claimed || !relation.claimants.isEmpty else { return nil }
    var claimants: [RelationPhrase.Claimant] = []
    for record in relation.evidence.compactMap(\.attribution) {
      let claimant = claimant(record, isShort: isShort)
      if !claimant.name.isEmpty, !claimants.contains(claimant) { claimants.append(claimant) }
    }
    if isShort {
      let limit = claimants.count == 1 ? 44 : 26
      for i in claimants.indices {
        claimants[i].name = DisplayText.shorten(claimants[i].name, to: limit)
      }
    }
    return RelationPhrase.attribution(claimants.sorted { $0.name < $1.name })
  }

  /// "claimed by Ali Nazary in the indictment"; "claimed" where the text only has words of claiming ("allegedly").
  ///
  /// - Parameter names: Names and descriptions of claimants, as they are to be shown.
  /// - Returns: The standing of what they claim, in words.
  public static func claim(_ names: [String]) -> String {
    let claimants = names.map { RelationPhrase.Claimant($0) }
    func joined(_ kind: RelationPhrase.Claimant.Kind, _ word: String) -> String {
      let names = claimants.filter { $0.kind == kind }.map(\.name)
      return names.isEmpty ? "" : " \(word) " + names.joined(separator: ", ")
    }
    return "claimed" + joined(.speaker, "by") + joined(.document, "in")
  }

  private func claimant(
    _ attribution: EvidenceAttribution, isShort: Bool
  ) -> RelationPhrase.Claimant {
    guard let id = attribution.entity, let entity = graph.entity(id) else {
      return RelationPhrase.Claimant(DisplayText.clipped(attribution.name, to: Self.nameLimit))
    }
    var name = name(of: entity)
    if isShort, entity.type == .person, let surname = Self.surname(name),
      uniqueSurnames.contains(surname)
    {
      name = surname
    }
    return RelationPhrase.Claimant(name, number: number(of: id))
  }

  /// "Ahmad Massoud hired Robert Stryk, says Ali Maisam Nazary".
  public func sentence(_ relation: Relation) -> String {
    let said = attribution(relation).map { ", " + $0 } ?? ""
    let decided = relation.decision.map { " (\($0.rawValue))" } ?? ""
    let assumed = relation.holding == .assumed ? " (assumed for that time)" : ""
    return
      "\(name(of: relation.subject)) \(phrase(relation)) \(name(of: relation.object))\(said)\(decided)\(assumed)"
  }

  /// The label of a line, in lines of at most 22 characters: "hired; paid, says Nazary (+2) · 3 sources".
  func label(_ edge: DiagramEdge) -> [String] {
    var phrases: [String] = []
    for relation in edge.relations where phrases.count < 2 {
      let phrase = DisplayText.shorten(self.phrase(relation), to: 44)
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
    // Two long phrases would make a label of five lines.
    if phrases.joined().count > 36 { phrases = [phrases[0]] }
    var said = phrases.joined(separator: "; ")
    var lines: [String] = []
    if edge.status == .claimed, let attribution = attribution(edge.lead, isShort: true) {
      said += ","
      if said.count + 1 + attribution.count > 22 {
        // The claimant starts a line of its own.
        lines = DisplayText.balanced(said, width: 22)
        said = attribution
      } else {
        said += " " + attribution
      }
    }
    let more = Set(edge.relations.map { phrase($0) }).count - phrases.count
    if more > 0 { said += " (+\(more))" }
    if edge.sourceCount > 1 { said += " · \(edge.sourceCount) sources" }
    if let decision = edge.decision { said += " · \(decision.rawValue)" }
    if edge.holding == .assumed { said += " · assumed" }
    return lines + DisplayText.balanced(said, width: 22)
  }

  /// The sentences of a line for those who hear the figure; of very many the first twelve.
  func sentence(_ edge: DiagramEdge) -> String {
    let shown = edge.relations.prefix(12).map { sentence($0) }
    let more = edge.relations.count - shown.count
    return (shown + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "; ")
  }

  /// The sentences of a line, its best quote with outlet and date, and how sure it is.
  func tooltip(_ edge: DiagramEdge) -> String {
    var lines = edge.relations.prefix(4).map { sentence($0) + "." }
    if edge.relations.count > 4 { lines.append("And \(edge.relations.count - 4) more.") }
    if let record = edge.lead.evidence.max(by: { $0.confidence < $1.confidence }) {
      let quote = DisplayText.clipped(record.quote, to: 140)
      let place = [
        DisplayText.clipped(record.source, to: Self.nameLimit),
        record.published.map { DisplayText.clipped($0, to: 40) },
      ]
      lines.append(
        "\(DisplayText.quoted(quote)) (\(place.compactMap { $0 }.joined(separator: ", ")))")
    }
    let sources = edge.sourceCount
    lines.append(
      "\(edge.status.rawValue), \(sources) source\(sources == 1 ? "" : "s"), "
        + "confidence \(Self.percent(edge.lead.confidence))")
    return lines.joined(separator: "\n")
  }

  /// "87 %", without the help of a locale.
  public static func percent(_ value: Double) -> String {
    guard value.isFinite else { return "unknown" }
    return "\(Int((min(max(value, 0), 1) * 100).rounded())) %"
  }
}
