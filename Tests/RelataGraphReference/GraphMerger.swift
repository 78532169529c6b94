import RelataCore
import RelataGraph
import RelataLanguage

/// The merge as it is meant, in one pass over all documents: what the store, which changes rows document by
/// document, is held against.
///
/// Entities are resolved, assertions become relations.
///
/// Two people of one name stay two: see ``IdentityResolution`` for when bearers of names are one entity, and
/// ``EntityResolver`` for places and the like, which are known by their names. The graph is a function of the set of
/// documents, in any order; its ids depend on names only, so that they survive new documents.
public struct GraphMerger: Sendable {
  private let schema: RelationSchema
  /// What people decided, in order.
  private let log: [Decision]

  public init(schema: RelationSchema = .standard, decisions log: [Decision] = []) {
    (self.schema, self.log) = (schema, log)
  }

  /// Merges documents.
  ///
  /// Entities of value types, and assertions with such an end or the same entity at both ends, are
  /// left out. Documents that are unsound (``ExtractedDocument/defect()``) are left out as a whole. Of
  /// documents with the same id the one with the smallest digest counts, whatever the order.
  ///
  /// - Complexity: O(n log n) for n entities and assertions.
  public func merge(_ documents: [ExtractedDocument]) -> KnowledgeGraph {
    let documents = Self.distinct(documents.filter { $0.defect() == nil })
    var groups: [NameKey: NameGroup] = [:]
    var mentionedIn: [NameKey: Set<DocumentID>] = [:]
    var bearers: [Bearer] = []
    let retypes = RetypeDecisions(log: log)
    let meant = Dictionary(
      documents.map { ($0.annotated.document.id, Self.entities(of: $0, retypes)) },
      uniquingKeysWith: { first, _ in first })
    let decisions = IdentityDecisions(log: log, readKeys: Self.readKeys(meant.values))
    var named: [BearerKey: [DocumentEntity]] = [:]
    for document in documents {
      let id = document.annotated.document.id
      let reader = ProfileReader(document)
      let entities = meant[id] ?? RetypedEntities([], in: id, retypes)
      let kept = Set(Self.readKeys(of: document)).subtracting(entities.keys.keys)
      let rereader = ProfileReader(
        rereading: document.annotated.document, entities: entities.entities.map(\.entity))
      var local: [BearerKey: [DocumentEntity]] = [:]
      for (entity, bearer) in entities.entities {
        let key = bearer.name
        named[bearer, default: []].append(entity)
        if bearer.document == nil {
          groups[key, default: NameGroup(key: key)].add(entity)
          mentionedIn[key, default: []].insert(id)
        } else {
          local[bearer, default: []].append(entity)
        }
      }
      for (key, group) in local {
        let profile =
          kept.contains(key)
          ? reader.profile(of: Self.read(document, under: key)) : rereader.profile(of: group)
        bearers.append(Bearer(key: key, profile: profile).named(decisions.names(of: key)))
      }
    }
    var members: [(entity: ResolvedEntity, bearers: [BearerKey])] = EntityResolver.resolve(
      Array(groups.values), decided: Self.decided(groups.keys, decisions)
    ).map { entity in (entity, entity.keys.map { BearerKey($0, in: DocumentID("")) }) }
    var firsts: [NameKey: BearerKey] = [:]
    for bearer in bearers {
      firsts[bearer.key.name] = min(firsts[bearer.key.name] ?? bearer.key, bearer.key)
    }
    let resolution = IdentityResolution(bearers, constraints: IdentityConstraints(decisions))
    for group in resolution.groups {
      let keys = group.map(\.key)
      var names: [String: Int] = [:]
      var aliases: Set<String> = []
      for entity in keys.flatMap({ named[$0] ?? [] }) {
        names[TextFolding.composed(entity.name), default: 0] += 1
        aliases.formUnion(entity.aliases.map(TextFolding.composed))
      }
      members.append(
        (
          EntityNaming.entity(
            keys, names: names, aliases: aliases,
            isContested: keys.contains { resolution.contested.contains($0) },
            first: { firsts[$0] }), keys
        ))
    }
    let ids = members.map { (id: $0.entity.id, bearers: $0.bearers) }
    let readKeys = Self.readKeys(meant.values)
    let decidedNames = decidedTexts(.rename, ids, readKeys).compactMapValues(\.last)
    let decidedAliases = decidedTexts(.alias, ids, readKeys)
    var names: [BearerKey: (id: EntityID, name: String)] = [:]
    var entities: [Entity] = []
    for (resolved, keys) in members {
      let renamed = decidedNames[resolved.id].map(resolved.renamed) ?? resolved
      let entity = renamed.alsoNamed(decidedAliases[resolved.id] ?? [])
      for key in keys { names[key] = (entity.id, entity.name) }
      let all = keys.flatMap { named[$0] ?? [] }
      entities.append(
        Entity(
          id: entity.id, name: entity.name, type: entity.type, aliases: entity.aliases,
          roles: Set(all.flatMap(\.roles).map(TextFolding.composed)).sorted(),
          documents: Set(
            keys.flatMap { key in
              key.document.map { [$0] } ?? Array(mentionedIn[key.name] ?? [])
            }
          ).sorted()))
    }
    return KnowledgeGraph(
      entities: entities,
      relations: relations(
        of: documents, meant, names: names, reports: Self.reports(documents)),
      schema: schema)
  }

