/// Dictionary forms of English words by their tags: suffix rules and exceptions.
///
/// For a class (UPOS and Penn tag) the longest matching suffix of the lower-case form, up to six
/// scalars or the whole word, says what to cut and what to append. Proper nouns stay as written, except
/// plural ones. Rules are learnt from the train parts of UD English EWT and GUM (see Tables).
struct Lemmatizer: Sendable {
  private struct Rule {
    var cut: Int
    var append: String
  }

  private static let longestSuffix = 6
  /// The rules of one class, keyed by slices so that looking up copies nothing.
  private struct RuleSet {
    var suffixes: [Substring: Rule] = [:]
    var words: [Substring: Rule] = [:]
  }

  private let rules: [String: RuleSet]

  init() { self.init(table: PackageResources.lemma_rules_tsv) }

  /// Reads lines of class, suffix, cut and append, separated by tabs; "#" begins a comment, and a suffix
  /// that begins with "^" is a whole word.
  init(table: [UInt8]) {
    var rules: [String: RuleSet] = [:]
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, let cut = Int(fields[2]) else { continue }
      let rule = Rule(cut: cut, append: String(fields[3]))
      if fields[1].hasPrefix("^") {
        rules[String(fields[0]), default: RuleSet()].words[fields[1].dropFirst()] = rule
      } else {
        rules[String(fields[0]), default: RuleSet()].suffixes[fields[1]] = rule
      }
    }
    self.rules = rules
  }

  /// The lemma of a word; never empty for a word that is not.
  ///
  /// `upos` is the universal tag, such as "VERB", `xpos` the Penn tag, such as "VBD".
  func lemma(_ form: String, upos: String, xpos: String) -> String {
    let isProper = upos == "PROPN"
    if isProper && xpos != "NNPS" { return form }
    let plain = form.replacing("’", with: "'")
    let word = isProper ? plain : plain.lowercased()
    if word == "i" { return "I" }
    // "who claims" with the tag of a plural verb.
    let isThird =
      upos == "VERB" && xpos == "VBP" && word.hasSuffix("s")
      && !["ss", "us", "is", "as"].contains(where: word.hasSuffix)
    // A verb with the tag of something else ("paying/$"): its ending says which form it is.
    let isStray = upos == "VERB" && !xpos.hasPrefix("VB") && word.hasSuffix("ing")
    guard let rules = rules["\(upos)/\(isThird ? "VBZ" : isStray ? "VBG" : xpos)"],
      let rule = rule(word.lowercased(), rules)
    else {
      return word
    }
    let scalars = word.unicodeScalars
    guard rule.cut <= scalars.count, rule.cut < scalars.count || !rule.append.isEmpty else {
      return word
    }
    return String(String.UnicodeScalarView(scalars.dropLast(rule.cut))) + rule.append
  }

  private func rule(_ word: String, _ rules: RuleSet) -> Rule? {
    if let exception = rules.words[word[...]] { return exception }
    let scalars = word.unicodeScalars
    var start =
      scalars.index(scalars.endIndex, offsetBy: -Self.longestSuffix, limitedBy: scalars.startIndex)
      ?? scalars.startIndex
    while true {
      if let rule = rules.suffixes[Substring(scalars[start...])] { return rule }
      if start == scalars.endIndex { return nil }
      start = scalars.index(after: start)
    }
  }
}
