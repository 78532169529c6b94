/// The elements of pandoc's documents that the filter makes.
enum PandocElement {
  static func element(_ type: String, _ content: PandocValue? = nil) -> PandocValue {
    var members: [String: PandocValue] = ["t": .string(type)]
    if let content { members["c"] = content }
    return .object(members)
  }

  static func attributes(
    id: String = "", classes: [String] = [], _ pairs: [(String, String)] = []
  ) -> PandocValue {
    [
      .string(id), .array(classes.map { .string($0) }),
      .array(pairs.map { [.string($0.0), .string($0.1)] }),
    ]
  }

  /// Words and the spaces between them.
  static func inlines(_ text: String) -> PandocValue {
    let words = text.split(separator: " ").map { element("Str", .string(String($0))) }
    return .array(Array(words.map { [$0] }.joined(separator: [element("Space")])))
  }

  static func div(_ attributes: PandocValue, _ blocks: [PandocValue]) -> PandocValue {
    element("Div", [attributes, .array(blocks)])
  }

  static func paragraph(_ text: String) -> PandocValue { element("Para", inlines(text)) }

  /// A table with one head; the last columns are numbers.
  static func table(_ head: [String], _ rows: [[String]], numbers: Int) -> PandocValue {
    func row(_ cells: [String]) -> PandocValue {
      [
        attributes(),
        .array(
          cells.map { cell in
            [
              attributes(), element("AlignDefault"), .integer(1), .integer(1),
              [element("Plain", inlines(cell))],
            ]
          }),
      ]
    }
    let columns = head.indices.map { index -> PandocValue in
      [
        element(index < head.count - numbers ? "AlignDefault" : "AlignRight"),
        element("ColWidthDefault"),
      ]
    }
    return element(
      "Table",
      [
        attributes(), [.null, []], .array(columns), [attributes(), [row(head)]],
        [[attributes(), .integer(0), [], .array(rows.map(row))]], [attributes(), []],
      ])
  }
}
