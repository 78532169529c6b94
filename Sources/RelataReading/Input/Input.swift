/// Something to read documents from: a file, a folder, or bytes that the caller provides.
///
/// Standard input is read by the caller and handed over as ``bytes(_:name:)`` or ``stream(name:next:)``.
public struct Input: Sendable {
  enum Content: Sendable {
    case path(String)
    case stream(@Sendable () throws -> [UInt8]?)
  }

  /// As shown in messages: the path as given, or a name such as "<stdin>".
  public let name: String
  let content: Content
  /// As of `SourceFile.place`; nil of streams.
  var place: String?

  /// A file, or a folder that is searched recursively.
  public static func path(_ path: String) -> Input {
    Input(name: path, content: .path(path), place: SourcePlace.of(path))
  }

  /// Bytes that the caller has; the name stands in messages and, without its extension, in ids.
  public static func bytes(_ bytes: [UInt8], name: String = "<stdin>") -> Input {
    let chunk = OneChunk(bytes)
    return Input(name: name, content: .stream { chunk.take() })
  }

  /// Bytes in chunks; `next` returns nil at the end and may be called from any one thread at a time.
  ///
  /// JSON Lines are read as they arrive; other formats wait for the end.
  public static func stream(
    name: String, next: @escaping @Sendable () throws -> [UInt8]?
  ) -> Input {
    Input(name: name, content: .stream(next))
  }

  /// The last component of the name without its extension and angle brackets: "<stdin>" is "stdin".
  var stem: String { FileName(name).stem }
}

/// The parts of a path that may enter a document: never its folders, so that results do not depend on
/// the machine.
struct FileName {
  let name: String

  init(_ path: String) {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    name = last.hasPrefix("<") && last.hasSuffix(">") ? String(last.dropFirst().dropLast()) : last
  }

  var stem: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
