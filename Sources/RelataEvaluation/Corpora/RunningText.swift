/// Text put together from the words of a treebank or corpus.
enum RunningText {
  private static let closing: Set<String> = [
    ",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "'", "”", "’s", "’", "n't", "'re", "'ve",
    "'ll",
  ]
  private static let opening: Set<String> = ["(", "[", "$", "£", "€", "“"]
  /// How treebanks spell what they reserve for themselves.
  private static let spelled = [
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”",
  ]

  /// The words with spaces where print has them; straight quotes open and close in turn.
  static func joined(_ words: [String]) -> String {
    var text = ""
    var isQuoted = false
    var joinsNext = true
    for word in words.map({ spelled[$0] ?? $0 }) {
      let isQuote = word == "\""
      let joins = joinsNext || closing.contains(word) || (isQuote && isQuoted)
      text += joins ? word : " " + word
      joinsNext = opening.contains(word) || (isQuote && !isQuoted)
      if isQuote { isQuoted.toggle() }
    }
    return text
  }
}
