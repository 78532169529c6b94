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
  /// What a file is called whose name is that of a picture, a program or the like: no document, and no fault that it is
  /// not read; nil for others.
  package static func leftOut(_ name: String) -> String? {
    let file = FileName(name).name
    // What word processors keep beside a file while it is open.
    if file.hasPrefix("~$") || file.hasPrefix(".~lock.") { return "lock file" }
    guard let dot = file.lastIndex(of: "."),
      case .leftOut(let kind)? = FileKind(extension: file[file.index(after: dot)...].lowercased())
    else { return nil }
    return kind
  }
}