  // MARK: - Types that people decided

  private static func entities(
    of document: ExtractedDocument, _ decisions: RetypeDecisions
  ) -> RetypedEntities {
    let keys = BearerKeys(document.annotated)
    return RetypedEntities(
      document.annotated.entities.filter(\.type.isNode).map { ($0, keys.key(of: $0)) },
      in: document.annotated.document.id, decisions)
  }

  private static func readKeys(of document: ExtractedDocument) -> [BearerKey] {
    let keys = BearerKeys(document.annotated)
    return document.annotated.entities.filter(\.type.isNode).map(keys.key)
  }

  /// The entities that a document was read to name under a key.
  private static func read(
    _ document: ExtractedDocument, under key: BearerKey
  ) -> [DocumentEntity] {
    let keys = BearerKeys(document.annotated)
    return document.annotated.entities.filter { $0.type.isNode && keys.key(of: $0) == key }
  }

  private static func readKeys(
    _ documents: some Sequence<RetypedEntities>
  ) -> [BearerKey: Set<BearerKey>] {
    var read: [BearerKey: Set<BearerKey>] = [:]
    for (key, meant) in documents.flatMap(\.keys) { read[meant, default: []].insert(key) }
    return read
  }

  /// Names of places and the like of which a decision says that they are one.
  private static func decided(
    _ names: some Sequence<NameKey>, _ decisions: IdentityDecisions
  ) -> [Set<NameKey>] {
    var joined: [String: Set<NameKey>] = [:]
    for name in names {
      for number in decisions.joining(.anyone(name)) {
        joined["\(number) \(name.type)", default: []].insert(name)
      }
    }
    return Array(joined.values)
  }

  /// The texts that people gave entities: each to the one that has most of those whom the decision names first.
  private func decidedTexts(
    _ kind: Decision.Kind, _ members: [(id: EntityID, bearers: [BearerKey])],
    _ readKeys: [BearerKey: Set<BearerKey>]
  ) -> [EntityID: [String]] {
    var texts: [EntityID: [String]] = [:]
    let undone = Decision.undone(in: log)
    for decision in log where decision.kind == kind && !undone.contains(decision.id) {
      let keys = Set((decision.sides.first ?? []).map(\.key))
      let found = members.map { member in
        (
          id: member.id,
          keys: member.bearers.filter {
            keys.contains($0) || !(readKeys[$0] ?? []).isDisjoint(with: keys)
          }
        )
      }
      .filter { !$0.keys.isEmpty }
      .min { a, b in
        if a.keys.count != b.keys.count { return a.keys.count > b.keys.count }
        return (a.keys.map(\.text).min() ?? "") < (b.keys.map(\.text).min() ?? "")
      }
      if let found, let text = decision.text { texts[found.id, default: []].append(text) }
    }
    return texts
  }

  private static func distinct(_ documents: [ExtractedDocument]) -> [ExtractedDocument] {
    var byID: [DocumentID: ExtractedDocument] = [:]
    for document in documents {
      let id = document.annotated.document.id
      if let other = byID[id], other.digest <= document.digest { continue }
      byID[id] = document
    }
    return byID.values.sorted { $0.annotated.document.id < $1.annotated.document.id }
  }

