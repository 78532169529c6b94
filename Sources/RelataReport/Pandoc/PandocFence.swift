/// A code block of the class `relata`.
struct PandocFence {
  var id: String
  var attributes: [(String, String)]
  var lines: [String]

  init?(_ block: PandocValue) {
    guard block["t"]?.string == "CodeBlock", let content = block["c"], let head = content[0],
      head[1]?.items.contains(.string("relata")) == true, let text = content[1]?.string
    else { return nil }
    id = head[0]?.string ?? ""
    attributes = (head[2]?.items ?? []).compactMap { pair in
      guard let key = pair[0]?.string, let value = pair[1]?.string else { return nil }
      return (key, value)
    }
    lines = MarkdownLine.split(text).map(\.text)
  }
}
