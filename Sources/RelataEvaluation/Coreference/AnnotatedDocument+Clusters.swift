import RelataCore

extension AnnotatedDocument {
  /// What annotation takes to be the same: its clusters, else the mentions of each entity.
  public var coreference: [[Span]] {
    if !clusters.isEmpty { return clusters }
    var spans: [EntityID: [Span]] = [:]
    for mention in mentions {
      if let entity = mention.entity { spans[entity, default: []].append(mention.span) }
    }
    return entities.compactMap { spans[$0.id] }.filter { $0.count > 1 }
  }
}
