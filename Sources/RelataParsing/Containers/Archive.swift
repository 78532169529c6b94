import CLibArchive
import RelataReading

/// The files of a packed file that are wanted, unpacked in memory.
///
/// What unpacks to more than is allowed, needs a password or is damaged is refused.
struct Archive {
  /// By path.
  private(set) var files: [String: [UInt8]] = [:]
  /// Bytes of all files together.
  static let largest = 256 << 20

  /// Unpacks what is wanted.
  ///
  /// - Throws: ``ParsingProblem``.
  init(_ bytes: [UInt8], wants: (String) -> Bool) throws(ParsingProblem) {
    files = try Self.opened(bytes, by: { archive_read_support_format_zip($0) }) {
      archive throws(ParsingProblem) in try Self.unpacked(archive, wants)
    }
  }

  /// The XML files whose path is a beginning and a number, in the order of their numbers: "xl/worksheets/sheet2.xml".
  func numberedPaths(_ beginning: String) -> [String] {
    files.keys.compactMap { path -> (number: Int, path: String)? in
      guard path.hasPrefix(beginning), path.hasSuffix(".xml") else { return nil }
      return Int(path.dropFirst(beginning.count).dropLast(4)).map { ($0, path) }
    }.sorted { ($0.number, $0.path) < ($1.number, $1.path) }.map(\.path)
  }

  /// Opens packed bytes for as long as `read` works on them; `prepare` says which kinds are understood.
  static func opened<Result>(
    _ bytes: [UInt8], by prepare: (OpaquePointer?) -> Void,
    _ read: (OpaquePointer?) throws(ParsingProblem) -> Result
  ) throws(ParsingProblem) -> Result {
    try MemberName.inUnicode { () throws(ParsingProblem) in
      try openedInUnicode(bytes, by: prepare, read)
    }
  }

  private static func openedInUnicode<Result>(
    _ bytes: [UInt8], by prepare: (OpaquePointer?) -> Void,
    _ read: (OpaquePointer?) throws(ParsingProblem) -> Result
  ) throws(ParsingProblem) -> Result {
    let archive = archive_read_new()
    defer { archive_read_free(archive) }
    prepare(archive)
    // The library reads from the bytes for as long as the archive lives.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    guard archive_read_open_memory(archive, copy.baseAddress, bytes.count) == ARCHIVE_OK else {
      throw ParsingProblem(.damaged, "it cannot be unpacked: \(message(archive))")
    }
    return try read(archive)
  }

  private static func unpacked(
    _ archive: OpaquePointer?, _ wants: (String) -> Bool
  ) throws(ParsingProblem) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var total = 0
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return files }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        if files.isEmpty {
          throw ParsingProblem(.damaged, "it cannot be unpacked: \(message(archive))")
        }
        return files
      }
      guard let path = MemberName.path(of: entry, isZip: true), wants(path) else { continue }
      guard archive_entry_is_data_encrypted(entry) == 0 else {
        throw ParsingProblem(.encrypted, "a password protects it")
      }
      files[path] = try data(archive, path, &total)
    }
  }

  static func data(
    _ archive: OpaquePointer?, _ path: String?, _ total: inout Int
  ) throws(ParsingProblem) -> [UInt8] {
    var data: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = archive_read_data(archive, &chunk, chunk.count)
      if count == 0 { return data }
      guard count > 0 else {
        throw ParsingProblem(.damaged, "it cannot be unpacked: \(message(archive))", part: path)
      }
      total += Int(count)
      guard total <= largest else {
        throw ParsingProblem(.tooLarge, "it unpacks to more than 256 MB", part: path)
      }
      data += chunk[..<Int(count)]
    }
  }

  static func message(_ archive: OpaquePointer?) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown damage"
  }
}
