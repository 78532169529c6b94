import RelataCore
import RelataInference
import RelataLanguage

/// Case mapping for text written in capitals.
enum Letters {
  /// Shorter sentences in capitals are names or codes more often than headlines.
  private static let leastWords = 4

  /// A sentence as the model sees it: one in capitals throughout is given title case.
  static func modelInput(_ sentence: Sentence) -> [InputWord] {
    let capitals = isInCapitals(sentence)
    return sentence.tokens.map {
      InputWord(capitals ? titleCase($0.form) : $0.form, spaceBefore: $0.spaceBefore)
    }
  }

  /// Whether a sentence has letters, all of them capitals, in several words.
  static func isInCapitals(_ sentence: Sentence) -> Bool {
    var words = 0
    for token in sentence.tokens {
      var letters = 0
      for s in token.form.unicodeScalars {
        if ScalarClass.isLower(s) { return false }
        if ScalarClass.isUpper(s) { letters += 1 }
      }
      if letters > 1 { words += 1 }
    }
    return words >= leastWords
  }

  private static let small = WordClasses.table[.small]

  private static func titleCase(_ form: String) -> String {
    let lower = form.lowercased()
    if small.contains(lower) || form.unicodeScalars.contains(".") {
      return form.count > 1 && small.contains(lower) ? lower : form
    }
    guard let first = lower.unicodeScalars.first, form.unicodeScalars.count > 1 else { return form }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: String(first).uppercased().unicodeScalars)
    view.append(contentsOf: lower.unicodeScalars.dropFirst())
    return String(view)
  }
}
