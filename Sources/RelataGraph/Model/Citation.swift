/// How a piece of evidence is cited, the same in every output.
package enum Citation {
  /// What of a citation a text is.
  package enum Part: Sendable {
    case outlet, title, author, day, address
  }

  /// What a reader needs to find a quote again, by the file's name where the document names no outlet.
  ///
  /// "The Daily Post, “A report”, Anna Kern, 2024-03-01, p. 4, sentence 21, https://post.example/a"
  ///
  /// - Parameters:
  ///   - record: What is cited.
  ///   - shown: Makes a text of the document fit to be shown; a part of which nothing is left is left out.
  /// - Returns: The parts with commas between.
  package static func text(
    of record: EvidenceRecord, shown: (Part, String) -> String
  ) -> String {
    func part(_ part: Part, _ text: String?) -> String? {
      guard let text = text.map({ shown(part, $0) }), !text.isEmpty else { return nil }
      return part == .title ? "“\(text)”" : text
    }
    return [
      shown(.outlet, record.outlet ?? record.source), part(.title, record.title),
      part(.author, record.author), part(.day, record.published.map(day)),
      record.page.map { "p. \($0)" }, "sentence \(record.sentence + 1)",
      part(.address, record.address),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// Without the time of day.
  private static func day(_ published: String) -> String {
    published.firstIndex(of: "T").map { String(published[..<$0]) } ?? published
  }
}
