import RelataReading

/// Text without marks, in the encoding that its bytes speak for.
enum PlainText {
  /// UTF-8, UTF-16 where it has its mark or is certain, else Windows-1252, which every byte has a letter in.
  static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let units = UTF16Units.read(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF)
      return String(decoding: units, as: UTF16.self)
    }
    if let isLittleEndian = UTF16Units.isLittleEndianUnmarked(bytes) {
      return String(
        decoding: UTF16Units.read(bytes, isLittleEndian: isLittleEndian), as: UTF16.self
      )
      .replacing("\r\n", with: "\n")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let text = String(validating: body, as: UTF8.self) ?? WindowsText.decoded(body)
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
