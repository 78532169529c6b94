import RelataCore
import RelataGraph
import RelataStore

/// What a command leaves out of a stored graph or must not show of it.
struct ViewSettings: Sendable {
  var evidence = EvidenceFilter()
  /// Names, each with its pseudonym after "=" or without.
  var redacted: [String] = []
  var stripsMetadata = false
  /// Where the key to the pseudonyms goes; nil for standard error.
  var key: OutputFile?
  /// What of people's decisions is told.
  var scope = DecisionScope.standing
  /// Whether what confidential documents say is told.
  var includesConfidential = false

  /// The settings with another part of the decisions, and with confidential documents or without.
  ///
  /// - Throws: RL7003 for an unknown word after --trust.
  func within(_ scope: ScopeOptions) throws(RelataError) -> ViewSettings {
    var settings = within(scope.sealed)
    settings.scope = try scope.resolved()
    return settings
  }

  /// The settings with confidential documents or without.
  func within(_ sealed: ConfidentialOptions) -> ViewSettings {
    var settings = self
    settings.includesConfidential = sealed.confidential
    return settings
  }

  /// The graph file as the settings let it be read.
  ///
  /// - Throws: As `GraphStore` does.
  func store(_ path: String) throws(RelataError) -> GraphStore {
    try GraphStore(
      path: path, mode: .readOnly, scope: scope, includesConfidential: includesConfidential)
  }

  var hidesNames: Bool { !redacted.isEmpty || stripsMetadata }
}

/// A stored graph as a command sees it.
///
/// Where nothing is left out or hidden, questions go to the file, which answers them without loading all of
/// it; else the graph is loaded, shaped once, and asked in memory, so that no command can show more.
struct GraphView {
  let store: GraphStore
  let settings: ViewSettings
  let redaction: Redaction
  private let shaped: KnowledgeGraph?
  /// The ids in the file of what is shown under another id.
  let realIDs: [EntityID: EntityID]
  private let context: CommandContext

  /// Opens a graph, and tells the key to its pseudonyms if there are any.
  ///
  /// - Throws: RL7501 and RL7502 for a name to redact that means nobody or several: better no output than
  ///   one that shows it; RL7301 and the like for a key that cannot be written.
  init(
    path: String, _ settings: ViewSettings = ViewSettings(), in context: CommandContext
  ) throws(RelataError) {
    store = try settings.store(path)
    self.settings = settings
    self.context = context
    guard settings.hidesNames || !settings.evidence.isEmpty else {
      redaction = Redaction(of: [], in: KnowledgeGraph(entities: [], relations: []))
      shaped = nil
      realIDs = [:]
      return
    }
    try settings.key?.check()
    let graph = try store.loadGraph()
    redaction = try Self.redaction(settings, of: graph, in: store)
    var shaped = graph.restricted(to: settings.evidence)
    if settings.stripsMetadata { shaped = shaped.strippingOrigins() }
    let redacted = redaction.redacting(shaped)
    self.shaped = redacted.graph
    var realIDs: [EntityID: EntityID] = [:]
    for entity in graph.entities {
      let shown = redaction.id(entity.id)
      if shown != entity.id { realIDs[shown] = entity.id }
    }
    self.realIDs = realIDs
    try RedactionKey(redaction: redaction, undecided: redacted.undecided)
      .tell(to: settings.key, in: context)
  }

  /// The redaction of the entities that are not to be shown.
  ///
  /// - Throws: RL7501 and RL7502 for a name that means nobody or several.
  static func redaction(
    _ settings: ViewSettings, of graph: KnowledgeGraph, in store: GraphStore
  ) throws(RelataError) -> Redaction {
    var (ids, pseudonyms) = ([EntityID](), [EntityID: String]())
    for typed in settings.redacted {
      let (id, pseudonym) = try Self.entity(typed, in: store)
      ids.append(id)
      pseudonyms[id] = pseudonym
    }
    return Redaction(of: ids, in: graph, pseudonyms: pseudonyms)
  }

  /// The entity that "NAME" or "NAME=PSEUDONYM" means.
  private static func entity(
    _ typed: String, in store: GraphStore
  ) throws(RelataError) -> (EntityID, String?) {
    if let equals = typed.lastIndex(of: "="), case .notFound = try store.match(typed) {
      let pseudonym = String(typed[typed.index(after: equals)...])
      return (try store.entity(named: String(typed[..<equals])).id, pseudonym)
    }
    return (try store.entity(named: typed).id, nil)
  }

  /// Whether something is left out or hidden.
  var isShaped: Bool { shaped != nil }

  // MARK: Questions

  /// The whole graph.
  func graph() throws(RelataError) -> KnowledgeGraph {
    if let shaped { return shaped }
    return try store.loadGraph()
  }

  /// The entity that a name means: its real name, or its pseudonym.
  ///
  /// Where a name is one person's or firm's and besides that of places and the like, the former is taken, and that is
  /// said.
  ///
  /// - Throws: RL7501 if nothing of that name is in the graph, RL7502 if several are.
  func entity(named name: String) throws(RelataError) -> Entity {
    let match = try store.match(name)
    guard let shaped else {
      if let entity = preferred(of: match, name) { return entity }
      return try store.entity(named: name)
    }
    if case .found(let entity) = match, let shown = shaped.entity(redaction.id(entity.id)) {
      return shown
    }
    let shownMatch = NameIndex(shaped.entities).match(name)
    if case .found(let entity) = shownMatch { return entity }
    if let entity = preferred(of: shownMatch, name) { return entity }
    return try store.entity(named: name)
  }

  private func preferred(of match: NameMatch, _ name: String) -> Entity? {
    guard case .ambiguous(let entities) = match else { return nil }
    let actors = entities.filter { BearerKey.isOfOneDocument($0.type) }
    guard actors.count == 1, let actor = actors.first else { return nil }
    let others = entities.filter { $0.id != actor.id }
      .map { "the \($0.type.rawValue.lowercased()) is \($0.id)" }
    context.say(
      "relata: '\(name)' is taken for the \(actor.type.rawValue.lowercased()) \(actor.name); "
        + others.joined(separator: ", "))
    return actor
  }

  /// What lies around an entity, as ``GraphStore/neighborhood(of:_:includesMutual:)`` gives it.
  func neighborhood(
    of id: EntityID, _ query: NeighborQuery = NeighborQuery()
  ) throws(RelataError) -> Neighborhood {
    guard let shaped else { return try store.neighborhood(of: id, query) }
    let neighbors = shaped.neighbors(of: id, query)
    return Neighborhood(
      graph: shaped.subgraph(
        entities: Set(neighbors.map(\.entity.id) + [id]),
        relations: Set(neighbors.flatMap(\.relationIDs))), neighbors: neighbors)
  }

  func shortestPaths(
    from start: EntityID, to goal: EntityID, maxLength: Int, limit: Int, filter: RelationFilter
  ) throws(RelataError) -> (paths: [GraphPath], graph: KnowledgeGraph) {
    guard let shaped else {
      return try store.shortestPaths(
        from: start, to: goal, maxLength: maxLength, limit: limit, filter: filter)
    }
    let paths = shaped.shortestPaths(
      from: start, to: goal, maxLength: maxLength, limit: limit, filter: filter)
    return (
      paths,
      shaped.subgraph(
        entities: Set(paths.flatMap { $0.entities.map(\.id) }),
        relations: Set(paths.flatMap { $0.steps.flatMap { $0 } }))
    )
  }
}
