/// A strict reader for the small part of XML that Graphviz writes.
///
/// Works on UTF-8 bytes. Knows the five predefined entities and character references; a document type
/// is skipped and must not have an internal subset, so that no entity can be declared.
struct XMLScanner {
  private static let deepest = 256

  private let bytes: [UInt8]
  private var position = 0

  init(_ document: String) {
    let bytes = Array(document.utf8)
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Reads the whole document and returns its root element.
  mutating func document() throws(GraphvizError) -> SVGElement {
    try checkCharacters()
    var open: [SVGElement] = []
    var root: SVGElement?
    while position < bytes.count {
      if peek("<") {
        let finished = try markup(&open, hasRoot: root != nil)
        if let finished { root = finished }
      } else {
        let text = try characterData()
        if !open.isEmpty {
          append(.text(text), to: &open)
        } else if text.contains(where: { !$0.isWhitespace }) {
          throw malformed("text outside of the root element")
        }
      }
    }
    guard let root, open.isEmpty else { throw malformed("the root element is not closed") }
    return root
  }

  /// Reads what begins with an angle bracket; returns the root element when this closed it.
  private mutating func markup(
    _ open: inout [SVGElement], hasRoot: Bool
  ) throws(GraphvizError) -> SVGElement? {
    if take("<!--") {
      let comment = try upTo("-->")
      guard !String(comment).contains("--") else { throw malformed("'--' inside a comment") }
    } else if take("<![CDATA[") {
      guard !open.isEmpty else { throw malformed("text outside of the root element") }
      append(.text(try upTo("]]>")), to: &open)
    } else if take("<?") {
      _ = try upTo("?>")
    } else if take("<!DOCTYPE") {
      guard open.isEmpty, !hasRoot else { throw malformed("a misplaced document type") }
      guard !(try upTo(">")).contains("[") else { throw malformed("a declaration of entities") }
    } else if take("</") {
      let name = try name()
      skipSpace()
      guard take(">"), let element = open.popLast(), element.name == name else {
        throw malformed("a mismatched end tag")
      }
      if open.isEmpty { return element }
      append(.element(element), to: &open)
    } else {
      guard !hasRoot else { throw malformed("a second root element") }
      guard open.count < Self.deepest else { throw malformed("elements nested too deeply") }
      let (element, isClosed) = try startTag()
      guard isClosed else {
        open.append(element)
        return nil
      }
      if open.isEmpty { return element }
      append(.element(element), to: &open)
    }
    return nil
  }

  private func append(_ node: SVGElement.Node, to open: inout [SVGElement]) {
    open[open.count - 1].children.append(node)
  }

  private mutating func startTag() throws(GraphvizError) -> (SVGElement, isClosed: Bool) {
    position += 1
    var element = SVGElement(name: try name())
    while true {
      let hadSpace = skipSpace()
      if take("/>") { return (element, true) }
      if take(">") { return (element, false) }
      guard hadSpace else { throw malformed("no space before an attribute") }
      let name = try name()
      skipSpace()
      guard take("=") else { throw malformed("an attribute without value") }
      skipSpace()
      let value = try attributeValue()
      guard element[name] == nil else { throw malformed("a repeated attribute") }
      element.attributes.append(.init(name: name, value: value))
    }
  }

  private mutating func attributeValue() throws(GraphvizError) -> String {
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"")
        || bytes[position] == UInt8(ascii: "'")
    else { throw malformed("a value without quotes") }
    let quote = bytes[position]
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote {
      guard bytes[position] != UInt8(ascii: "<") else { throw malformed("'<' in a value") }
      position += 1
    }
    guard position < bytes.count else { throw malformed("a value that does not end") }
    defer { position += 1 }
    // White space in a value counts as a space unless written as a reference.
    let raw = bytes[start..<position].map { [0x09, 0x0A, 0x0D].contains($0) ? 0x20 : $0 }
    return try resolved(raw[...], allowsBareAmpersand: true)
  }

  private mutating func characterData() throws(GraphvizError) -> String {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return try resolved(bytes[start..<position])
  }

  // MARK: References

  /// Replaces entities and character references.
  ///
  /// In values, `&` may stand for itself: Graphviz writes addresses as they are, so that it often
  /// does. What is written anew from here is escaped.
  private func resolved(
    _ raw: ArraySlice<UInt8>, allowsBareAmpersand: Bool = false
  ) throws(GraphvizError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == UInt8(ascii: "&") else {
        result.append(raw[index])
        index += 1
        continue
      }
      let end = raw[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      let name = end.map { String(decoding: raw[(index + 1)..<$0], as: UTF8.self) }
      if let end, let scalar = name.flatMap(Self.scalar(named:)) {
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
        index = end + 1
      } else if allowsBareAmpersand, name?.hasPrefix("#") != true {
        result.append(raw[index])
        index += 1
      } else {
        throw malformed("a bare '&' or an unknown entity")
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.hasPrefix("#x")
      let digits = name.dropFirst(isHex ? 2 : 1)
      guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(value), isCharacter(value)
      else { return nil }
      return scalar
    }
  }

  // MARK: Characters and tokens

  /// Whether XML 1.0 may carry the scalar.
  static func isCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private func checkCharacters() throws(GraphvizError) {
    for (index, byte) in bytes.enumerated() {
      let isControl = byte < 0x20 && !Self.isCharacter(UInt32(byte))
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      let isNoncharacter =
        byte == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF
        && bytes[index + 2] >= 0xBE
      if isControl || isNoncharacter { throw malformed("a character that XML does not allow") }
    }
  }

  private mutating func name() throws(GraphvizError) -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
      let isLater = (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x3A].contains(byte)
      guard isLetter || (isLater && position > start) else { break }
      position += 1
    }
    guard position > start else { throw malformed("a name that does not begin with a letter") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func peek(_ token: StaticString) -> Bool {
    token.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func take(_ token: StaticString) -> Bool {
    guard peek(token) else { return false }
    position += token.utf8CodeUnitCount
    return true
  }

  /// The text up to a token, which is skipped.
  private mutating func upTo(_ token: StaticString) throws(GraphvizError) -> String {
    let start = position
    while position < bytes.count {
      if peek(token) {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        position += token.utf8CodeUnitCount
        return text
      }
      position += 1
    }
    throw malformed("something that does not end")
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
    return position > start
  }

  private func malformed(_ what: String) -> GraphvizError {
    .unsafeOutput(reason: "not well-formed at byte \(position): \(what)")
  }
}
