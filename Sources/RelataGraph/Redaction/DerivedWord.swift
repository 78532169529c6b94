import RelataLanguage

/// Words made from a name: "Feldtian", "Feldts", "Feldtgate".
enum DerivedWord {
  /// Whether what follows a name is the ending of a derived word.
  ///
  /// - Parameters:
  ///   - rest: The folded letters after the name.
  ///   - isStem: Whether the name was cut for it ("Orwell-ian" of Orwelle), which only longer endings do.
  /// - Returns: Whether it is one.
  static func isEnding(_ rest: String, isStem: Bool) -> Bool {
    (isStem ? NameEndings.joined : NameEndings.all).contains(rest)
  }

  /// Whether an ending only marks more than one, or whose it is.
  static func isInflection(_ rest: String) -> Bool { NameEndings.inflections.contains(rest) }

  /// What is left of a name when an ending joins it: without its last vowel or "y", or "ez".
  static func stems(of name: String) -> [String] {
    guard name.unicodeScalars.count > 4, let last = name.last else { return [] }
    if name.hasSuffix("ez") || name.hasSuffix("es") { return [String(name.dropLast(2))] }
    let bare = String(name.dropLast())
    if last == "y" { return [bare, bare + "i"] }
    if "aeiou".contains(last) { return [bare] }
    // "Shaw" gives "Shavian", "Waugh" "Wavian".
    return last == "w" ? [bare + "v"] : []
  }
}
