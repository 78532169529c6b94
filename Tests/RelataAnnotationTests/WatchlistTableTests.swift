import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataAnnotation

/// What becomes of a document's names where a user watches for some.
@Suite("Watched names, as approved")
struct WatchlistTableTests {
  private static let lemmatizer = Lemmatizer()

  /// `Name, TYPE, alias, …; …` behind "::".
  private func parts(_ line: String) throws -> (AnnotatedDocument, Watchlist) {
    let sides = line.components(separatedBy: " :: ")
    let text = BracketedText(sides[0]) { Self.lemmatizer.lemma($0, upos: $1, xpos: $2) }
    let names = try sides[1].components(separatedBy: "; ").map { entry in
      let parts = entry.components(separatedBy: ", ")
      return WatchedName(
        name: parts[0], type: try #require(EntityType(rawValue: parts[1])),
        aliases: Array(parts.dropFirst(2)))
    }
    return (text.document, Watchlist(names))
  }

  private func read(_ line: String) throws -> [String] {
    let (before, watchlist) = try parts(line)
    let document = watchlist.applied(to: before)
    if document == before { return ["unchanged"] }
    let names = Dictionary(uniqueKeysWithValues: document.entities.map { ($0.id, $0.name) })
    let mentions = document.mentions.map { mention in
      "\(mention.id) \(mention.sentence + 1) \(document.words(mention.span)) "
        + "\(mention.tokens) \(mention.type.rawValue) \(mention.entity?.rawValue ?? "-")"
    }
    let entities = document.entities.map { entity in
      "\(entity.id.rawValue) = \(entity.name), \(entity.type.rawValue)"
        + (entity.aliases.isEmpty ? "" : "; also \(entity.aliases.joined(separator: " / "))")
        + (entity.roles.isEmpty ? "" : "; role \(entity.roles.joined(separator: " / "))")
    }
    let references = document.resolved.map { reference in
      let word = document.sentences[reference.sentence].tokens[reference.token].form
      return "\(reference.sentence + 1) \(word) = "
        + reference.entities.map { names[$0] ?? "?" }.joined(separator: ", ")
    }
    return mentions + entities + references
  }

  @Test func `watched names take the approved places`() throws {
    for difference in try ApprovedTable("watchlist.txt").differences({ try read($0) }) {
      Issue.record("\(difference)")
    }
  }

  /// What the heads found between entities follows them; what is left between one and itself is gone.
  @Test func `relations and aliases follow their entities`() throws {
    var (document, watchlist) = try parts(
      "[nsubj Lumen@ORGANIZATION] sued/VBD [obj Quibble@PERSON] . :: Lumen Labs, ORGANIZATION, Lumen"
    )
    document.entities[0].aliases = ["Lumen", "LL"]
    document.entities[1].aliases = ["Lumen", "Q"]
    document.relations = [("e1", "e2"), ("e2", "e1"), ("e1", "e9")].map { subject, object in
      ScoredRelation(
        sentence: 0, subject: EntityID(subject), subjectTokens: 0..<1, object: EntityID(object),
        objectTokens: 2..<3, relation: "prosecuted", probability: 0.9, trigger: 1)
    }
    let merged = watchlist.applied(to: document)
    #expect(merged.entities.map(\.name) == ["Lumen Labs", "Quibble"])
    #expect(merged.entities.map(\.aliases) == [["Lumen"], ["Q"]])
    let ids = merged.entities.map(\.id)
    #expect(merged.relations.map(\.subject) == ids)
    #expect(merged.relations.map(\.object) == ids.reversed())
    let both = Watchlist([.init(name: "Pair", type: .person, aliases: ["Lumen", "Quibble"])])
    #expect(both.applied(to: document).relations == [])
    #expect(both.applied(to: document).entities.map(\.aliases) == [["Lumen", "Quibble"]])
  }
}
