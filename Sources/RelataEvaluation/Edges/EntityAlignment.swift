import Foundation
import RelataCore
import RelataLanguage

/// Which gold entity each predicted entity stands for.
struct EntityAlignment: Sendable {
  private let goldID: [EntityID: String]
  /// Predicted entities that stand for a gold one, gold entities found.
  let score: PrecisionRecall

  init(gold: GoldArticle, predicted: AnnotatedDocument) {
    var goldByName: [String: [String]] = [:]
    for entity in gold.entities {
      for name in Set(([entity.name] + entity.aliases).map(NameKey.folded)) where !name.isEmpty {
        goldByName[name, default: []].append(entity.id)
      }
    }
    var votes: [EntityID: [String: Int]] = [:]
    func vote(_ entity: EntityID, _ name: String, weight: Int) {
      for id in goldByName[NameKey.folded(name)] ?? [] {
        votes[entity, default: [:]][id, default: 0] += weight
      }
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
    self.init(goldID: goldID, gold: gold, predicted: predicted)
  }

  /// For documents whose entities carry the ids of the gold: each stands for itself.
  init(identityOf gold: GoldArticle, predicted: AnnotatedDocument) {
    let ids = Set(gold.entities.map(\.id))
    var goldID: [EntityID: String] = [:]
    for entity in predicted.entities where ids.contains(entity.id.rawValue) {
      goldID[entity.id] = entity.id.rawValue
    }
    self.init(goldID: goldID, gold: gold, predicted: predicted)
  }

  private init(goldID: [EntityID: String], gold: GoldArticle, predicted: AnnotatedDocument) {
    self.goldID = goldID
    let found = Set(goldID.values)
    score = PrecisionRecall(
      truePositives: found.count, falsePositives: predicted.entities.count - found.count,
      falseNegatives: gold.entities.count - found.count)
  }

  /// The gold id, or a name of its own that matches nothing.
  subscript(entity: EntityID) -> String { goldID[entity] ?? "predicted:\(entity)" }

  /// The gold id; nil for an entity that the gold does not list.
  func goldID(of entity: EntityID) -> String? { goldID[entity] }
}

/// Names folded for comparison.
enum NameKey {
  /// A name without case, leading titles and "the", possessives.
  static func folded(_ name: String) -> String {
    var words = name.lowercased().replacing("’", with: "'").split(separator: " ").map(String.init)
    while words.count > 1, let first = words.first, first == "the" || Titles.scored.contains(first)
    {
      words.removeFirst()
    }
    if let last = words.last, last.hasSuffix("'s") {
      words[words.count - 1] = String(last.dropLast(2))
    }
    return words.joined(separator: " ")
  }

  /// The keys of every name that a document gives to each entity.
  static func byEntity(_ document: AnnotatedDocument) -> [EntityID: Set<String>] {
    var keys: [EntityID: Set<String>] = [:]
    for entity in document.entities {
      keys[entity.id] = Set(([entity.name] + entity.aliases).map(folded))
    }
    for mention in document.mentions where mention.kind == .name {
      guard let entity = mention.entity else { continue }
      keys[entity, default: []].insert(folded(document.words(mention.span)))
    }
    return keys
  }

  /// Whether two descriptions of a claimant are the same, or one holds the other's words.
  static func describeTheSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (words(a), words(b))
    guard !a.isEmpty, !b.isEmpty else { return false }
    return contains(a, b) || contains(b, a)
  }

  private static func words(_ text: String) -> [Substring] {
    var words = folded(text).split { !$0.isLetter && !$0.isNumber }
    while words.count > 1, let first = words.first, ["a", "an", "the"].contains(first) {
      words.removeFirst()
    }
    return words
  }

  private static func contains(_ whole: [Substring], _ part: [Substring]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
  }
}
