import RelataCore

/// Bytes to text by documented rules.
///
/// - UTF-8 is expected; UTF-16 is read if it starts with a byte order mark, which is dropped, or is certain without one.
/// - Bytes that are no UTF-8 nearly anywhere above ASCII are read as Windows-1252, with a warning.
/// - An invalid UTF-8 sequence becomes one U+FFFD, with a warning that gives line and count.
/// - CR LF and lone CR become LF.
/// - NUL and other control characters (except tab, line feed and form feed) are removed with a warning.
/// - Bytes that are not text at all are refused: a known binary signature, more than 1 % control
///   characters, or more than 10 % invalid sequences.
struct TextDecoder {
  struct Decoded {
    var text: SourceText
    var diagnostics: [Diagnostic]
  }

  /// Decodes bytes; `line` is the 1-based line at which they start, for messages.
  ///
  /// - Parameters:
  ///   - bytes: the whole input or a whole line of it.
  ///   - file: the input's name in messages.
  ///   - line: where the bytes start.
  /// - Returns: the text and the warnings about it.
  /// - Throws: ``RelataError`` RL1005 or RL1006 if the bytes are not text.
  static func decode(
    _ bytes: [UInt8], file: String, line: Int = 1
  ) throws(RelataError) -> Decoded {
    if let known = BinarySignature.match(bytes) {
      throw ReadingError.unsupported(file, format: known.format, hint: known.hint)
    }
    var cleaner = Cleaner(line: line, capacity: bytes.count)
    if isWindows(bytes) {
      for scalar in WindowsText.decoded(bytes).unicodeScalars { cleaner.append(scalar) }
      guard cleaner.controls <= max(2, cleaner.total / 100) else {
        throw ReadingError.notText(file, hint: nil)
      }
      return Decoded(
        text: SourceText(scalars: cleaner.scalars),
        diagnostics: [ReadingError.windowsText(InputLocation(file: file, line: line))]
          + cleaner.diagnostics(file: file))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      decodeUTF16(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF, into: &cleaner)
    } else if let isLittleEndian = UTF16Units.isLittleEndianUnmarked(bytes) {
      decodeUTF16(bytes[...], isLittleEndian: isLittleEndian, into: &cleaner)
    } else {
      decodeUTF8(
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], into: &cleaner)
    }
    if cleaner.controls > max(2, cleaner.total / 100) {
      throw ReadingError.notText(file, hint: nil)
    }
    if cleaner.invalid > max(4, cleaner.total / 10) {
      throw ReadingError.notText(
        file, hint: "if it is text in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8")
    }
    return Decoded(
      text: SourceText(scalars: cleaner.scalars), diagnostics: cleaner.diagnostics(file: file))
  }

  /// Applies the rules for line ends and control characters to text that is already decoded.
  static func clean(_ string: String, at location: InputLocation) -> Decoded {
    var cleaner = Cleaner(line: location.line ?? 1, capacity: string.utf8.count)
    for scalar in string.unicodeScalars { cleaner.append(scalar) }
    let diagnostics = cleaner.diagnostics(file: location.file).map { diagnostic in
      var moved = diagnostic
      moved.location = location
      return moved
    }
    return Decoded(text: SourceText(scalars: cleaner.scalars), diagnostics: diagnostics)
  }

  /// Whether bytes that are no UTF-8 are of an encoding of one byte a letter.
  ///
  /// Then hardly any of what should be UTF-8 sequences is one, and what is none stands among letters.
  private static func isWindows(_ bytes: [UInt8]) -> Bool {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
      bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil
    else { return false }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (whole, broken, ascii, controls) = (0, 0, 0, 0)
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar) where scalar.value < 0x80:
        ascii += 1
        if scalar.value < 0x20, !scalar.properties.isWhitespace { controls += 1 }
      case .scalarValue: whole += 1
      case .error: broken += 1
      case .emptyInput: break loop
      }
    }
    return whole * 4 < broken && broken * 4 < ascii && controls == 0
  }

  private static func decodeUTF8(_ bytes: ArraySlice<UInt8>, into cleaner: inout Cleaner) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): cleaner.append(scalar)
      case .error: cleaner.appendInvalid()
      case .emptyInput: return
      }
    }
  }

  private static func decodeUTF16(
    _ bytes: ArraySlice<UInt8>, isLittleEndian: Bool, into cleaner: inout Cleaner
  ) {
    var decoder = UTF16()
    var iterator = UTF16Units.read(bytes, isLittleEndian: isLittleEndian).makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): cleaner.append(scalar)
      case .error: cleaner.appendInvalid()
      case .emptyInput:
        if bytes.count % 2 == 1 { cleaner.appendInvalid() }
        return
      }
    }
  }
}

/// Collects scalars, counts what had to be mended and remembers where it began.
private struct Cleaner {
  private(set) var scalars: ContiguousArray<Unicode.Scalar> = []
  private(set) var invalid = 0
  private(set) var controls = 0
  private(set) var total = 0
  private var line: Int
  private var invalidLine: Int?
  private var controlLine: Int?
  private var afterCarriageReturn = false

  init(line: Int, capacity: Int) {
    self.line = line
    scalars.reserveCapacity(capacity)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    total += 1
    defer { afterCarriageReturn = scalar == "\r" }
    switch scalar.value {
    case 0x0A where afterCarriageReturn: return
    case 0x0A, 0x0D:
      scalars.append("\n")
      line += 1
    case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F:
      controls += 1
      controlLine = controlLine ?? line
    default: scalars.append(scalar)
    }
  }

  mutating func appendInvalid() {
    total += 1
    afterCarriageReturn = false
    invalid += 1
    invalidLine = invalidLine ?? line
    scalars.append("\u{FFFD}")
  }

  func diagnostics(file: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let invalidLine {
      found.append(
        ReadingError.invalidUTF8(InputLocation(file: file, line: invalidLine), count: invalid))
    }
    if let controlLine {
      found.append(
        ReadingError.controls(InputLocation(file: file, line: controlLine), count: controls))
    }
    return found
  }
}
