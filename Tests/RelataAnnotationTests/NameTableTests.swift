import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

/// From names as the model marks them to mentions and entities, on texts tagged by hand.
@Suite("Names, as approved")
struct NameTableTests {
  private func read(_ marked: String) -> [String] {
    let text = TaggedText(marked)
    let names = NameRepair(text.sentences).names(text.names)
    let bodies = StateBodies(text.sentences).adding(to: names)
    let nested = NestedNames(text.sentences, names: names).adding(to: bodies)
    let (mentions, entities) = EntityResolver(
      document: text.document, sentences: text.sentences, names: nested
    ).resolve()
    let lines = mentions.map { mention in
      var line = "\(mention.sentence + 1) \(text.document.text[mention.span])"
      line += " \(mention.type.rawValue) \(mention.entity?.rawValue ?? "-")"
      if mention.kind != .name { line += " \(mention.kind.rawValue)" }
      let score = (mention.score * 1000).rounded() / 1000
      return score == 0.9 ? line : line + " \(score)"
    }
    return lines
      + entities.map { entity in
        var line = "\(entity.id.rawValue) = \(entity.name), \(entity.type.rawValue)"
        if !entity.aliases.isEmpty { line += "; also \(entity.aliases.joined(separator: " / "))" }
        return line
      }
  }

  @Test func `names are repaired and resolved as approved`() throws {
    for difference in try ApprovedTable("names.txt").differences({ read($0) }) {
      Issue.record("\(difference)")
    }
  }
}
