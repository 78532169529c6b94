import CLibArchive
import Foundation
import RelataReading

/// The name of a file in an archive, in whatever letters the program that packed it wrote names.
enum MemberName {
  /// The path as the archive marks it, or else read as what its bytes are likely to be; nil where it has none.
  static func path(of entry: OpaquePointer?, isZip: Bool) -> String? {
    if let marked = archive_entry_pathname_utf8(entry) { return String(cString: marked) }
    guard let raw = archive_entry_pathname(entry) else { return nil }
    return decoded(Array(UnsafeRawBufferPointer(start: raw, count: strlen(raw))), isZip: isZip)
  }

  /// UTF-8, else the letters of the console of Windows (code page 850, which ZIP files of old hold) or Windows-1252.
  static func decoded(_ bytes: [UInt8], isZip: Bool) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let (console, windows) = (consoleText(bytes), WindowsText.decoded(bytes))
    return isZip && oddities(console) <= oddities(windows) ? console : windows
  }

  /// What names hardly hold: signs above ASCII that are no letters, capitals behind small letters.
  private static func oddities(_ name: String) -> Int {
    zip(" " + name, name).count { before, letter in
      !letter.isASCII && !letter.isLetter
        || !letter.isASCII && letter.isUppercase && before.isLowercase
    }
  }

  private static func consoleText(_ bytes: [UInt8]) -> String {
    String(
      String.UnicodeScalarView(
        bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : upper[Int($0) - 0x80] }))
  }

  /// Code page 850 from 0x80 on (Unicode Consortium, VENDORS/MICSFT/PC/CP850.TXT).
  private static let upper = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
      + "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)

  /// Has libarchive read names in UTF-8 while `body` runs: its C library knows only ASCII where no locale is set.
  ///
  /// The locale is that of this thread alone.
  static func inUnicode<Result>(
    _ body: () throws(ParsingProblem) -> Result
  ) throws(ParsingProblem) -> Result {
    let names = ["C.UTF-8", "en_US.UTF-8", "UTF-8"]
    let found = names.lazy.compactMap { newlocale(LC_CTYPE_MASK, $0, nil) }.first
    guard let found else { return try body() }
    let before = uselocale(found)
    defer {
      uselocale(before)
      freelocale(found)
    }
    return try body()
  }
}
