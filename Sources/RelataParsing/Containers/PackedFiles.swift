import CLibArchive
import RelataReading

/// Reads the documents in a packed file: zip, tar, and what gzip, bzip2, xz or zstd pressed.
struct PackedFiles {
  private var report = ParsingReport()
  /// Files in it beyond this number are not read.
  private static let most = 10_000

  static func parse(_ bytes: [UInt8], name: String) throws(ParsingProblem) -> ParsingReport {
    var files = PackedFiles()
    try Archive.opened(
      bytes,
      by: {
        archive_read_support_filter_all($0)
        archive_read_support_format_all($0)
        archive_read_support_format_raw($0)
      }
    ) { archive throws(ParsingProblem) in try files.read(archive, name: name) }
    return files.report
  }

  private mutating func read(_ archive: OpaquePointer?, name: String) throws(ParsingProblem) {
    var members: [(path: String, bytes: [UInt8])] = []
    var total = 0
    var entry: OpaquePointer?
    while members.count < Self.most {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        report.problems.append(
          ParsingProblem(.damaged, "it cannot be unpacked to its end: \(Archive.message(archive))"))
        break
      }
      // AE_IFREG, which Swift does not see; a single pressed file has no path of its own.
      guard
        archive_entry_filetype(entry) & 0o170000 == 0o100000 || archive_format(archive) == 0x90000
      else { continue }
      var path = archive_entry_pathname(entry).map { String(cString: $0) } ?? "file"
      if path == "data" { path = name.split(separator: ".").dropLast().joined(separator: ".") }
      guard !Self.isHidden(path) else { continue }
      guard archive_entry_is_data_encrypted(entry) == 0 else {
        report.problems.append(ParsingProblem(.encrypted, "a password protects it", part: path))
        continue
      }
      members.append((path, try Archive.data(archive, path, &total)))
    }
    // The order of the archive says nothing.
    for member in members.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      add(PartReader.parse(member.bytes, name: member.path))
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
      return try Archive.data(archive, "", &total)
    }
  }

  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  private mutating func add(_ more: ParsingReport) {
    report.documents += more.documents
    report.problems += more.problems
  }
}
