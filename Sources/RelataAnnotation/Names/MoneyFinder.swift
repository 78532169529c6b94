import RelataCore
import RelataLanguage

/// Amounts of money: "$4.5 million", "10 billion euros", "€300".
struct MoneyFinder {
  private static let signs: Set<String> = [
    "$", "€", "£", "¥", "₹", "₽", "₦", "US$", "A$", "C$", "HK$", "S$", "R$",
  ]
  private static let scales = WordClasses.table[.scale]
  private static let currencies = WordClasses.table[.currency]

  /// The amounts of a sentence, leftmost longest, without overlap.
  static func amounts(_ tokens: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = 0
    while i < tokens.count {
      if let end = amount(tokens, from: i) {
        found.append(i..<end)
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  private static func amount(_ tokens: [Token], from start: Int) -> Int? {
    var i = start
    let hasSign = signs.contains(tokens[i].form)
    if hasSign { i += 1 }
    guard i < tokens.count, isNumber(tokens[i]) else { return nil }
    i += 1
    while i < tokens.count, scales.contains(tokens[i].form.lowercased()) { i += 1 }
    if hasSign { return i }
    var j = i
    if j < tokens.count, tokens[j].form == "U.S." || tokens[j].form == "US" { j += 1 }
    guard j < tokens.count, currencies.contains(tokens[j].form.lowercased()) else { return nil }
    return j + 1
  }

  private static func isNumber(_ token: Token) -> Bool {
    if let first = token.form.unicodeScalars.first, ScalarClass.isDigit(first) { return true }
    return token.upos == .num
  }
}
