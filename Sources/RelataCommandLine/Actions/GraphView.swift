import RelataCore
import RelataGraph
import RelataStore

/// What a command leaves out of a stored graph or must not show of it.
struct ViewSettings: Sendable {
  var evidence = EvidenceFilter()
  /// Types to keep, names to leave out, and names of those that stay whatever their type.
  var types: Set<EntityType> = []
  var without: [String] = []
  var asked: [String] = []
  /// Whether only what the last build brought counts.
  var sinceBuild = false
  /// The time at which what is shown is to hold; nil for whenever.
  var at: CalendarPeriod?
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

  var choosesEntities: Bool { !types.isEmpty || !without.isEmpty }

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
    var settings = settings
    if settings.sinceBuild { settings.evidence.documents = try Self.lastBuild(of: store, path) }
    self.settings = settings
    self.context = context
    guard
      settings.hidesNames || !settings.evidence.isEmpty || settings.at != nil
        || settings.choosesEntities
    else {
      redaction = Redaction(of: [], in: KnowledgeGraph(entities: [], relations: []))
      shaped = nil
      realIDs = [:]
      return
    }
    try settings.key?.check()
    let graph = try store.loadGraph()
    redaction = try Self.redaction(settings, of: graph, in: store)
    var shaped = graph.restricted(to: settings.evidence)
    if let period = settings.at {
      let all = shaped.relations.count
      shaped = shaped.holding(at: period)
      Self.tell(shaped, of: all, period, in: context)
    }
    if settings.choosesEntities {
      shaped = shaped.chosen(try Self.choice(settings, in: store, context))
    }
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
  static func entity(
    _ typed: String, in store: GraphStore
  ) throws(RelataError) -> (EntityID, String?) {
    if let equals = typed.lastIndex(of: "="), case .notFound = try store.match(typed) {
      let pseudonym = String(typed[typed.index(after: equals)...])
      return (try store.entity(named: String(typed[..<equals])).id, pseudonym)
    }
    return (try store.entity(named: typed).id, nil)
  }

  /// The entities that are looked at, by their real ids.
  ///
  /// - Throws: RL7501 and RL7502 for a name to leave out that means nobody or several, RL7532 for one that is asked about.
  private static func choice(
    _ settings: ViewSettings, in store: GraphStore, _ context: CommandContext
  ) throws(RelataError) -> EntityChoice {
    var choice = EntityChoice(types: settings.types)
    for name in settings.asked {
      let match = try store.match(name)
      if case .found(let entity) = match {
        choice.kept.insert(entity.id)
      } else if let entity = preferred(of: match, name, context) {
        choice.kept.insert(entity.id)
      }
    }
    for name in settings.without {
      let match = try store.match(name)
      let entity: Entity
      if let actor = preferred(of: match, name, context) {
        entity = actor
      } else {
        entity = try store.entity(named: name)
      }
      guard !choice.kept.contains(entity.id) else {
        throw RelataError(
          .usage, code: "RL7532", "'\(name)' is asked about and left out",
          hint: "give another name after --without")
      }
      choice.without.insert(entity.id)
    }
    return choice
  }

  /// The documents that the last build brought.
  ///
  /// - Throws: RL7530 where the graph knows no builds.
  private static func lastBuild(
    of store: GraphStore, _ path: String
  ) throws(RelataError) -> DocumentChoice {
    guard let (build, documents) = try store.lastBuild() else {
      throw RelataError(
        .failed, code: "RL7530", "the graph does not know what its last build brought",
        at: InputLocation(file: path),
        hint: "its documents came before builds were counted; the next 'relata build' is"
      )
    }
    let day = build.day.map { " of \($0)" } ?? " \(build.number)"
    return DocumentChoice(
      documents,
      words: "what the build\(day) brought (\(Count.of(documents.count, "document")))")
  }

  /// Says how much of the graph is known to hold at a time, and what "assumed" means.
  private static func tell(
    _ graph: KnowledgeGraph, of all: Int, _ period: CalendarPeriod, in context: CommandContext
  ) {
    let said = graph.relations.filter { $0.holding == .said }.count
    context.say(
      "relata: at \(period): of \(Count.of(all, "relation")) \(said) are said to hold, "
        + "\(graph.relations.count - said) assumed (told before, and not said to be over)")
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
    try tellNamesakes(of: match, name)
    guard let shaped else {
      if let entity = Self.preferred(of: match, name, context) { return entity }
      return try store.entity(named: name)
    }
    if case .found(let entity) = match, let shown = shaped.entity(redaction.id(entity.id)) {
      return shown
    }
    let shownMatch = NameIndex(shaped.entities).match(name)
    if case .found(let entity) = shownMatch { return entity }
    if let entity = Self.preferred(of: shownMatch, name, context) { return entity }
    return try store.entity(named: name)
  }

  /// Says who else may be meant by a last name that a text uses for one alone.
  private func tellNamesakes(of match: NameMatch, _ name: String) throws(RelataError) {
    guard case .found(let entity) = match, entity.type == .person, !settings.hidesNames,
      entity.id.rawValue != name
    else { return }
    let others = try store.namesakes(of: name, besides: entity.id)
    guard !others.isEmpty else { return }
    context.say(
      "relata: '\(name)' is taken for \(TextWidth.printable(entity.name)) (\(entity.id)); "
        + "others of that name: " + IdentityLines.possible(others))
  }

  private static func preferred(
    of match: NameMatch, _ name: String, _ context: CommandContext
  ) -> Entity? {
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
    let paths = shaped.tellingPaths(
      from: start, to: goal, maxLength: maxLength, limit: limit, filter: filter)
    return (
      paths,
      shaped.subgraph(
        entities: Set(paths.flatMap { $0.entities.map(\.id) }),
        relations: Set(paths.flatMap { $0.steps.flatMap { $0 } }))
    )
  }
}
