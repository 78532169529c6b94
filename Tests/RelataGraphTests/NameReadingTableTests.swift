import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// How texts and names are taken apart before anything is redacted.
@Suite struct NameReadingTableTests {
  /// Each word with what it is; in the readings of other letters only where they differ.
  @Test func `texts are folded as the table says`() throws {
    let differences = try ApprovedTable("folded-text.txt").differences { text in
      let source = Array(text.unicodeScalars)
      let plain = Self.words(source, .plain)
      let isAmbiguous = source.contains(where: LetterReading.isAmbiguous)
      let others = [LetterReading.lookalike, .latin].flatMap { reading in
        let words = Self.words(source, reading)
        return words == plain ? [] : ["\(reading): " + words]
      }
      return [plain + (isAmbiguous ? "  (ambiguous)" : "")] + others
    }
    for difference in differences { Issue.record("\(difference)") }
  }

  private static func words(_ source: [Unicode.Scalar], _ reading: LetterReading) -> String {
    let text = FoldedText(source, as: reading)
    let words = text.words.map { word in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: source[text.range(ofLetters: word.letters)])
      let kind =
        word.isNumber ? "#" : word.isAllCapitals ? "C" : word.isCapital ? "c" : ""
      let humps = word.humps.isEmpty ? "" : "^" + word.humps.map { "\($0)" }.joined(separator: ",")
      let written = String(view)
      return word.folded + (kind.isEmpty ? "" : "/" + kind) + humps
        + (written == word.folded || written.lowercased() == word.folded ? "" : "=" + written)
    }
    if words.isEmpty { return "no word" }
    return words.joined(separator: " ") + (text.isHeadline ? "  (headline)" : "")
  }

  @Test func `names are taken apart as the table says`() throws {
    let differences = try ApprovedTable("person-names.txt").differences { form in
      guard let parts = PersonNameParts(form) else { return ["no name"] }
      let fields: [(String, String)] = [
        ("given", parts.given ?? ""), ("middle", parts.middle.joined(separator: " ")),
        ("particles", parts.particles.joined(separator: " ")),
        ("surnames", parts.surnames.joined(separator: " ")),
        ("nicknames", parts.nicknames.map { $0.joined(separator: " ") }.joined(separator: ", ")),
        ("letters", parts.letters.joined(separator: " ")),
        ("words", parts.words.joined(separator: " ")),
      ]
      return [
        fields.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
      ]
    }
    for difference in differences { Issue.record("\(difference)") }
  }

  @Test func `what texts state of a name is what the table says`() throws {
    let differences = try ApprovedTable("stated-names.txt").differences { line in
      let cast = RedactionCast(line)
      let graph = cast.graph([])
      let redacted = cast.redacted.compactMap { graph.entity($0) }
      var reader = StatedNameReader(
        HiddenNames(redacted, in: graph), pseudonyms: redacted.map(\.name),
        roles: redacted.map { Set($0.roles.map { FoldedText.words(of: $0) }) })
      reader.read(cast.text)
      return reader.stated
        .map { "\(redacted[$0.owner].name), \($0.kind): \($0.words.joined(separator: " "))" }
        .sorted()
    }
    for difference in differences { Issue.record("\(difference)") }
  }
}
