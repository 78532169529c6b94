import CGsf
import RelataReading

/// Reads compound files (MS-CFB), in which Outlook keeps messages, and old or locked office files are kept.
enum CompoundFile {
  static func parse(_ bytes: [UInt8], depth: Int) throws(ParsingProblem) -> ParsingReport {
    gsf_init()
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    defer { copy.deallocate() }
    copy.initialize(from: bytes, count: bytes.count)
    guard let input = gsf_input_memory_new(copy, gsf_off_t(bytes.count), 0) else {
      throw ParsingProblem(.damaged, "it cannot be opened")
    }
    defer { g_object_unref(gpointer(input)) }
    guard let file = gsf_infile_msole_new(input, nil) else {
      throw ParsingProblem(.damaged, "it is no whole file of Outlook or of an old Office")
    }
    defer { g_object_unref(gpointer(file)) }
    // ECMA-376 files under a password (MS-OFFCRYPTO) are such files with two streams.
    if holds("EncryptedPackage", file) {
      throw ParsingProblem(.encrypted, "a password protects it")
    }
    if let kind = OldOffice.allCases.first(where: { holds($0.rawValue, file) }) {
      return ParsingReport(documents: [try kind.parse { stream($0, in: file) }])
    }
    if holds("Book", file) {
      throw ParsingProblem(.unknown, "it is an Excel workbook of before 1997")
    }
    guard holds("__properties_version1.0", file) else {
      throw ParsingProblem(.unknown, "it is no message of Outlook and no document of Office")
    }
    return OutlookMessage(fileDepth: depth).read(file)
  }

  /// Streams of more bytes are cut.
  private static let largest = 256 << 20

  /// The bytes of a stream; nil where there is none of the name.
  static func stream(_ name: String, in folder: OpaquePointer) -> [UInt8]? {
    guard let input = gsf_infile_child_by_name(folder, name) else { return nil }
    defer { g_object_unref(gpointer(input)) }
    let count = min(Int(gsf_input_size(input)), largest)
    guard count > 0 else { return [] }
    guard let data = gsf_input_read(input, count, nil) else { return nil }
    return Array(UnsafeBufferPointer(start: data, count: count))
  }

  private static func holds(_ stream: String, _ file: OpaquePointer) -> Bool {
    guard let input = gsf_infile_child_by_name(file, stream) else { return false }
    g_object_unref(gpointer(input))
    return true
  }
}
