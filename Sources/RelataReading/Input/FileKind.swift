import RelataCore
import RelataLanguage

/// What a file is by its extension, where Relata has no reader for it.
enum FileKind: Hashable, Sendable {
  /// A picture, a sound, a program: no document, and no fault that it is not read.
  case leftOut(String)
  /// A document without a reader.
  case unread(String)

  /// The kind of a name's extension in lower case; nil for an extension that nobody knows.
  init?(extension suffix: String) {
    guard let kind = Self.kinds[suffix] else { return nil }
    self = kind
  }

  private static let kinds: [String: FileKind] = {
    var kinds: [String: FileKind] = [:]
    for row in TableRows(PackageResources.file_kinds_tsv) {
      guard row.count == 3 else { continue }
      let kind: FileKind = row[0] == "unread" ? .unread(String(row[1])) : .leftOut(String(row[1]))
      for suffix in row[2].split(separator: " ") { kinds[String(suffix)] = kind }
    }
    return kinds
  }()
}

/// What parsers of files within files ask of names.
package enum FileKinds {
  /// Whether a name is that of a picture, a program or the like: no document, and no fault that it is not read.
  package static func isLeftOut(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    if case .leftOut? = FileKind(extension: name[name.index(after: dot)...].lowercased()) {
      return true
    }
    return false
  }
}
