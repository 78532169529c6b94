import RelataCore

/// Whom identity is decided about: the bearer of a name in one document.
///
/// Two documents that name "Daniel Okafor" have two bearers, which may be one person or two. Places, peoples,
/// events and works are known by their names alone: all documents share one bearer of each.
package struct BearerKey: Hashable, Sendable, Comparable {
  package let name: NameKey
  /// Nil for what is known by its name alone.
  package let document: DocumentID?

  package init(_ name: NameKey, in document: DocumentID) {
    self.name = name
    self.document = Self.isOfOneDocument(name.type) ? document : nil
  }

  /// Whoever bears a name, in whatever document; for what is known by its name alone just that.
  package static func anyone(_ name: NameKey) -> BearerKey { BearerKey(name, in: DocumentID("")) }

  /// Whether it stands for whoever bears the name.
  package var isAnyone: Bool { document?.rawValue.isEmpty == true }

  /// Whether bearers of this type are told apart by their documents.
  package static func isOfOneDocument(_ type: EntityType) -> Bool {
    type == .person || type == .organization
  }

  /// Restores a key from its text form; nil for a text that is none.
  package init?(text: String) {
    guard let at = text.firstIndex(of: "@") else {
      guard let name = NameKey(text: text) else { return nil }
      (self.name, document) = (name, nil)
      return
    }
    guard let name = NameKey(text: String(text[..<at])) else { return nil }
    self.name = name
    document = DocumentID(String(text[text.index(after: at)...]))
  }

  /// The key as one string, such as "PERSON:ahmad massoud@doc-1"; the forms of names hold no "@".
  package var text: String { document.map { "\(name.text)@\($0.rawValue)" } ?? name.text }

  package static func < (a: Self, b: Self) -> Bool {
    a.name != b.name
      ? a.name < b.name : (a.document?.rawValue ?? "") < (b.document?.rawValue ?? "")
  }
}
