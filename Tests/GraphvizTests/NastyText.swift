/// Text that has broken some wrapper of Graphviz.
enum NastyText {
  static let all: [String] = [
    "plain", "two words", "graph", "digraph", "Node", "EDGE", "subgraph", "strict", "1", "1.5",
    "-1e-05",
    ".5", "a:b:n", "a->b", "a--b", "tail\\", "tail\\\\", "a\\\"b", "a\"b", "\"", "\\", "'single'",
    "back\\\nslash newline", "two\nlines", "three\n\nlines", "\\N", "\\G \\E \\T \\H \\L",
    "\\n literal",
    "left\\l right\\r", "&amp;", "&#65;", "&eacute;", "&", "a & b", "<b>bold</b>", "<", ">", "<<>>",
    "]]>", "<!-- c -->", "/* c */ // d # e", "{a|b}", "%anon", "%3", "Maria López",
    "Ключевая ставка",
    "東京電力", "شركة أرامكو", "👩‍👩‍👧‍👦 family", "e\u{301}", "\u{202E}rtl", "x\u{200B}y",
    "javascript:alert(1)",
    "\" onclick=\"alert(1)", "<script>alert(1)</script>", "${HOME} `id` $(id)", "%s%n%d",
    "tab\there",
    "nul\u{0}nul", "bell\u{7}", "del\u{7F}", "c1\u{85}x", "\u{FFFE}bad\u{FFFF}", "crlf\r\nline",
    "cr\rline",
    String(repeating: "x", count: 300), "a;b,c=d[e]",
  ]

  /// As the reader of an SVG sees it: Graphviz writes every second space in a row as a no-break space.
  static func visible(_ text: String) -> String {
    text.replacingNoBreakSpaces
  }
}

extension String {
  var replacingNoBreakSpaces: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }

  /// Equal scalar by scalar: `==` takes canonically equivalent text for the same.
  func isIdentical(to other: String) -> Bool { unicodeScalars.elementsEqual(other.unicodeScalars) }
}
