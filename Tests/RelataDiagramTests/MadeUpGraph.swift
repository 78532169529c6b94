import RelataCore
import RelataGraph

/// A made-up story with every type of entity and every kind of line.
enum MadeUpGraph {
  static func entity(
    _ id: String, _ name: String, _ type: EntityType, roles: [String] = [], aliases: [String] = []
  ) -> Entity {
    Entity(id: EntityID(id), name: name, type: type, aliases: aliases, roles: roles)
  }

  /// A relation with one piece of evidence for each source; the quote says so in plain words.
  static func relation(
    _ id: String, _ subject: String, _ type: RelationID, _ object: String,
    predicate: String = "", polarity: Polarity = .positive, status: AssertionStatus = .asserted,
    tense: TenseClass = .current, confidence: Double = 0.8, sources: [String] = ["The Daily Post"],
    says: [(id: String?, name: String)] = [], quote: String? = nil
  ) -> Relation {
    let quote = quote ?? "\(subject) and \(object) were named in one sentence about \(type)."
    let evidence = sources.enumerated().map { index, source in
      let claimant = says.isEmpty ? nil : says[index % says.count]
      // Each in words of its own: one sentence in several papers is one reading.
      let quote = index == 0 ? quote : "\(source) has it too: \(object), \(type), \(subject)."
      return EvidenceRecord(
        document: DocumentID("\(source.lowercased())-\(index)"), source: source,
        title: "A report", published: "2024-03-0\(index + 1)", sentence: index,
        span: Span(10, 10 + quote.unicodeScalars.count), quote: quote,
        attribution: claimant.map {
          EvidenceAttribution(entity: $0.id.map { EntityID($0) }, name: $0.name, cue: "said")
        }, confidence: confidence, extractor: "rule.active.v1")
    }
    return Relation(
      id: AssertionID(id), subject: EntityID(subject), type: type, object: EntityID(object),
      predicate: predicate, polarity: polarity, status: status, tense: tense,
      confidence: confidence,
      evidence: evidence)
  }

  static let entities = [
    entity("mara", "Mara Velasquez", .person, roles: ["minister of ports"]),
    entity("harbor", "Harborline Logistics", .organization),
    entity("osei", "Kwame Osei", .person, roles: ["chief executive"]),
    entity("front", "Northern Workers' Front", .organization, roles: ["trade union"]),
    entity("port", "Port of Santa Brisa", .location),
    entity("bank", "Banque Transatlantique de Crédit", .organization),
    entity("dockers", "Dockers", .group),
    entity("strike", "March strike", .event),
    entity("act", "Harbour Concessions Act", .other),
    entity("lena", "Lena Brandt", .person, roles: ["lawyer", "former spokeswoman"]),
    entity("tomas", "Tomás Velasquez", .person),
    entity("post", "The Daily Post", .organization),
  ]

  static let relations = [
    relation(
      "r01", "harbor", "hired", "lena", sources: ["The Daily Post", "Coast Wire"],
      quote: "Harborline hired Lena Brandt, a lawyer who once spoke for the ministry, in February."),
    relation(
      "r02", "osei", "leads", "harbor", sources: ["The Daily Post", "Coast Wire", "Reuters"]),
    relation("r03", "mara", "met_with", "osei", sources: ["Coast Wire"]),
    relation(
      "r04", "harbor", "paid", "mara", status: .claimed,
      says: [("front", "Northern Workers' Front")],
      quote: "“Harborline paid the minister for the concession,” the union said."),
    relation(
      "r05", "harbor", "paid", "mara", polarity: .negative, status: .claimed,
      says: [("osei", "Kwame Osei")], quote: "“We never paid anyone,” said Kwame Osei."),
    relation("r06", "lena", "spokesperson_for", "mara", tense: .former),
    relation("r07", "front", "opposes", "act", sources: ["The Daily Post", "Reuters"]),
    relation("r08", "mara", "supports", "act"),
    relation("r09", "dockers", "participated_in", "strike"),
    relation("r10", "front", "supports", "strike"),
    relation("r11", "harbor", "controls", "port", predicate: "take over", status: .planned),
    relation("r12", "bank", "funds", "harbor", status: .hypothetical, confidence: 0.5),
    relation("r13", "tomas", "sibling_of", "mara", says: []),
    relation("r14", "tomas", "employed_by", "bank"),
    relation("r15", "osei", "accused", "front", predicate: "blamed"),
    relation("r16", "osei", "accused", "dockers", predicate: "criticised", confidence: 0.55),
    relation("r17", "mara", "allied_with", "front", polarity: .negative),
    relation(
      "r18", "harbor", "supplies", "mara", status: .claimed,
      says: [("front", "Northern Workers' Front")]),
    relation("r19", "osei", "communicated_with", "post"),
    relation("r20", "harbor", "based_in", "port"),
  ]

  static let graph = KnowledgeGraph(entities: entities, relations: relations)
}
