import RelataCore

/// Takes out of a text what only sets type, so that a name is the same name wherever its lines break.
///
/// - Soft hyphens (U+00AD), word joiners, zero-width spaces and byte order marks inside the text go; a soft
///   hyphen at the end of a line goes with the line end.
/// - Marks of direction go (U+200E, U+200F, U+202A–U+202E, U+2066–U+2069): they change what is seen, not what
///   is said. Joiners (U+200C, U+200D) stay, letters of several scripts need them.
/// - The ligatures U+FB00–U+FB06 become their letters, the hyphens U+2010 and U+2011 become "-".
///
/// The quotation marks, dashes, accents and spaces of the text stay as they are.
enum TypesettingMarks {
  /// The text without them, the same text where it has none.
  ///
  /// - Complexity: O(n).
  static func removed(from text: SourceText) -> SourceText {
    guard text.scalars.contains(where: isMark) else { return text }
    var scalars: ContiguousArray<Unicode.Scalar> = []
    scalars.reserveCapacity(text.scalars.count)
    var isAfterSoftHyphen = false
    for scalar in text.scalars {
      switch scalar.value {
      case 0x0A where isAfterSoftHyphen: isAfterSoftHyphen = false
      case 0xAD: isAfterSoftHyphen = true
      default:
        isAfterSoftHyphen = false
        if (0x2010...0x2011).contains(scalar.value) {
          scalars.append("-")
        } else if let letters = Ligatures.letters[scalar.value] {
          scalars.append(contentsOf: letters.unicodeScalars)
        } else if !isMark(scalar) {
          scalars.append(scalar)
        }
      }
    }
    return SourceText(scalars: scalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200E...0x200F, 0x2010...0x2011, 0x202A...0x202E, 0x2060, 0x2066...0x2069,
      0xFB00...0xFB06, 0xFEFF:
      true
    default: false
    }
  }
}
