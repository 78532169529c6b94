/// Windows-1252, which most undeclared text of one byte a letter is in (WHATWG Encoding Standard, index windows-1252).
package enum WindowsText {
  /// Letters of the bytes 0x80 to 0x9F; those of 0xA0 and above are as in Unicode.
  private static let letters: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122,
    0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The text of the bytes; every byte has a letter.
  package static func decoded(_ bytes: some Collection<UInt8>) -> String {
    String(
      decoding: bytes.map { (0x80...0x9F).contains($0) ? letters[Int($0) - 0x80] : UInt16($0) },
      as: UTF16.self)
  }
}
