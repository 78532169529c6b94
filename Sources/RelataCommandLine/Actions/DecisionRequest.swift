import RelataCore
import RelataGraph
import RelataStore

/// Makes a decision of what somebody typed: looks names and ids up and refuses what cannot be decided.
struct DecisionRequest {
  /// Told of everything, so that what is hidden can be named.
  let store: GraphStore

  /// - Throws: RL7501 and RL7502 for names; RL7520 to RL7525 for what cannot be decided.
  func decision(
    _ request: DecideAction.Request, when: String, by: String?, reason: String?
  ) throws(RelataError) -> Decision {
    var decision = Decision(kind: .note, when: when, by: by, reason: reason)
    switch request {
    case .merge(let names):
      (decision.kind, decision.sides) = (.merge, try sides(names))
    case .different(let first, let second):
      (decision.kind, decision.sides) = (.different, try sides([first, second], areTold: true))
    case .split(let name, let documents, let mentions):
      (decision.kind, decision.sides) = (.split, try parts(name, documents, mentions))
    case .rename(let name, let text):
      (decision.kind, decision.text) = (.rename, text)
      decision.sides = [try store.anchors(of: store.entity(named: name).id)]
    case .retype(let name, let type, let documents):
      (decision.kind, decision.text) = (.retype, type.rawValue)
      decision.documents = try self.documents(documents, includingConfidential: false)
      decision.sides = try retyped(name, type, decision.documents)
    case .alias(let name, let other):
      (decision.kind, decision.text) = (.alias, other)
      decision.sides = try aliased(name, other)
    case .reject(let id):
      (decision.kind, decision.relation) = (.reject, try relation(id))
    case .confirm(let id):
      (decision.kind, decision.relation) = (.confirm, try relation(id))
    case .hide(let target):
      decision.kind = .hide
      try aim(&decision, at: target)
    case .note(let target, let text):
      decision.text = text
      try aim(&decision, at: target)
    case .confidential(let names):
      (decision.kind, decision.documents) = (
        .confidential, try documents(names, includingConfidential: true)
      )
    case .disclose(let names):
      (decision.kind, decision.documents) = (
        .disclose, try documents(names, includingConfidential: true)
      )
    case .undo(let id):
      (decision.kind, decision.undoes) = (.undo, try undone(id))
    }
    return decision
  }

  // MARK: - Entities

  /// The sides of a decision about several entities of one kind.
  ///
  /// `areTold` is true of entities that are to be told apart by their documents: places are known by their names alone.
  private func sides(
    _ names: [String], areTold: Bool = false
  ) throws(RelataError) -> [[NameAnchor]] {
    var entities: [Entity] = []
    for name in names {
      let entity = try store.entity(named: name)
      guard !entities.contains(where: { $0.id == entity.id }) else {
        throw RelataError(
          .failed, code: "RL7520",
          "'\(name)' and another of the names mean one entity: \(entity.id)",
          hint: "nothing is to be decided; 'relata split' tells apart what documents made one")
      }
      entities.append(entity)
    }
    for entity in entities
    where entity.type != entities[0].type
      || areTold && !BearerKey.isOfOneDocument(entity.type)
    {
      throw RelataError(
        .failed, code: "RL7521",
        "\(entities.map { "\($0.name) (\($0.type.rawValue.lowercased()))" }.joined(separator: ", ")) cannot be joined or told apart",
        hint: entity.type == entities[0].type
          ? "only people, and only organizations, are known by more than their names"
          : "'relata retype NAME TYPE' makes them of one kind first")
    }
    var sides: [[NameAnchor]] = []
    for entity in entities { sides.append(try store.anchors(of: entity.id)) }
    return sides
  }

