import RelataCore
import RelataGraph
import RelataStore

extension GraphView {
  /// Entities that may be the same as one that the view shows, as it shows them.
  func maybeSame(as entity: Entity) throws(RelataError) -> [Entity] {
    guard BearerKey.isOfOneDocument(entity.type) else { return [] }
    var shown: [Entity] = []
    for possible in try store.maybeSame(as: realID(of: entity)) {
      if let entity = try self.shown(possible.entity) { shown.append(entity) }
    }
    return shown
  }

  /// What speaks for two entities' being one, and against it; nil for what is known by its name alone.
  func compare(_ a: Entity, _ b: Entity) throws(RelataError) -> IdentityReasons? {
    try store.compare(realID(of: a), realID(of: b)).map(redacted)
  }

  /// Pairs of entities that may be one, as the view shows them.
  func identityCandidates() throws(RelataError) -> [IdentityCandidate] {
    var shown: [IdentityCandidate] = []
    for candidate in try store.identityCandidates() {
      guard let first = try self.shown(candidate.first),
        let second = try self.shown(candidate.second)
      else { continue }
      var candidate = candidate
      (candidate.first, candidate.second) = (first, second)
      candidate.reasons = redacted(candidate.reasons)
      shown.append(candidate)
    }
    return shown
  }

  private func redacted(_ reasons: IdentityReasons) -> IdentityReasons {
    var reasons = reasons
    if !redaction.isEmpty {
      reasons.sharedNames = reasons.sharedNames.map(redaction.text)
      reasons.sharedWords = reasons.sharedWords.map(redaction.text)
    }
    return reasons
  }

  /// An entity of the file as the view shows it; nil if it leaves it out.
  private func shown(_ entity: Entity) throws(RelataError) -> Entity? {
    isShaped ? try graph().entity(redaction.id(entity.id)) : entity
  }

  private func realID(of entity: Entity) -> EntityID { realIDs[entity.id] ?? entity.id }
}
