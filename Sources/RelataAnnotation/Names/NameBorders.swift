import RelataCore
import RelataLanguage

/// Widens names to words that belong to them for certain.
///
/// To the parts of a person's name that the tree calls flat, a quoted name inside it, "Jr." and "the Elder"
/// behind it; to a firm's legal form.
struct NameBorders {
  private let tokens: [Token]
  private var names: [NameSpan]

  private static let quotes: [String: String] = [
    "\"": "\"", "“": "”", "‘": "’", "'": "'", "``": "''",
  ]

  /// The names of one sentence, widened, in the order given; those that a wider one takes in are dropped.
  static func widened(_ names: [NameSpan], _ tokens: [Token]) -> [NameSpan] {
    var borders = NameBorders(tokens: tokens, names: names)
    for i in borders.names.indices.reversed() where i < borders.names.count { borders.widen(i) }
    return borders.names
  }

  private mutating func widen(_ i: Int) {
    switch names[i].type {
    case .person:
      takeNickname(i)
      while let next = free(names[i].words.upperBound, but: i), isPart(next, of: names[i].words) {
        names[i].words = names[i].words.lowerBound..<next + 1
      }
      while let before = free(names[i].words.lowerBound - 1, but: i), isFirstPart(before, i) {
        names[i].words = before..<names[i].words.upperBound
      }
      takeGeneration(i)
    case .organization: takeLegalForm(i)
    default: break
    }
  }

  /// The word, if it is one of the sentence and in no other name.
  private func free(_ word: Int, but i: Int) -> Int? {
    guard tokens.indices.contains(word),
      !names.indices.contains(where: { $0 != i && names[$0].words.contains(word) })
    else { return nil }
    return word
  }

  private func isNameWord(_ word: Int) -> Bool {
    tokens[word].upos == .propn
      && tokens[word].form.unicodeScalars.first.map(ScalarClass.isUpper) == true
      && !Titles.isTitle(tokens[word].form)
  }

  /// "Obi" behind "Emeka": flat, on a word of the name.
  private func isPart(_ word: Int, of name: Range<Int>) -> Bool {
    isNameWord(word) && tokens[word].spaceBefore && tokens[word].deprel.hasPrefix("flat")
      && name.contains(tokens[word].head)
  }

  /// "Nguyen" before "Van Lam": a word of the name is flat on it.
  private func isFirstPart(_ word: Int, _ i: Int) -> Bool {
    isNameWord(word)
      && names[i].words.contains { tokens[$0].head == word && tokens[$0].deprel.hasPrefix("flat") }
  }

  /// `Jan "Bo" Kern`, of which a part was found.
  private mutating func takeNickname(_ i: Int) {
    let open = names[i].words.upperBound
    guard open + 3 < tokens.count, let mark = Self.quotes[tokens[open].form],
      let close = (open + 2..<min(open + 5, tokens.count)).first(where: { tokens[$0].form == mark }
      ),
      (open + 1..<close).allSatisfy({ tokens[$0].form.first?.isUppercase == true }),
      close + 1 < tokens.count, isNameWord(close + 1)
    else { return }
    var end = close + 2
    let inside = names.indices.filter { names[$0].words.overlaps(open..<end) }
    guard inside.allSatisfy({ names[$0].type == .person || names[$0].words.upperBound <= end })
    else { return }
    end = max(end, inside.map { names[$0].words.upperBound }.max() ?? end)
    names[i].words = names[i].words.lowerBound..<end
    for other in inside.reversed() where other != i { names.remove(at: other) }
  }

  /// "Jr.", ", Jr.", "III", "the Elder".
  private mutating func takeGeneration(_ i: Int) {
    guard names[i].words.count > 1, var next = free(names[i].words.upperBound, but: i) else {
      return
    }
    if ["the", ","].contains(tokens[next].form), let word = free(next + 1, but: i) { next = word }
    let isApart = next > names[i].words.upperBound
    let form = tokens[next].form
    let plain = form.lowercased().filter { $0 != "." }
    let isGeneration =
      isApart && tokens[next - 1].form == "the"
      ? ["Elder", "Younger"].contains(form)
      : ["jr", "sr"].contains(plain) && form.first?.isUppercase == true
        || !isApart && ["II", "III", "IV", "Junior", "Senior"].contains(form)
    if isGeneration { names[i].words = names[i].words.lowerBound..<next + 1 }
  }

  /// "Inc." behind "Ardent Media", with or without a comma.
  private mutating func takeLegalForm(_ i: Int) {
    guard var next = free(names[i].words.upperBound, but: i) else { return }
    if tokens[next].form == ",", let word = free(next + 1, but: i) { next = word }
    let form = tokens[next].form
    let plain = form.lowercased().filter { $0 != "." }
    guard NameParts.table[.legal].contains(plain), form.first?.isUppercase == true,
      tokens[next].upos == .propn
    else { return }
    names[i].words = names[i].words.lowerBound..<next + 1
  }
}
