import Foundation

/// Swift text with comments and the contents of string literals blanked out, so that only code is matched.
struct SwiftSource {
  /// Lines of code; as many as the file has lines.
  let code: [String]

  init(_ text: String) {
    var out = ""
    var rest = Array(text)[...]
    var commentDepth = 0
    var quote: (hashes: Int, isMultiline: Bool)?
    func starts(_ word: String) -> Bool { rest.starts(with: Array(word)) }
    func skip(_ count: Int) {
      for character in rest.prefix(count) { out.append(character.isNewline ? character : " ") }
      rest = rest.dropFirst(count)
    }
    while let character = rest.first {
      if commentDepth > 0 {
        if starts("*/") {
          commentDepth -= 1; skip(2)
        } else if starts("/*") {
          commentDepth += 1; skip(2)
        } else {
          skip(1)
        }
      } else if let open = quote {
        let hashes = String(repeating: "#", count: open.hashes)
        let end = (open.isMultiline ? "\"\"\"" : "\"") + hashes
        if starts("\\" + hashes) {
          skip(2 + open.hashes)
        } else if starts(end) || (!open.isMultiline && character.isNewline) {
          skip(end.count)
          quote = nil
        } else {
          skip(1)
        }
      } else if starts("//") {
        while let next = rest.first, !next.isNewline { skip(1); _ = next }
      } else if starts("/*") {
        commentDepth = 1
        skip(2)
      } else if character == "\"" || character == "#" {
        let hashes = rest.prefix { $0 == "#" }.count
        let after = rest.dropFirst(hashes)
        if after.starts(with: Array("\"\"\"")) {
          quote = (hashes, true)
          skip(hashes + 3)
        } else if after.first == "\"" {
          quote = (hashes, false)
          skip(hashes + 1)
        } else {
          out.append(character)
          rest = rest.dropFirst()
        }
      } else {
        out.append(character)
        rest = rest.dropFirst()
      }
    }
    code = out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Modules imported anywhere in the file.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({
          $0.hasPrefix("@") || ["public", "internal", "private", "package"].contains($0)
        })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
      let name =
        kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      return String(name.prefix { $0 != "." })
    }
  }

  /// Numbers of the lines of code that hold a word, counted from 1; a longer identifier does not count.
  func lines(with word: String) -> [Int] {
    code.indices.filter { index in
      var rest = code[index][...]
      while let range = rest.range(of: word) {
        let before = rest[..<range.lowerBound].last
        if before.map({ $0.isLetter || $0.isNumber || $0 == "_" }) != true { return true }
        rest = rest[range.upperBound...]
      }
      return false
    }.map { $0 + 1 }
  }
}
