/// The string literals that a Swift file holds, by the collection literal that they stand in.
struct SwiftLiterals {
  /// The strings directly inside one pair of square brackets.
  struct Collection {
    var line: Int
    var strings: [String]
  }

  private(set) var collections: [Collection] = []
  /// Every string literal with its line, in or outside collections.
  private(set) var strings: [(line: Int, text: String)] = []

  /// - Parameter text: Swift code; comments are skipped, interpolations stay in the text.
  init(_ text: String) {
    let characters = Array(text)
    var open: [Collection] = []
    var line = 1
    var i = 0
    func starts(_ word: String, at place: Int) -> Bool {
      characters[place...].starts(with: Array(word))
    }
    while i < characters.count {
      let character = characters[i]
      if character == "/", starts("//", at: i) {
        while i < characters.count, !characters[i].isNewline { i += 1 }
        continue
      }
      if character == "/", starts("/*", at: i) {
        while i < characters.count, characters[i] != "*" || !starts("*/", at: i) {
          if characters[i].isNewline { line += 1 }
          i += 1
        }
        i += 2
        continue
      }
      let hashes = character == "#" ? characters[i...].prefix { $0 == "#" }.count : 0
      if hashes > 0 || character == "\"", i + hashes < characters.count,
        characters[i + hashes] == "\""
      {
        let quote = starts("\"\"\"", at: i + hashes) ? "\"\"\"" : "\""
        let end = quote + String(repeating: "#", count: hashes)
        let first = line
        var content = ""
        i += hashes + quote.count
        while i < characters.count, characters[i] != "\"" || !starts(end, at: i) {
          if quote.count == 1, characters[i].isNewline { break }
          if hashes == 0, characters[i] == "\\", i + 1 < characters.count {
            content.append(characters[i])
            i += 1
          }
          if characters[i].isNewline { line += 1 }
          content.append(characters[i])
          i += 1
        }
        i += end.count
        strings.append((first, content))
        if !open.isEmpty { open[open.count - 1].strings.append(content) }
        continue
      }
      switch character {
      case "[": open.append(Collection(line: line, strings: []))
      case "]":
        if let last = open.popLast(), !last.strings.isEmpty { collections.append(last) }
      default: if character.isNewline { line += 1 }
      }
      i += 1
    }
  }
}
