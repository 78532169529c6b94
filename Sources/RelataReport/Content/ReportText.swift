import RelataDiagram

/// What documents say about themselves, fit to be shown: cleaned, and cut where it is longer than any
/// honest one.
enum ReportText {
  /// The outlet.
  static func source(_ text: String) -> String {
    DisplayText.clipped(text, to: DiagramWords.nameLimit)
  }

  /// The headline.
  static func headline(_ text: String) -> String { DisplayText.clipped(text, to: 300) }

  /// The day or time of publication.
  static func date(_ text: String) -> String { DisplayText.clipped(text, to: 40) }

  /// The document's id: a path or an address.
  static func document(_ text: String) -> String { DisplayText.clipped(text, to: 500) }
}
