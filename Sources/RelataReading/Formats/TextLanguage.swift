import CLanguageDetector
import RelataCore

/// Which language a text is in, by Google's Compact Language Detector 2.
package enum TextLanguage {
  /// Shorter texts have too few words to tell, in scalars.
  private static let shortest = 120
  /// More of a text than this is not looked at, in UTF-8 bytes.
  private static let longest = 1 << 16
  /// A text is in another language if at least so much of it is, in percent.
  private static let leastShare: Int32 = 70

  /// The code of a language as a document declares it: "de" of "de-AT"; nil of what is none.
  static func declared(_ name: String?) -> String? {
    let code = name?.prefix { $0 != "-" && $0 != "_" }.lowercased() ?? ""
    return (2...3).contains(code.count) && code.allSatisfy { "a"..."z" ~= $0 } ? code : nil
  }

  /// The code of the language that most of a text is surely in ("de"); nil where it is short, or in several.
  ///
  /// - Complexity: O(1) beyond the first 64 KiB.
  package static func code(of text: SourceText) -> String? {
    guard text.count >= shortest else { return nil }
    // Cut at a letter's border: scalars take up to four bytes each.
    var part = String(scalars: text.scalars.prefix(longest / 4))
    var percent: Int32 = 0
    let code = part.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { buffer in
        relata_language(buffer.baseAddress, Int32(buffer.count), &percent).map {
          String(cString: $0)
        }
      }
    }
    guard let code, code != "un", percent >= leastShare else { return nil }
    return code
  }
}
