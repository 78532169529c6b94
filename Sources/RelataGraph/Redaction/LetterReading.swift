import Foundation
import RelataLanguage

/// How the letters of a text are taken when names are compared.
///
/// A name may hide in letters of another script that look alike ("Nоra" with a Cyrillic о), or be written
/// in that script by its sound. A text with such letters is read once in each way.
enum LetterReading: CaseIterable, Sendable {
  /// As they are, folded.
  case plain
  /// Cyrillic, Greek and Armenian letters, and "I" among small letters, as the Latin ones they look like.
  case lookalike
  /// Cyrillic and Greek letters by their sound.
  case latin

  /// The folded letters that a scalar stands for.
  ///
  /// - Parameters:
  ///   - scalar: A letter or mark.
  ///   - afterSmall: Whether a small letter stands right before it.
  /// - Returns: Empty for a mark that folding drops.
  func letters(_ scalar: Unicode.Scalar, afterSmall: Bool = false) -> [Unicode.Scalar] {
    if scalar.value < 0x80 {
      if self == .lookalike, afterSmall, scalar == "I" { return ["l"] }
      return (0x41...0x5a).contains(scalar.value)
        ? [Unicode.Scalar(UInt8(scalar.value) + 32)] : [scalar]
    }
    switch self {
    case .plain: break
    case .lookalike: if let like = Self.lookalikes[scalar] { return [like] }
    case .latin:
      if let sound = Self.sounds[scalar.properties.lowercaseMapping] {
        return Array(sound.unicodeScalars)
      }
    }
    if let plain = Self.variants[scalar] { return [plain] }
    // Twice, because the capitals of mathematical and other styles have no small letters before they decompose.
    let folded = TextFolding.folded(TextFolding.folded(String(scalar)))
    return folded.unicodeScalars.filter { !Self.isIgnorable($0) }
  }

  /// Whether another reading than the plain one may give other letters.
  static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x58f).contains(scalar.value) || (0x1f00...0x1fff).contains(scalar.value)
  }

  /// Whether a scalar shows nothing of its own or is a mark that does not tell names apart: soft hyphens,
  /// joiners, direction marks, accents, vowel points of Arabic and Hebrew.
  static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: false
    case 0xad, 0x300...0x36f, 0x591...0x5bd, 0x5bf, 0x5c1...0x5c2, 0x5c4...0x5c5, 0x5c7, 0x640,
      0x64b...0x65f, 0x670:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in text.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      if scalars.count == 2 { result[scalars[0]] = scalars[1] }
    }
    return result
  }

  /// Letters and their Latin likeness, after the confusables of Unicode Technical Standard 39.
  private static let lookalikes = pairs(
    """
    аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw һh ӏl ѵv ғf ո\u{6e}
    Аa Вb Еe Кk Мm Нh Оo Рp Сc Тt Уy Хx Іi Јj Ѕs Ԁd Ԛq Ԝw Һh Ӏl Ѵv Ғf ёe Ёe їi Їi
    αa εe ηn ιi κk νv οo ρp τt υu χx γy ωw ϲc ϳj άa έe ήn ίi όo ύu
    Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx Ϝf Ϲc Άa Έe Ήh Ίi Όo Ύy
    օo սu հh ցg Օo Տs
    """.replacing("\n", with: " "))

  /// Latin letters of other shapes that no decomposition makes plain.
  private static let variants = pairs(
    "ɑa ɡg ɩi ƒf ɓb ƀb ɗd ŧt ƭt ȷj ɨi ʉu ɵo ŋn ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz"
  )

  /// Letters by sound, after BGN/PCGN for Cyrillic and ISO 843 for Greek, marks left out.
  private static let sounds: [String: String] = {
    var result: [String: String] = [:]
    let table = """
      а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї i й y к k л l м m н n о o п p р r с s т t у u
      ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya ј j љ lj њ nj ћ c ђ dj џ dz
      α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
      ά a έ e ή i ί i ό o ύ y ώ o
      """.split(whereSeparator: \.isWhitespace).map { String($0) }
    for index in stride(from: 0, to: table.count - 1, by: 2) {
      result[table[index]] = table[index + 1]
    }
    result["ь"] = ""
    result["ъ"] = ""
    return result
  }()

  /// Letters that are also spelled with two.
  static let umlauts = [
    ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"), ("Ä", "Ae"), ("Ö", "Oe"),
    ("Ü", "Ue"), ("Å", "Aa"), ("Ø", "Oe"),
  ]
}
