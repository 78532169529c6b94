import CLibArchive
import RelataReading

/// Reads the documents in a packed file: zip, tar, and what gzip, bzip2, xz or zstd pressed.
struct PackedFiles {
  private var report = ParsingReport()
  private var members: [(path: String, bytes: [UInt8])] = []
  /// Pictures, programs and the like, by what they are called.
  private var leftOut: [String: [String]] = [:]
  private var total = 0
  /// Files in it beyond this number are not read.
  private static let most = 10_000

  static func parse(
    _ bytes: [UInt8], name: String, depth: Int
  ) throws(ParsingProblem) -> ParsingReport {
    var files = PackedFiles()
    try Archive.opened(
      bytes,
      by: {
        archive_read_support_filter_all($0)
        archive_read_support_format_all($0)
        archive_read_support_format_raw($0)
      }
    ) { archive throws(ParsingProblem) in files.unpack(archive, name: name) }
    files.readMembers(depth: depth)
    return files.report
  }

  /// Takes what can be taken: a file that is damaged or locked costs only itself.
  private mutating func unpack(_ archive: OpaquePointer?, name: String) {
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard members.count < Self.most else {
        report.problems.append(
          ParsingProblem(
            .tooLarge, "it holds more than \(Self.most) files, of which those behind are not read"))
        break
      }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        report.problems.append(
          ParsingProblem(.damaged, "it cannot be unpacked to its end: \(Archive.message(archive))"))
        break
      }
      // AE_IFREG, which Swift does not see; a single pressed file has no path of its own.
      let isRaw = archive_format(archive) == 0x90000
      guard archive_entry_filetype(entry) & 0o170000 == 0o100000 || isRaw else { continue }
      let isZip = archive_format(archive) & 0xFF0000 == 0x50000
      var path = MemberName.path(of: entry, isZip: isZip) ?? "file"
      if isRaw, path == "data" {
        path = name.split(separator: ".").dropLast().joined(separator: ".")
      }
      guard !Self.isHidden(path) else { continue }
      do throws(ParsingProblem) {
        try take(path, entry, from: archive)
      } catch {
        report.problems.append(error)
        // Beyond the limit nothing more is unpacked.
        if error.kind == .tooLarge { break }
      }
    }
  }

  private mutating func take(
    _ path: String, _ entry: OpaquePointer?, from archive: OpaquePointer?
  ) throws(ParsingProblem) {
    // What the name tells alone is not unpacked.
    if let kind = FileKinds.leftOut(path) {
      leftOut[kind, default: []].append(path)
      return
    }
    guard archive_entry_is_data_encrypted(entry) == 0 else {
      throw ParsingProblem(.encrypted, "a password protects it", part: path)
    }
    let bytes = try Archive.data(archive, path, &total)
    if let kind = FileKinds.leftOut(path, head: { Array(bytes.prefix(2_048)) }) {
      leftOut[kind, default: []].append(path)
    } else {
      members.append((path, bytes))
    }
  }

  private mutating func readMembers(depth: Int) {
    // The order of the archive says nothing.
    for member in members.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      report.append(PartReader.parse(member.bytes, name: member.path, depth: depth + 1))
    }
    for (kind, paths) in leftOut.sorted(by: { $0.key < $1.key }) {
      let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      report.notes.append(ParsingNote(LeftOutWords.text(kind, sorted)))
    }
    if report.documents.isEmpty, report.problems.isEmpty {
      report.problems.append(ParsingProblem(.empty, "there is no document in it"))
    }
  }

  /// What is pressed without a name.
  static func unpacked(_ bytes: [UInt8]) throws(ParsingProblem) -> [UInt8] {
    try Archive.opened(
      bytes,
      by: {
        archive_read_support_filter_all($0)
        archive_read_support_format_raw($0)
      }
    ) { archive throws(ParsingProblem) in
      var entry: OpaquePointer?
      var total = 0
      guard archive_read_next_header(archive, &entry) == ARCHIVE_OK else {
        throw ParsingProblem(.damaged, "it cannot be unpacked: \(Archive.message(archive))")
      }
      return try Archive.data(archive, nil, &total)
    }
  }

  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
