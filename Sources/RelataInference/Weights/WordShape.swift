/// How a word is written, for an encoder that does not see capitals.
///
/// The numbers are rows of a table that was learnt: their order is part of the weight file's format.
enum WordShape: Int {
  /// No word.
  case none
  case digits
  case marks
  case lowercase
  /// Two capitals or more and no other letter.
  case capitals
  case oneCapital
  case capitalized
  /// A capital first and later, with others between.
  case mixed
  case otherMixed

  init(_ word: String) {
    var letters = 0
    var capitals = 0
    var beginsWithCapital = false
    var hasNumber = false
    for scalar in word.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter:
        if letters == 0 { beginsWithCapital = true }
        letters += 1
        capitals += 1
      case .lowercaseLetter, .modifierLetter, .otherLetter: letters += 1
      default: if properties.numericType != nil { hasNumber = true }
      }
    }
    if letters == 0 {
      self = hasNumber ? .digits : .marks
    } else if capitals == 0 {
      self = .lowercase
    } else if capitals == letters {
      self = letters > 1 ? .capitals : .oneCapital
    } else if beginsWithCapital {
      self = capitals > 1 ? .mixed : .capitalized
    } else {
      self = .otherMixed
    }
  }

  static let count = 9
}
