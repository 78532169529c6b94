import RelataDiagram

/// Makes text stand in HTML as it is, between tags and in quoted attributes.
enum HTMLText {
  static func escape(_ text: String) -> String { XMLText.attribute(text) }
}
