import RelataCore
import RelataLanguage
import RelataStore

extension GraphStore {
  /// The document that a user means by its id, or by a source or title that only it has.
  ///
  /// - Parameters:
  ///   - name: As typed.
  ///   - includingConfidential: Whether a document of which the graph tells nothing may be meant.
  /// - Returns: The document.
  /// - Throws: `RelataError` RL7508 where none or several are meant; the hint names what is near.
  func document(
    meant name: String, includingConfidential: Bool = false
  ) throws(RelataError) -> StoredDocument {
    let all = try documents(includingConfidential: includingConfidential)
    if let document = all.first(where: { $0.id.rawValue == name }) { return document }
    let found = all.filter { $0.source == name || $0.title == name }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      throw RelataError(
        .failed, code: "RL7508", "\(found.count) documents are called '\(name)'",
        hint: "give the id: " + found.map(\.id.rawValue).joined(separator: ", "))
    }
    throw RelataError(
      .failed, code: "RL7508", "the graph holds no document '\(name)'",
      hint: "relata documents lists them by id, source and title")
  }
}
