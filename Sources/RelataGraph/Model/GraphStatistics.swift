import RelataCore

/// What a graph holds, in numbers.
public struct GraphStatistics: Hashable, Sendable {
  /// Documents that name an entity or are cited.
  public var documents = 0
  /// Distinct sources of evidence.
  public var sources = 0
  /// Entities.
  public var entities = 0
  /// Relations.
  public var relations = 0
  /// Sentences cited, one for each relation they support.
  public var evidence = 0
  /// Parts that no relation joins, single entities included.
  public var components = 0
  /// Entities of the largest part.
  public var largestComponent = 0
  /// Entities of each type that occurs.
  public var entitiesByType: [EntityType: Int] = [:]
  /// Relations of each type that occurs.
  public var relationsByType: [RelationID: Int] = [:]
  /// Relations of each status that occurs.
  public var relationsByStatus: [AssertionStatus: Int] = [:]
  /// Relations of each polarity that occurs.
  public var relationsByPolarity: [Polarity: Int] = [:]

  /// Counts of nothing.
  public init() {}
}

extension KnowledgeGraph {
  /// Counts what the graph holds.
  ///
  /// Documents that name no entity are unknown to a graph and not counted.
  ///
  /// - Complexity: O(V + E + evidence).
  public func statistics() -> GraphStatistics {
    var statistics = GraphStatistics()
    var documents: Set<DocumentID> = []
    var sources: Set<String> = []
    for entity in entities {
      documents.formUnion(entity.documents)
      statistics.entitiesByType[entity.type, default: 0] += 1
    }
    for relation in relations {
      for record in relation.evidence {
        sources.insert(record.source)
        documents.insert(record.document)
      }
      statistics.evidence += relation.evidence.count
      statistics.relationsByType[relation.type, default: 0] += 1
      statistics.relationsByStatus[relation.status, default: 0] += 1
      statistics.relationsByPolarity[relation.polarity, default: 0] += 1
    }
    let components = connectedComponents()
    statistics.documents = documents.count
    statistics.sources = sources.count
    statistics.entities = entities.count
    statistics.relations = relations.count
    statistics.components = components.count
    statistics.largestComponent = components.first?.count ?? 0
    return statistics
  }
}