  /// The bearers of some documents, or of some names in them, and the others.
  private func parts(
    _ name: String, _ documents: [String], _ mentions: [String]
  ) throws(RelataError) -> [[NameAnchor]] {
    let entity = try store.entity(named: name)
    let anchors = try store.anchors(of: entity.id)
    var parted: Set<NameAnchor> = []
    for document in documents {
      let id = try store.document(meant: document).id
      let found = anchors.filter { $0.document == id }
      guard !found.isEmpty else {
        throw RelataError(
          .failed, code: "RL7522",
          "no document '\(document)' tells \(entity.name) apart from others",
          hint: "documents that name it: "
            + entity.documents.prefix(8).map(\.rawValue).joined(separator: ", "))
      }
      parted.formUnion(found)
    }
    for mention in mentions { parted.formUnion(try self.anchors(of: mention, entity, anchors)) }
    let sides = [anchors.filter(parted.contains), anchors.filter { !parted.contains($0) }]
    guard !sides[1].isEmpty else {
      throw RelataError(
        .failed, code: "RL7523", "no other document names \(entity.name)",
        hint: "leave at least one document or name out: those are the other one")
    }
    return sides
  }

  /// Whoever bears a name in a document, of "DOCUMENT:NAME".
  private func anchors(
    of mention: String, _ entity: Entity, _ anchors: [NameAnchor]
  ) throws(RelataError) -> [NameAnchor] {
    // Ids of documents and names may hold colons: all places are tried.
    for colon in mention.indices where mention[colon] == ":" {
      let form = NameKey(String(mention[mention.index(after: colon)...]), type: entity.type).form
      guard let id = try? store.document(meant: String(mention[..<colon])).id else { continue }
      let found = anchors.filter { $0.document == id && $0.name == form }
      if !found.isEmpty { return found }
    }
    let known = anchors.compactMap { anchor in
      anchor.document.map { "\($0.rawValue):\(anchor.name)" }
    }
    throw RelataError(
      .failed, code: "RL7533", "'\(mention)' is no document with a name of \(entity.name)",
      hint: known.isEmpty
        ? "it is known by its name alone, in all documents"
        : "give one of: " + known.sorted().prefix(8).joined(separator: ", "))
  }

  // MARK: - Relations

  private func relation(_ id: String) throws(RelataError) -> RelationAnchor {
    if let anchor = try store.anchor(of: AssertionID(id)) { return anchor }
    throw RelataError(
      .failed, code: "RL7524", "no relation of the graph has the id '\(id)'",
      hint:
        "'relata relations --json' and 'relata neighbors NAME --json' tell ids, which begin with r-"
    )
  }

  private func aim(_ decision: inout Decision, at target: String) throws(RelataError) {
    if target.hasPrefix("r-"), case .notFound = try store.match(target) {
      decision.relation = try relation(target)
    } else {
      decision.sides = [try store.anchors(of: store.entity(named: target).id)]
    }
  }

  private func documents(
    _ names: [String], includingConfidential: Bool
  ) throws(RelataError) -> [DocumentID] {
    var ids: Set<DocumentID> = []
    for name in names {
      ids.insert(try store.document(meant: name, includingConfidential: includingConfidential).id)
    }
    return ids.sorted()
  }

  // MARK: - The log

  /// The decision that is to be undone: the one named, or the last that counts and undoes none.
  private func undone(_ id: String?) throws(RelataError) -> String {
    let log = try store.decisions(includingConfidential: true)
    if let id {
      guard let found = log.first(where: { $0.decision.id == id }) else {
        throw RelataError(
          .failed, code: "RL7525", "the log has no decision '\(id)'",
          hint: "'relata decisions' lists them")
      }
      guard found.state != .undone else {
        throw RelataError(
          .failed, code: "RL7525", "\(id) is undone already",
          hint: "to bring it back, undo the decision that undid it")
      }
      return id
    }
    guard let last = log.last(where: { $0.state != .undone && $0.decision.kind != .undo }) else {
      throw RelataError(
        .failed, code: "RL7525", "no decision is there to be undone",
        hint: "'relata decisions' lists them")
    }
    return last.decision.id
  }
}
