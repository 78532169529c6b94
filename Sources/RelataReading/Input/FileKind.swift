import RelataCore
import RelataLanguage

/// What a file is by its extension, where Relata has no reader for it.
enum FileKind: Hashable, Sendable {
  /// A picture, a sound, a program: no document, and no fault that it is not read.
  case leftOut(String)
  /// Nobody knows by the name, and it is left out unless its first bytes are those of a document.
  case any(String)
  /// A document without a reader.
  case unread(String)

  /// The kind of a name's extension; nil for an extension that nobody knows.
  init?(name: String) {
    guard let dot = name.lastIndex(of: "."),
      let kind = Self.kinds[name[name.index(after: dot)...].lowercased()]
    else { return nil }
    self = kind
  }

  private static let kinds: [String: FileKind] = {
    var kinds: [String: FileKind] = [:]
    for row in TableRows(PackageResources.file_kinds_tsv) {
      guard row.count == 3 else { continue }
      let name = String(row[1])
      let kind: FileKind =
        switch row[0] {
        case "unread": .unread(name)
        case "any": .any(name)
        default: .leftOut(name)
        }
      for suffix in row[2].split(separator: " ") { kinds[String(suffix)] = kind }
    }
    return kinds
  }()
}

/// What parsers of files within files ask of names.
package enum FileKinds {
  /// What a file is called that is no document, and no fault that it is not read.
  ///
  /// - Parameters:
  ///   - name: That of a picture, a program or the like, or one that says nothing.
  ///   - head: Gives the first bytes, which tell where the name says nothing; without them such a file may be a document.
  /// - Returns: nil for other files.
  package static func leftOut(_ name: String, head: (() -> [UInt8])? = nil) -> String? {
    if isLock(FileName(name).name) { return "lock file" }
    switch FileKind(name: name) {
    case .leftOut(let kind)?: return kind
    case .any(let kind)?:
      guard let head else { return nil }
      return ContentFormat.proven(by: head()) == nil ? kind : nil
    default: return nil
    }
  }

  /// Whether a file is what word processors keep beside another while it is open.
  static func isLock(_ name: String) -> Bool { name.hasPrefix("~$") || name.hasPrefix(".~lock.") }
}
