import RelataCore
import RelataGraph
import RelataStore

/// What somebody is, and what else somebody is called.
extension DecisionRequest {
  /// An entity as documents were read, and as it is meant.
  func retyped(
    _ name: String, _ type: EntityType, _ documents: [DocumentID]
  ) throws(RelataError) -> [[NameAnchor]] {
    let entity = try store.entity(named: name)
    guard entity.type != type else {
      throw RelataError(
        .failed, code: "RL7534", "\(entity.name) is of the type \(type.rawValue) already",
        hint: "nothing is to be decided")
    }
    let sides = try store.retyping(entity.id, as: type, in: Set(documents))
    guard !sides.isEmpty else {
      throw RelataError(
        .failed, code: "RL7536", "none of the documents names \(entity.name)",
        hint: "documents that name it: "
          + entity.documents.prefix(8).map(\.rawValue).joined(separator: ", "))
    }
    return sides
  }

  /// An entity, and whoever is called by another name.
  func aliased(_ name: String, _ other: String) throws(RelataError) -> [[NameAnchor]] {
    let entity = try store.entity(named: name)
    let anchors = try store.anchors(of: entity.id)
    let key = BearerKeys([], in: DocumentID("")).key(ofForm: other, type: entity.type)
    guard !anchors.contains(where: { $0.key == key }) else {
      throw RelataError(
        .failed, code: "RL7534", "\(entity.name) is known as '\(other)' already",
        hint: "nothing is to be decided; 'relata rename' says under which name it is shown")
    }
    return [anchors, [NameAnchor(key)]]
  }
}
