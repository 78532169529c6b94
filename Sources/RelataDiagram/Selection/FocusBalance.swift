import RelataCore

/// Decides which neighbors of a single focus stand before it and which after.
///
/// Layers follow the arrows: who acts on the focus stands before it, whom it acts on after it. A
/// hub whose arrows all point one way would make one very long column, so that beyond ``limit``
/// neighbors some change sides; their arrows still point where they should.
struct FocusBalance {
  private static let limit = 10

  /// Entities whose lines with the focus are laid out as if they led to it.
  private(set) var before: Set<EntityID> = []
  private(set) var isActive = false
  private var focus: EntityID?

  init(_ selection: DiagramSelection) {
    guard selection.focus.count == 1, let focus = selection.focus.first else { return }
    self.focus = focus
    let neighbors = selection.nodes.filter { $0.distance == 1 }.map(\.entity.id)
    guard neighbors.count > Self.limit else { return }
    isActive = true
    var free: [EntityID] = []
    var after: [EntityID] = []
    for id in neighbors {
      let edges = selection.edges.filter { !$0.isSymmetric }
      let acts = edges.contains { $0.subject == id && $0.object == focus }
      let isActedOn = edges.contains { $0.subject == focus && $0.object == id }
      if acts != isActedOn {
        if acts { before.insert(id) } else { after.append(id) }
      } else {
        free.append(id)
      }
    }
    for id in free {
      if before.count <= after.count { before.insert(id) } else { after.append(id) }
    }
    while after.count > before.count + 1 { before.insert(after.removeLast()) }
    var movable = neighbors.filter { before.contains($0) }
    while before.count > after.count + 1 {
      let id = movable.removeLast()
      before.remove(id)
      after.append(id)
    }
  }

  /// Whether to write the line from object to subject, with its arrow at the other end.
  func reverses(_ edge: DiagramEdge) -> Bool {
    guard isActive, let focus else { return false }
    if edge.subject == focus { return before.contains(edge.object) }
    if edge.object == focus { return !before.contains(edge.subject) }
    // Between a neighbor before and one after, the line runs past the focus.
    return !before.contains(edge.subject) && before.contains(edge.object)
  }
}
