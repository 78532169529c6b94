import RelataCore

/// Averages over names: how pure the clusters are that hold them, and how complete.
public struct BCubed: Hashable, AdditiveCounts {
  var purity = 0.0
  var predicted = 0
  var completeness = 0.0
  var gold = 0

  /// Nothing counted yet.
  public init() {}

  /// Mean share of a predicted name's cluster that belongs with it; 0 without names.
  public var precision: Double { predicted == 0 ? 0 : purity / Double(predicted) }
  /// Mean share of a gold name's cluster that was found with it; 0 without names.
  public var recall: Double { gold == 0 ? 0 : completeness / Double(gold) }
  /// Harmonic mean of the two.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Adds counts of other documents.
  public static func += (a: inout BCubed, b: BCubed) {
    a.purity += b.purity
    a.predicted += b.predicted
    a.completeness += b.completeness
    a.gold += b.gold
  }
}

/// Scores the entities of a document against hand-annotated ones.
///
/// - strict: an entity is right if its name is one of a gold entity's and its type is the same; a gold
///   entity counts as found once.
/// - B³ (Bagga & Baldwin 1998) over the different written forms of names in the text, folded as for
///   edges: a form is judged by the cluster of forms it stands in. Descriptions without a capital
///   ("the group") are left out on both sides. A form that the gold does not have has purity 0.
public struct EntityEvaluation: Sendable {
  /// Entities whose names and type agree exactly; one entry a document.
  public private(set) var strict: [PrecisionRecall] = []
  /// Mentions of names by the overlap of their entities; one entry a document.
  public private(set) var clusters: [BCubed] = []

  /// Nothing counted yet.
  public init() {}

  /// Adds one document; `predicted` must be of the gold's text.
  public mutating func add(_ predicted: AnnotatedDocument, gold: GoldArticle) {
    strict.append(Self.strict(predicted, gold))
    let text = NameKey.folded(gold.text)
    let goldForms = gold.entities.map { entity in
      Set(
        ([entity.name] + entity.aliases).filter { $0.contains(where: \.isUppercase) }
          .map(NameKey.folded).filter(text.contains))
    }.filter { !$0.isEmpty }
    var forms: [EntityID: Set<String>] = [:]
    for mention in predicted.mentions where mention.kind == .name && mention.type.isNode {
      guard let entity = mention.entity else { continue }
      forms[entity, default: []].insert(NameKey.folded(predicted.words(mention.span)))
    }
    clusters.append(Self.compare(forms.sorted { $0.key < $1.key }.map(\.value), goldForms))
  }

  private static func strict(_ predicted: AnnotatedDocument, _ gold: GoldArticle) -> PrecisionRecall
  {
    var left = gold.entities.map { entity in
      (type: entity.type, names: Set(([entity.name] + entity.aliases).map(NameKey.folded)))
    }
    var counts = PrecisionRecall()
    for entity in predicted.entities {
      let name = NameKey.folded(entity.name)
      let match = left.firstIndex { $0.type == entity.type.rawValue && $0.names.contains(name) }
      counts += PrecisionRecall(isRight: match != nil)
      if let match { left.remove(at: match) }
    }
    counts.falseNegatives = left.count
    return counts
  }

  private static func compare(_ predicted: [Set<String>], _ gold: [Set<String>]) -> BCubed {
    var counts = BCubed()
    func best(_ form: String, in cluster: Set<String>, among others: [Set<String>]) -> Int {
      others.filter { $0.contains(form) }.map { $0.intersection(cluster).count }.max() ?? 0
    }
    for cluster in predicted {
      for form in cluster.sorted() {
        counts.predicted += 1
        counts.purity += Double(best(form, in: cluster, among: gold)) / Double(cluster.count)
      }
    }
    for cluster in gold {
      for form in cluster.sorted() {
        counts.gold += 1
        counts.completeness +=
          Double(best(form, in: cluster, among: predicted)) / Double(cluster.count)
      }
    }
    return counts
  }
}
