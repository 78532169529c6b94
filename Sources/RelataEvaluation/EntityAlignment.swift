import Foundation
import RelataCore

/// Which gold entity each predicted entity stands for.
struct EntityAlignment: Sendable {
  private let goldID: [EntityID: String]
  /// Predicted entities that stand for a gold one, gold entities found.
  let score: PrecisionRecall

  init(gold: GoldArticle, predicted: AnnotatedDocument) {
    var goldByName: [String: [String]] = [:]
    for entity in gold.entities {
      for name in Set(([entity.name] + entity.aliases).map(Self.key)) where !name.isEmpty {
        goldByName[name, default: []].append(entity.id)
      }
    }
    var votes: [EntityID: [String: Int]] = [:]
    func vote(_ entity: EntityID, _ name: String, weight: Int) {
      for id in goldByName[Self.key(name)] ?? [] { votes[entity, default: [:]][id, default: 0] += weight }
    }
    for entity in predicted.entities {
      vote(entity.id, entity.name, weight: 2)
      for alias in entity.aliases { vote(entity.id, alias, weight: 1) }
    }
    for mention in predicted.mentions where mention.kind == .name {
      if let entity = mention.entity { vote(entity, predicted.words(mention.span), weight: 1) }
    }
    var goldID: [EntityID: String] = [:]
    for (entity, counts) in votes {
      goldID[entity] = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    self.goldID = goldID
    let found = Set(goldID.values)
    score = PrecisionRecall(
      truePositives: found.count, falsePositives: predicted.entities.count - found.count,
      falseNegatives: gold.entities.count - found.count)
  }

  /// The gold id, or a name of its own that matches nothing.
  subscript(entity: EntityID) -> String { goldID[entity] ?? "predicted:\(entity)" }

  private static let titles: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "senator", "sen.", "general",
    "gen.", "king", "prince", "princess", "queen", "pope", "sheikh", "minister", "prime", "judge",
    "governor", "mayor", "colonel", "col.", "capt.", "captain", "sir", "lord", "secretary", "rev.",
  ]

  /// A name folded for comparison: case, leading titles and "the", possessives.
  static func key(_ name: String) -> String {
    var words = name.lowercased().replacing("’", with: "'").split(separator: " ").map(String.init)
    while words.count > 1, let first = words.first, first == "the" || titles.contains(first) {
      words.removeFirst()
    }
    if let last = words.last, last.hasSuffix("'s") { words[words.count - 1] = String(last.dropLast(2)) }
    return words.joined(separator: " ")
  }
}
