import CLibArchive
import RelataReading

/// Tells what a ZIP file is by what lies in it: office files and books are ZIP files that hold certain others.
enum PackageFormat {
  /// Files beyond this number are not asked for their names.
  private static let most = 2_000

  /// The format of a package; the one that was asked for where its files do not tell.
  static func format(of bytes: [UInt8], asked: InputFormat) -> InputFormat {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return asked }
    let paths = paths(in: bytes)
    if paths.contains("[Content_Types].xml") {
      let folders: [(String, InputFormat)] = [("word/", .docx), ("xl/", .xlsx), ("ppt/", .pptx)]
      for (folder, format) in folders where paths.contains(where: { $0.hasPrefix(folder) }) {
        return format
      }
    }
    if paths.contains("META-INF/container.xml"), paths.contains("mimetype") { return .epub }
    if paths.contains("content.xml"), paths.contains("META-INF/manifest.xml") { return .odf }
    return asked
  }

  private static func paths(in bytes: [UInt8]) -> Set<String> {
    let found = try? Archive.opened(bytes, by: { archive_read_support_format_zip($0) }) {
      archive throws(ParsingProblem) -> Set<String> in
      var paths: Set<String> = []
      var entry: OpaquePointer?
      while paths.count < most {
        let status = archive_read_next_header(archive, &entry)
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { break }
        if let path = MemberName.path(of: entry, isZip: true) { paths.insert(path) }
      }
      return paths
    }
    return found ?? []
  }
}
