import Foundation

/// Forms of words and names under which spelling variants compare equal.
public enum TextFolding {
  /// Lower-case letters without Latin diacritics: "Łódź" and "LODZ" both give "lodz".
  ///
  /// Only marks of the Latin, Greek and Cyrillic scripts are dropped (U+0300…U+036F), because vowel
  /// signs of other scripts tell words apart. Letters that do not decompose (ø, ł, ß …) are spelled
  /// out. Idempotent; does not depend on the locale.
  ///
  /// - Complexity: O(n).
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var out = String.UnicodeScalarView()
    let lowered = bounded(text).lowercased().decomposedStringWithCompatibilityMapping
    for scalar in lowered.unicodeScalars {
      if (0x300...0x36f).contains(scalar.value) { continue }
      if let spelled = spelledOut[scalar] {
        out.append(contentsOf: spelled.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out).precomposedStringWithCanonicalMapping
  }

  /// The text in Unicode normalization form C, so that equal texts have equal bytes.
  public static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : bounded(text).precomposedStringWithCanonicalMapping
  }

  /// The most combining marks in a row that normalization puts in order, as in the stream-safe format of Unicode
  /// Standard Annex 15: Foundation sorts them in quadratic time.
  private static let mostMarks = 30

  /// The text without the marks of a row beyond 30: no language writes them, hostile texts do.
  ///
  /// Texts that are compared or hashed are cut so too: Swift's own comparison sorts marks in quadratic time.
  ///
  /// - Complexity: O(n).
  public static func bounded(_ text: String) -> String {
    var (run, isLong) = (0, false)
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run > mostMarks {
        isLong = true
        break
      }
    }
    guard isLong else { return text }
    var out = String.UnicodeScalarView()
    run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run <= mostMarks { out.append(scalar) }
    }
    return String(out)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  private static let spelledOut: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
    "ħ": "h",
  ]
}
