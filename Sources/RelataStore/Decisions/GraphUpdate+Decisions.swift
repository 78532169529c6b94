import GRDB
import RelataCore
import RelataGraph

extension GraphUpdate {
  /// Notes that who some are, and what they are called, is open again; to be called before decisions change.
  mutating func reopen(_ keys: Set<BearerKey>) throws {
    try Bearers(db: db).reopen(keys.filter { $0.document != nil }.sorted(), update: &self)
    touched.formUnion(keys.filter { $0.document == nil }.map(\.name))
  }

  /// Makes what was decided about a document that went hold of the one that takes its place.
  mutating func moveDecisions(from old: DocumentID, to new: DocumentID) throws {
    let moved = try DecisionLog(db: db).move(from: old, to: new)
    guard !moved.isEmpty else { return }
    try Retyping(db: db).bringUpToDate([new], update: &self)
    let named = try Bearers(db: db).named(by: moved)
    try reopen(named)
    try Bearers(db: db).rename(named)
  }

  /// Takes a decision into the log and notes whom it touches.
  ///
  /// - Parameters:
  ///   - decision: What is decided.
  ///   - before: The log so far.
  /// - Returns: The decision with its id.
  /// - Throws: What SQLite reports.
  mutating func decide(_ decision: Decision, after before: [Decision]) throws -> Decision {
    var next = decision
    next.id = "d\((before.last?.number ?? 0) + 1)"
    let (old, new) = (Self.counting(before), Self.counting(before + [next]))
    let changed = (before + [next]).filter { old.contains($0.id) != new.contains($0.id) }
    let keys = Set(changed.flatMap { $0.sides.flatMap { $0 } }.map(\.key))
    try reopen(Bearers(db: db).named(by: keys))
    let taken = try DecisionLog(db: db).append(decision)
    let retyping = try Retyping(db: db)
    for decision in changed where decision.kind == .retype {
      try retyping.bringUpToDate(retyping.documents(of: decision), update: &self)
    }
    let named = try Bearers(db: db).named(by: keys)
    try reopen(named)
    try Bearers(db: db).rename(named)
    return taken
  }

  /// Those that change who is who and what they are called.
  private static func counting(_ log: [Decision]) -> Set<String> {
    let undone = Decision.undone(in: log)
    return Set(
      log.filter { $0.kind.isOfIdentity || $0.kind == .rename }.map(\.id)
    ).subtracting(undone)
  }
}
