/// Classes of Unicode scalars that splitting looks at, quick for ASCII.
package enum ScalarClass {
  /// White space, byte order mark and zero width space.
  @inlinable package static func isSpace(_ s: Unicode.Scalar) -> Bool {
    s.value < 128
      ? s.value == 32 || (9...13).contains(s.value) || (28...31).contains(s.value)
      : s.properties.isWhitespace || s.value == 0xfeff || s.value == 0x200b
  }

  /// Decimal digits of any script.
  @inlinable package static func isDigit(_ s: Unicode.Scalar) -> Bool {
    s.value < 128 ? (48...57).contains(s.value) : s.properties.generalCategory == .decimalNumber
  }

  /// A to Z and a to z.
  @inlinable package static func isASCIILetter(_ s: Unicode.Scalar) -> Bool {
    (65...90).contains(s.value) || (97...122).contains(s.value)
  }

  /// Letters of any script, without marks.
  @inlinable package static func isLetter(_ s: Unicode.Scalar) -> Bool {
    if s.value < 128 { return isASCIILetter(s) }
    switch s.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default: return false
    }
  }

  /// Marks, joiners and modifiers that belong to the scalar before them.
  @inlinable package static func extends(_ s: Unicode.Scalar) -> Bool {
    if s.value < 0x300 { return s.value == 0xad }
    if s.value == 0x200d || s.value == 0x200c || (0xfe00...0xfe0f).contains(s.value) { return true }
    if (0x1f3fb...0x1f3ff).contains(s.value) || (0xe0020...0xe007f).contains(s.value) {
      return true
    }
    switch s.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Letters, digits and what extends them.
  @inlinable package static func isWord(_ s: Unicode.Scalar) -> Bool {
    if s.value < 128 { return isASCIILetter(s) || (48...57).contains(s.value) }
    if isLetter(s) || extends(s) { return true }
    switch s.properties.generalCategory {
    case .decimalNumber, .otherNumber: return s.value > 0xff
    default: return false
    }
  }

  /// Capitals, title case included.
  @inlinable package static func isUpper(_ s: Unicode.Scalar) -> Bool {
    s.value < 128
      ? (65...90).contains(s.value)
      : s.properties.isUppercase || s.properties.generalCategory == .titlecaseLetter
  }

  /// Small letters.
  @inlinable package static func isLower(_ s: Unicode.Scalar) -> Bool {
    s.value < 128 ? (97...122).contains(s.value) : s.properties.isLowercase
  }

  /// Straight, curly and modifier apostrophe.
  @inlinable package static func isApostrophe(_ s: Unicode.Scalar) -> Bool {
    s == "'" || s == "’" || s == "ʼ"
  }

  /// Hyphens and dashes that may join words.
  @inlinable package static func isDash(_ s: Unicode.Scalar) -> Bool {
    s == "-" || s == "‐" || s == "‑" || s == "–" || s == "—"
  }
}
