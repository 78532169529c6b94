import CLanguageDetector
import RelataCore

/// Which language a text is in, by Google's Compact Language Detector 2.
enum TextLanguage {
  /// Shorter texts have too few words to tell, in scalars.
  private static let shortest = 120
  /// More of a text than this is not looked at, in UTF-8 bytes.
  private static let longest = 1 << 16
  /// A text is in another language if at least so much of it is, in percent.
  private static let leastShare: Int32 = 70

  /// The code of the language if most of the text is surely not English ("de"); else nil.
  ///
  /// - Complexity: O(1) beyond the first 64 KiB.
  static func foreign(_ text: SourceText) -> String? {
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
    guard let code, code != "en", code != "un", percent >= leastShare else { return nil }
    return code
  }
}
