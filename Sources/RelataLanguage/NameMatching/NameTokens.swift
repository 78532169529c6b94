/// Words of a name between spaces, hyphens and other signs.
enum NameTokens {
  /// Words in lower-case Latin letters and digits, none empty.
  ///
  /// Full stops and apostrophes vanish ("S.A." is "sa"), "&" reads "and"; a firm's single letters are one word ("S. A.").
  static func words(of name: String, _ kind: BearerKind) -> [String] {
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    // What is beyond any name's length does not count; it would only cost time.
    for scalar in NameSpelling.latin(String(name.prefix(400))).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case ".", "`", "´", "ʻ", "ʿ", "ʾ", "‘": continue
      case "&":
        close()
        words.append("and")
      default:
        if ScalarClass.isApostrophe(scalar) || ScalarClass.extends(scalar) { continue }
        close()
      }
    }
    close()
    return kind == .person ? words : joiningLetters(words)
  }

  private static func joiningLetters(_ words: [String]) -> [String] {
    var joined: [String] = []
    var isLetter = false
    for word in words {
      let isSingle = word.utf8.count == 1
      if isSingle, isLetter, let last = joined.popLast() {
        joined.append(last + word)
      } else {
        joined.append(word)
      }
      isLetter = isSingle
    }
    return joined
  }
}
