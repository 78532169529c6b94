import CGsf
import RelataReading

/// Reads compound files (MS-CFB), in which Outlook keeps messages, and old or locked office files are kept.
enum CompoundFile {
  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsingReport {
    gsf_init()
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    defer { copy.deallocate() }
    copy.initialize(from: bytes, count: bytes.count)
    guard let input = gsf_input_memory_new(copy, gsf_off_t(bytes.count), 0) else {
      throw ParsingProblem(.damaged, "it cannot be opened")
    }
    defer { g_object_unref(gpointer(input)) }
    guard let file = gsf_infile_msole_new(input, nil) else {
      throw ParsingProblem(.damaged, "it is no message of Outlook's")
    }
    defer { g_object_unref(gpointer(file)) }
    // ECMA-376 files under a password (MS-OFFCRYPTO) are such files with two streams.
    if holds("EncryptedPackage", file) {
      throw ParsingProblem(.encrypted, "a password protects it")
    }
    if let kind = OldOffice.allCases.first(where: { $0.streams.contains { holds($0, file) } }) {
      return ParsingReport(documents: [try kind.parse(bytes)])
    }
    return OutlookMessage.read(file)
  }

  private static func holds(_ stream: String, _ file: OpaquePointer) -> Bool {
    guard let input = gsf_infile_child_by_name(file, stream) else { return false }
    g_object_unref(gpointer(input))
    return true
  }
}