  private func relations(
    of documents: [ExtractedDocument], _ meant: [DocumentID: RetypedEntities],
    names: [BearerKey: (id: EntityID, name: String)],
    reports: [DocumentID: DocumentID]
  ) -> [Relation] {
    var evidence: [RelationKey: [PhrasedEvidence]] = [:]
    for document in documents {
      var ends: [EntityID: (id: EntityID, name: String)] = [:]
      var localNames: [EntityID: String] = [:]
      for entity in document.annotated.entities { localNames[entity.id] = entity.name }
      for (entity, key) in meant[document.annotated.document.id]?.entities ?? [] {
        ends[entity.id] = names[key]
      }
      for assertion in document.assertions {
        guard let subject = ends[assertion.subject], let object = ends[assertion.object],
          let key = RelationKey(
            subject: subject.id, object: object.id, type: assertion.relation,
            predicate: assertion.predicate, polarity: assertion.polarity,
            status: assertion.status, tense: assertion.tense, schema: schema)
        else { continue }
        let attribution = assertion.attribution.map { attribution in
          let claimant = attribution.entity.flatMap { ends[$0] }
          return EvidenceAttribution(
            entity: claimant?.id,
            name: claimant?.name ?? attribution.wording(localNames: localNames),
            cue: attribution.cue, via: attribution.reporters(localNames: localNames))
        }
        let record = EvidenceRecord(
          assertion, in: document.annotated.document,
          report: reports[document.annotated.document.id], attribution: attribution,
          isSwapped: key.isSwapped)
        evidence[key.unswapped, default: []].append(
          PhrasedEvidence(record: record, predicate: assertion.predicate))
      }
    }
    return evidence.map { Self.relation($0, $1) }
  }

  /// Which report each document is: the first of all that copies connect with it, every pair compared.
  private static func reports(_ documents: [ExtractedDocument]) -> [DocumentID: DocumentID] {
    let sketches = documents.map {
      TextSketch($0.annotated.document.text, without: $0.annotated.document.furniture)
    }
    var reports = Array(documents.indices)
    for i in documents.indices {
      for j in documents.indices.prefix(i)
      where !Set(sketches[i].bands).isDisjoint(with: sketches[j].bands)
        && sketches[i].isCopy(of: sketches[j])
      {
        let (from, to) = (max(reports[i], reports[j]), min(reports[i], reports[j]))
        for k in reports.indices where reports[k] == from { reports[k] = to }
      }
    }
    return Dictionary(
      documents.indices.map {
        (documents[$0].annotated.document.id, documents[reports[$0]].annotated.document.id)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func relation(_ key: RelationKey, _ evidence: [PhrasedEvidence]) -> Relation {
    return Relation(
      id: key.id, subject: key.subject, type: key.type, object: key.object,
      predicate: PhrasedEvidence.bestPredicate(evidence), polarity: key.polarity,
      status: key.status, tense: key.tense,
      confidence: Readings(evidence.map(\.record.reading)).confidence,
      evidence: EvidenceRecord.assembled(evidence.map(\.record)))
  }
}

extension EvidenceRecord {
  /// The evidence of an assertion, with its claimant as the graph names it.
  ///
  /// Swapped where the relation has the assertion's ends the other way round.
  fileprivate init(
    _ assertion: Assertion, in document: Document, report: DocumentID?,
    attribution: EvidenceAttribution?, isSwapped: Bool
  ) {
    let evidence = assertion.evidence
    self.init(
      document: document.id, report: report, source: document.source, title: document.title,
      published: document.published, author: document.author, outlet: document.outlet,
      page: document.page(at: evidence.span.start),
      sentence: evidence.sentence, span: evidence.span,
      quote: document.text[evidence.span], predicate: assertion.predicate,
      subject: isSwapped ? evidence.object : evidence.subject,
      object: isSwapped ? evidence.subject : evidence.object, trigger: evidence.trigger,
      attribution: attribution, time: assertion.time, place: assertion.place,
      amount: assertion.amount, confidence: assertion.confidence, extractor: assertion.extractor)
  }
}

/// One assertion's evidence together with the open predicate it used.
package struct PhrasedEvidence: Sendable {
  package var record: EvidenceRecord
  package var predicate: String

  package init(record: EvidenceRecord, predicate: String) {
    self.record = record
    self.predicate = predicate
  }

  /// The predicate of the surest evidence; the earliest in order of document and text if several are.
  package static func bestPredicate(_ evidence: [PhrasedEvidence]) -> String {
    let best = evidence.min { a, b in
      if a.record.confidence != b.record.confidence {
        return a.record.confidence > b.record.confidence
      }
      if a.record.document != b.record.document { return a.record.document < b.record.document }
      if a.record.span != b.record.span { return a.record.span < b.record.span }
      return a.predicate < b.predicate
    }
    return best?.predicate ?? ""
  }
}

extension NameGroup {
  /// Counts what one document says about a bearer of the name.
  package mutating func add(_ entity: DocumentEntity) {
    names[TextFolding.composed(entity.name), default: 0] += 1
    aliases.formUnion(entity.aliases.map(TextFolding.composed))
    claims.formUnion(Self.claims(of: entity, key: key))
  }
}
