import RelataCore
import RelataGraph
import RelataLanguage

extension StandingDecision {
  /// The decision without what confidential documents say; nil where nothing else is left of it.
  ///
  /// Words of a person that hold a part of a name which only such a document gives go too.
  func without(_ sealed: Set<DocumentID>) -> StandingDecision? {
    func isSealed(_ document: DocumentID?) -> Bool { document.map(sealed.contains) ?? false }
    var left = self
    left.decision.documents.removeAll { sealed.contains($0) }
    if left.decision.documents.isEmpty, !decision.documents.isEmpty { return nil }
    left.decision.sides = decision.sides.map { $0.filter { !isSealed($0.document) } }
    // A name of whoever is called so stands for those bearers that are left.
    let forms = Set(left.decision.sides.joined().filter { $0.document != nil }.map(\.name))
    if decision.kind == .retype {
      for side in left.decision.sides.indices {
        left.decision.sides[side].removeAll {
          BearerKey.isOfOneDocument($0.type) && $0.document == nil && !forms.contains($0.name)
        }
      }
    }
    if zip(decision.sides, left.decision.sides).contains(where: { !$0.isEmpty && $1.isEmpty }) {
      return nil
    }
    if let relation = decision.relation {
      left.decision.relation?.statements.removeAll { sealed.contains($0.document) }
      if left.decision.relation?.statements.isEmpty == true, !relation.statements.isEmpty {
        return nil
      }
    }
    let hidden = Self.words(decision).subtracting(Self.words(left.decision))
    func shown(_ text: String?) -> String? {
      text.flatMap { text in
        let folded = TextFolding.folded(text)
        return hidden.contains { folded.contains($0) } ? nil : text
      }
    }
    left.decision.text = shown(decision.text)
    left.decision.reason = shown(decision.reason)
    return left
  }

  private static func words(_ decision: Decision) -> Set<String> {
    let anchors =
      decision.sides.joined()
      + (decision.relation?.statements ?? []).flatMap { [$0.subject, $0.object] }
    return Set(
      anchors.flatMap { $0.name.split(separator: " ").map { String($0) } }.filter { $0.count > 2 })
  }
}
