import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Tells decisions in words and as JSON, without what is not to be shown.
struct DecisionLines {
  /// Everything, without evidence.
  let graph: KnowledgeGraph
  let all: [StandingDecision]
  /// Nil where names may be shown as they are, with documents and quotes.
  var redaction: Redaction?

  /// A text that a person wrote, as it may be shown.
  func shown(_ text: String?) -> String? { text.map { redaction?.text($0) ?? $0 } }

  // MARK: - Whom it is about

  /// "Jho Low; Low Taek Jho", "Massoud — hired — Stryk", "d3".
  func about(_ standing: StandingDecision) -> String {
    if let undone = standing.decision.undoes { return undone }
    if let relation = standing.decision.relation { return words(relation, standing.relations) }
    let documents = standing.decision.documents
    if standing.decision.sides.isEmpty, !documents.isEmpty {
      // An id is a file's name or an address.
      return redaction == nil
        ? documents.map(\.rawValue).joined(separator: "; ") : Count.of(documents.count, "document")
    }
    // The second side of these says the same in other words.
    let isTwofold = standing.decision.kind == .retype || standing.decision.kind == .alias
    return names(standing).prefix(isTwofold ? 1 : .max).joined(separator: "; ")
  }

  /// A name for each side: of what it is now, in a form that the side itself has, or as the documents had it.
  private func names(_ standing: StandingDecision) -> [String] {
    zip(standing.decision.sides, standing.entities).map { anchors, entities in
      guard let entity = entities.first.flatMap(graph.entity) else { return name(of: anchors) }
      let keys = Set(anchors.map(\.name))
      let own = ([entity.name] + entity.aliases).first {
        keys.contains(NameKey($0, type: entity.type).form)
      }
      guard redaction?.pseudonyms[entity.id] == nil, let own else { return name(entity.id) }
      return shown(own) ?? own
    }
  }

  func name(_ id: EntityID) -> String {
    let name = graph.entity(id)?.name ?? id.rawValue
    guard let redaction else { return name }
    return redaction.pseudonyms[id] ?? redaction.text(name)
  }

  private func name(of anchors: [NameAnchor]) -> String {
    let longest = anchors.map(\.name).max { ($0.count, $1) < ($1.count, $0) }
    return shown(longest) ?? "forgotten"
  }

  private func words(_ anchor: RelationAnchor, _ relations: [AssertionID]) -> String {
    let ends: (String, String)
    if let relation = relations.first.flatMap(graph.relation) {
      ends = (name(relation.subject), name(relation.object))
    } else {
      ends = (
        name(of: anchor.statements.prefix(1).map(\.subject)),
        name(of: anchor.statements.prefix(1).map(\.object))
      )
    }
    let how = [
      anchor.polarity == .negative ? "not" : nil,
      anchor.status == .asserted ? nil : anchor.status.rawValue,
    ].compactMap { $0 }
    let words = "\(ends.0) — \(anchor.type) — \(ends.1)"
    return how.isEmpty ? words : "\(words) (\(how.joined(separator: ", ")))"
  }

  // MARK: - What was done

  /// One line: what was decided and what came of it.
  func done(_ standing: StandingDecision) -> String {
    let decision = standing.decision
    let about = TextWidth.printable(self.about(standing))
    let what: String
    switch decision.kind {
    case .merge: what = "one: \(about)" + now(standing)
    case .different: what = "two, never one: \(about)"
    case .split: what = "split: \(about)" + now(standing)
    case .rename: what = "\(about) is shown as \(TextWidth.printable(decision.text ?? ""))"
    case .retype:
      what =
        "\(about) is \(Self.words(decision.type))"
        + (decision.documents.isEmpty
          ? "" : " in \(Count.of(decision.documents.count, "document"))")
        + now(standing)
    case .alias:
      what = "\(about) is called \(TextWidth.printable(decision.text ?? "")) too" + now(standing)
    case .reject: what = "rejected, and shown nowhere: \(about)"
    case .confirm: what = "confirmed: \(about)"
    case .hide: what = "hidden: \(about)"
    case .note: what = "noted about \(about)"
    case .confidential: what = "confidential, told of only with --confidential: \(about)"
    case .disclose: what = "confidential no more: \(about)"
    case .undo:
      let undone = all.first { $0.decision.id == decision.undoes }
      what =
        "undone: \(about)"
        + (undone.map { " (\($0.decision.kind.rawValue) \(TextWidth.printable(self.about($0))))" }
          ?? "")
    }
    let idle =
      standing.state == .applies
      ? "" : "; it does not apply: earlier decisions or the documents forbid it"
    return "\(decision.id): \(what)\(idle)"
  }

  /// The entities of a decision about identity as they are now.
  private func now(_ standing: StandingDecision) -> String {
    let entities = Set(standing.entities.joined()).sorted().compactMap(graph.entity)
    return "; now "
      + entities.map {
        "\(TextWidth.printable($0.name)) (\(Count.of($0.documents.count, "document"))): \($0.id)"
      }
      .joined(separator: " and ")
  }

  // MARK: - JSON

  func json(_ standing: StandingDecision) -> JSONValue {
    let decision = standing.decision
    var members = [
      JSONMember("id", .string(decision.id)), JSONMember("kind", .string(decision.kind.rawValue)),
      JSONMember("state", .string(standing.state.rawValue)),
      JSONMember("about", .string(about(standing))), JSONMember("when", .string(decision.when)),
      JSONMember("by", .optional(shown(decision.by))),
      JSONMember("reason", .optional(shown(decision.reason))),
      JSONMember("text", .optional(shown(decision.text))),
      JSONMember("undoes", .optional(decision.undoes)),
    ]
    // Anchors and ids are made of names, documents and quotes.
    guard redaction == nil else { return .object(members) }
    members += [
      JSONMember("entities", .array(standing.entities.map { .strings($0.map(\.rawValue)) })),
      JSONMember("relations", .strings(standing.relations.map(\.rawValue))),
      JSONMember("sides", JSONValue(encoding: decision.sides)),
      JSONMember("relation", JSONValue(encoding: decision.relation)),
      JSONMember("documents", .strings(decision.documents.map(\.rawValue))),
    ]
    return .object(members)
  }
}
