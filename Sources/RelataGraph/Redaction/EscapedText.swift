import Foundation

/// The characters that a text stands for where it is written in escapes: "&shy;", "&#1086;", "%C3%B6".
///
/// A tag without attributes ("<wbr>", "</b>") counts as a character that shows nothing.
enum EscapedText {
  /// A character and the scalars of the text that stand for it.
  struct Glyph {
    var scalar: Unicode.Scalar
    var range: Range<Int>
  }

  /// - Complexity: O(n).
  static func glyphs(_ scalars: [Unicode.Scalar]) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "&":
        let (scalar, end) = reference(scalars, index) ?? (scalars[index], index + 1)
        glyphs.append(Glyph(scalar: scalar, range: index..<end))
        index = end
      case "%":
        let (scalar, end) = byte(scalars, index) ?? (scalars[index], index + 1)
        glyphs.append(Glyph(scalar: scalar, range: index..<end))
        index = end
      case "<":
        let end = tag(scalars, index)
        let scalar: Unicode.Scalar = end > index + 1 ? "\u{200b}" : scalars[index]
        glyphs.append(Glyph(scalar: scalar, range: index..<end))
        index = end
      default:
        glyphs.append(Glyph(scalar: scalars[index], range: index..<(index + 1)))
        index += 1
      }
    }
    return glyphs
  }

  /// The character of an entity reference, escaped twice too ("&amp;shy;"), and where it ends.
  private static func reference(
    _ scalars: [Unicode.Scalar], _ start: Int
  ) -> (Unicode.Scalar, Int)? {
    var name = String.UnicodeScalarView()
    var index = start + 1
    while index < scalars.count, index - start <= 12, scalars[index] != ";" {
      let scalar = scalars[index]
      guard scalar.isASCII,
        scalar == "#" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      else { return nil }
      name.append(scalar)
      index += 1
    }
    guard index < scalars.count, scalars[index] == ";", let scalar = character(String(name)) else {
      return nil
    }
    if scalar == "&", index + 1 < scalars.count {
      if let inner = inner(scalars, index) { return inner }
    }
    return (scalar, index + 1)
  }

  /// What follows "&amp;" as if it were the ampersand.
  private static func inner(
    _ scalars: [Unicode.Scalar], _ semicolon: Int
  ) -> (Unicode.Scalar, Int)? {
    let end = min(scalars.count, semicolon + 14)
    let rest = ["&"] + Array(scalars[(semicolon + 1)..<end])
    guard let (scalar, length) = reference(rest, 0) else { return nil }
    return (scalar, semicolon + length)
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { Unicode.Scalar($0) }
    }
    if let scalar = named[name] { return scalar }
    // "&eacute;", "&Uuml;": the letter is enough, as accents are folded.
    guard let letter = name.unicodeScalars.first, marks.contains(String(name.dropFirst())) else {
      return nil
    }
    return letter
  }

  private static let marks: Set<String> = [
    "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "caron", "slash", "breve", "macr",
    "ogon", "dot", "strok",
  ]

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "shy": "\u{ad}", "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ",
    "zwj": "\u{200d}", "zwnj": "\u{200c}", "lrm": "\u{200e}", "rlm": "\u{200f}", "quot": "\"",
    "apos": "'", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "lt": "<", "gt": ">",
    "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "eth": "ð", "thorn": "þ",
    "hyphen": "-", "dash": "-", "ndash": "–", "mdash": "—", "period": ".", "comma": ",",
    "commat": "@", "lowbar": "_",
  ]

  /// The character that "%C3%B6" and the like says in UTF-8, and where it ends.
  private static func byte(_ scalars: [Unicode.Scalar], _ start: Int) -> (Unicode.Scalar, Int)? {
    func value(_ index: Int) -> UInt8? {
      guard index + 2 < scalars.count, scalars[index] == "%",
        let high = hex(scalars[index + 1]), let low = hex(scalars[index + 2])
      else { return nil }
      return high * 16 + low
    }
    guard let first = value(start) else { return nil }
    let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let bytes = (0..<length).compactMap { value(start + 3 * $0) }
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count == 1,
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, start + 3 * length)
  }

  private static func hex(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.isASCII ? UInt8(String(scalar), radix: 16) : nil
  }

  /// The end of a tag without attributes that begins here; the next scalar if none does.
  private static func tag(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start + 1
    if index < scalars.count, scalars[index] == "/" { index += 1 }
    let name = index
    while index < scalars.count, index - name < 7, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic
        || index > name && scalars[index].properties.numericType != nil
    { index += 1 }
    guard index > name else { return start + 1 }
    while index < scalars.count, scalars[index] == " " || scalars[index] == "/" { index += 1 }
    return index < scalars.count && scalars[index] == ">" ? index + 1 : start + 1
  }
}
