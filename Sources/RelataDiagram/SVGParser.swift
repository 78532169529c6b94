import RelataCore

/// A strict parser for the XML that Graphviz writes: elements, attributes, text and references.
///
/// Comments, processing instructions and a document type without internal subset are skipped. Anything that
/// is not well-formed is refused, so that what it accepts a browser accepts too.
struct SVGParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// Parses a document and returns its root.
  ///
  /// - Throws: ``RelataError`` RL5010 with the offset in bytes.
  /// - Complexity: O(n).
  static func parse(_ text: String) throws(RelataError) -> XMLElement {
    var parser = SVGParser(text)
    try parser.skipMisc()
    guard parser.peek() == UInt8(ascii: "<") else { throw parser.failure("no root element") }
    let root = try parser.element()
    try parser.skipMisc()
    guard parser.position == parser.bytes.count else {
      throw parser.failure("text after the root element")
    }
    return root
  }

  private func failure(_ message: String) -> RelataError {
    RelataError(
      .internal, code: "RL5010", "the SVG is not well-formed at byte \(position): \(message)",
      hint: "please report this with the DOT file (--format dot)")
  }

  // MARK: Scanning

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private func starts(with text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      buffer.enumerated().allSatisfy { bytes[position + $0.offset] == $0.element }
    }
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 32 || (9...10).contains(byte) || byte == 13 { position += 1 }
  }

  private mutating func skip(past end: StaticString) throws(RelataError) {
    while position < bytes.count, !starts(with: end) { position += 1 }
    guard position < bytes.count else { throw failure("'\(end)' is missing") }
    position += end.utf8CodeUnitCount
  }

  private mutating func skipMisc() throws(RelataError) {
    while true {
      skipSpace()
      if starts(with: "<?") {
        try skip(past: "?>")
      } else if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<!DOCTYPE") {
        let start = position
        try skip(past: ">")
        if bytes[start..<position].contains(UInt8(ascii: "[")) {
          throw failure("a document type with declarations")
        }
      } else {
        return
      }
    }
  }

  private mutating func name() throws(RelataError) -> String {
    let start = position
    while let byte = peek(), isNameByte(byte) { position += 1 }
    guard position > start, !(48...57).contains(bytes[start]), bytes[start] != UInt8(ascii: "-")
    else { throw failure("a name was expected") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
      || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
  }

  // MARK: Grammar

  private mutating func element() throws(RelataError) -> XMLElement {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw failure("elements are nested too deeply") }
    position += 1
    var element = XMLElement(try name())
    while true {
      let before = position
      skipSpace()
      if starts(with: "/>") {
        position += 2
        return element
      }
      if peek() == UInt8(ascii: ">") {
        position += 1
        break
      }
      guard position > before else { throw failure("white space was expected") }
      let name = try name()
      skipSpace()
      guard peek() == UInt8(ascii: "=") else { throw failure("'=' was expected") }
      position += 1
      skipSpace()
      let value = try attributeValue()
      guard element[name] == nil else { throw failure("attribute '\(name)' occurs twice") }
      element.attributes.append((name, value))
    }
    try content(of: &element)
    return element
  }

  private mutating func attributeValue() throws(RelataError) -> String {
    guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("a quote was expected")
    }
    position += 1
    let value = try characters { $0 == quote }
    position += 1
    return value
  }

  private mutating func content(of element: inout XMLElement) throws(RelataError) {
    while true {
      if starts(with: "</") {
        position += 2
        let closing = try name()
        guard closing == element.name else {
          throw failure("<\(element.name)> is closed by </\(closing)>")
        }
        skipSpace()
        guard peek() == UInt8(ascii: ">") else { throw failure("'>' was expected") }
        position += 1
        return
      } else if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        throw failure("CDATA is not used in figures")
      } else if starts(with: "<?") {
        try skip(past: "?>")
      } else if peek() == UInt8(ascii: "<") {
        element.children.append(.element(try self.element()))
      } else {
        element.children.append(.text(try characters { $0 == UInt8(ascii: "<") }))
      }
    }
  }

  /// Text up to a byte that ends it, references resolved.
  private mutating func characters(until isEnd: (UInt8) -> Bool) throws(RelataError) -> String {
    var out: [UInt8] = []
    while let byte = peek(), !isEnd(byte) {
      switch byte {
      case UInt8(ascii: "&"): out.append(contentsOf: String(try reference()).utf8)
      case UInt8(ascii: "<"): throw failure("'<' in a value")
      case 0..<9, 11..<13, 14..<32: throw failure("control character \(byte)")
      default:
        out.append(byte)
        position += 1
      }
    }
    guard position < bytes.count else { throw failure("the text ends too early") }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func reference() throws(RelataError) -> Character {
    let start = position + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ";"), end - start < 10 { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { throw failure("a bare '&'") }
    let body = String(decoding: bytes[start..<end], as: UTF8.self)
    position = end + 1
    switch body {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let number =
      body.hasPrefix("#x")
      ? UInt32(body.dropFirst(2), radix: 16) : body.hasPrefix("#") ? UInt32(body.dropFirst()) : nil
    guard let number, let scalar = Unicode.Scalar(number), XMLText.isAllowed(scalar) else {
      throw failure("unknown reference '&\(body);'")
    }
    return Character(scalar)
  }
}
