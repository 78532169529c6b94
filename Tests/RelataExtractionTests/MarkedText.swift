import RelataCore

/// A text with marked words.
///
/// Written `Gazprom paid him <amount>$4 million</amount> <time 2019>in 2019</time>.`
///
/// A mark is a name, optionally with a value after a space; its words are between the tags.
struct MarkedText {
  struct Mark: Hashable {
    var name: String
    var value: String?
    var span: Span
    var words: String
  }
  private(set) var text = ""
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var count = 0
    var open: (name: String, value: String?, start: Int, index: String.Index)?
    var rest = marked[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        if tag.hasPrefix("/") {
          if let opened = open {
            marks.append(
              Mark(
                name: opened.name, value: opened.value, span: Span(opened.start, count),
                words: String(text[opened.index...])))
          }
          open = nil
        } else {
          let parts = tag.split(separator: " ", maxSplits: 1)
          open = (
            String(parts[0]), parts.count > 1 ? String(parts[1]) : nil, count, text.endIndex
          )
        }
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(character)
        count += character.unicodeScalars.count
        rest = rest.dropFirst()
      }
    }
  }

  subscript(name: String) -> Mark? { marks.first { $0.name == name } }
}
