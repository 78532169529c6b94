import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// What is left of a text to the letter, and what is told of it.
@Suite struct RedactionTableTests {
  @Test func `texts are left as the table says`() throws {
    let differences = try ApprovedTable("redaction.txt").differences { text in
      let graph = RedactedFormTests.graph([text])
      let redacted = Redaction(of: [EntityID("nora")], in: graph).redacting(graph)
      let quotes = redacted.graph.relations.flatMap(\.evidence)
        .filter { $0.document == DocumentID("d\(WrittenName.statements.count)") }.map(\.quote)
      // What the statements themselves leave undecided is not of the case.
      let statements = RedactedFormTests.graph()
      let known = Redaction(of: [EntityID("nora")], in: statements).redacting(statements).undecided
      let undecided = redacted.undecided.filter { $0.value > known[$0.key] ?? 0 }
      return quotes + Self.told(Array(undecided.keys))
    }
    for difference in differences { Issue.record("\(difference)") }
  }

  @Test func `names of every kind are left as the table says`() throws {
    let differences = try ApprovedTable("redaction-casts.txt").differences { line in
      let cast = RedactionCast(line)
      let (text, subject, object) = Self.unmarked(cast.text)
      let record = RedactionCast.record(text, subject: subject, object: object)
      let graph = cast.graph(cast.statements.map { RedactionCast.record($0) } + [record])
      let redaction = Redaction(of: cast.redacted, in: graph)
      let telling = RedactedTelling(redaction)
      let quote = try #require(
        telling.quote(of: record, between: EntityID("e0"), and: EntityID("object")))
      let marked = Self.marked(quote, subject, object)
      let address = redaction.address(text)
      let name = redaction.engine.redacted(text, .otherName).text
      // As an address or another entity's name it is shown only where it is left in another way.
      return [marked] + (address == quote.text ? [] : ["  address: " + address])
        + (name == quote.text ? [] : ["  name: " + name]) + Self.told(Array(telling.undecided.keys))
    }
    for difference in differences { Issue.record("\(difference)") }
  }

  private static func told(_ names: [UndecidedName]) -> [String] {
    names.sorted().map { "  \($0.words): \($0.reason.rawValue)\($0.isHidden ? ", hidden" : "")" }
  }

  // MARK: Ends of a relation

  /// "⟦She⟧ left ⟪the firm⟫": the words that the subject and the object stand on.
  private static func unmarked(_ text: String) -> (String, Range<Int>?, Range<Int>?) {
    var plain = String.UnicodeScalarView()
    var starts: [Unicode.Scalar: Int] = [:]
    var ends: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦", "⟪": starts[scalar] = plain.count
      case "⟧", "⟫": ends[scalar] = plain.count
      default: plain.append(scalar)
      }
    }
    func range(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Range<Int>? {
      starts[open].flatMap { start in ends[close].map { start..<$0 } }
    }
    return (String(plain), range("⟦", "⟧"), range("⟪", "⟫"))
  }

  private static func marked(
    _ text: RewrittenText, _ subject: Range<Int>?, _ object: Range<Int>?
  ) -> String {
    var scalars = Array(text.text.unicodeScalars)
    var marks: [(Int, Unicode.Scalar)] = []
    if let subject {
      marks.append((text.position(subject.lowerBound, false), "⟦"))
      marks.append((text.position(subject.upperBound, true), "⟧"))
    }
    if let object {
      marks.append((text.position(object.lowerBound, false), "⟪"))
      marks.append((text.position(object.upperBound, true), "⟫"))
    }
    for (position, mark) in marks.sorted(by: { $0.0 > $1.0 }) {
      scalars.insert(mark, at: min(position, scalars.count))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
