/// Finds where the first graph of a DOT text ends, as the library's scanner would.
enum DOTExtent {
  /// Cuts the first graph out of a text.
  ///
  /// - Returns: The text up to the brace that closes the first graph, and whether anything but white
  ///   space and comments follows; the whole text where that brace is missing.
  static func firstGraph(of source: String) -> (text: String, hasMore: Bool) {
    var scanner = Scanner(bytes: Array(source.utf8))
    var depth = 0
    while let byte = scanner.nextToken() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      guard byte == UInt8(ascii: "}") else { continue }
      depth -= 1
      if depth <= 0 {
        let text = String(decoding: scanner.bytes[..<scanner.position], as: UTF8.self)
        return (text, scanner.nextToken() != nil)
      }
    }
    return (source, false)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The first byte of the next token: a brace, a quoted string as a whole, or a byte of
    /// something else.
    ///
    /// Nil at the end.
    mutating func nextToken() -> UInt8? {
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x20, 0x09...0x0D: continue
        case UInt8(ascii: "/") where peek == UInt8(ascii: "/"): skipLine()
        case UInt8(ascii: "/") where peek == UInt8(ascii: "*"): skip(past: "*/")
        case UInt8(ascii: "#") where isAtLineStart: skipLine()
        case UInt8(ascii: "\""):
          skipString()
          return byte
        case UInt8(ascii: "<"):
          skipMarkup()
          return byte
        default: return byte
        }
      }
      return nil
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var isAtLineStart: Bool { position < 2 || bytes[position - 2] == 0x0A }

    private mutating func skipLine() {
      while let byte = peek, byte != 0x0A { position += 1 }
    }

    private mutating func skip(past end: StaticString) {
      end.withUTF8Buffer { end in
        while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
      }
      position = min(position + end.utf8CodeUnitCount, bytes.count)
    }

    private mutating func skipString() {
      while let byte = peek {
        position += byte == UInt8(ascii: "\\") ? 2 : 1
        if byte == UInt8(ascii: "\"") { return }
      }
      position = min(position, bytes.count)
    }

    private mutating func skipMarkup() {
      var depth = 1
      while depth > 0, let byte = peek {
        if bytes[position...].starts(with: "<!--".utf8) {
          skip(past: "-->")
          continue
        }
        if byte == UInt8(ascii: "<") { depth += 1 }
        if byte == UInt8(ascii: ">") { depth -= 1 }
        position += 1
      }
    }
  }
}
