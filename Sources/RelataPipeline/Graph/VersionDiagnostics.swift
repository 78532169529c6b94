import RelataCore
import RelataStore

/// What a build tells of documents that are versions of each other.
enum VersionDiagnostics {
  /// A document beside one of the same run: two files of one name in two folders of one name, or two copies of a page.
  static func together(_ document: Document, _ other: DocumentVersion) -> Diagnostic {
    let both = "\(quoted(document.id)) and \(quoted(other.id)); both are kept"
    return switch other.reason {
    case .id:
      Diagnostic(
        .warning, code: "RL7215",
        "two texts were read under one id, \(quoted(document.id)); the later one is kept",
        at: location(document), hint: "give each document an id of its own")
    case .place(let place):
      Diagnostic(
        .warning, code: "RL7214", "two texts were read from one place, \(place): \(both)",
        at: location(document),
        hint: "name their folders apart, so that later versions and 'relata verify' find each")
    case .address(let address):
      Diagnostic(
        .warning, code: "RL7212", "two texts were read from one address, \(address): \(both)",
        at: location(document), hint: "relata forget takes the one out that is no longer so")
    }
  }

  /// A document that takes the place of one of an earlier run.
  static func replaced(_ other: DocumentVersion, by document: Document) -> Diagnostic {
    let (message, hint) =
      switch other.reason {
      case .id:
        (
          "another text of \(quoted(document.id)) takes the place of the one before",
          "give it an id of its own if both are wanted"
        )
      case .place:
        (
          "\(quoted(document.id)) takes the place of \(quoted(other.id)), which was read from the same place",
          "if these are two articles, give both to one build"
        )
      case .address(let address):
        (
          "\(quoted(document.id)) takes the place of \(quoted(other.id)), which was read from the same address, \(address)",
          "if both are wanted, give both to one build"
        )
      }
    return Diagnostic(
      .note, code: "RL7213", message, at: location(document), hint: hint)
  }

  private static func location(_ document: Document) -> InputLocation? {
    document.files.first.map { InputLocation(file: $0.description) }
  }

  private static func quoted(_ id: DocumentID) -> String { "“\(id.rawValue)”" }
}
