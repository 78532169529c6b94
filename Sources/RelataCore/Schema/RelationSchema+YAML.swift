import Yams

extension RelationSchema {
  /// Reads a schema; `ontology.yaml` says in its head what each key means and what holds without it.
  ///
  /// - Throws: ``RelataError`` RL3001 with the line if the YAML is malformed, a type, family or near
  ///   relation is unknown, a relation is listed twice or contradicts itself, or `other` is missing.
  public init(yaml: String, file: String) throws(RelataError) {
    let entries: SchemaFile
    do {
      entries = try YAMLDecoder().decode(SchemaFile.self, from: yaml)
    } catch {
      throw Self.malformed("\(error)", file: file)
    }
    var relations: [RelationType] = []
    var index: [RelationID: Int] = [:]
    for entry in entries.relations {
      let id = RelationID(entry.id)
      guard index.updateValue(relations.count, forKey: id) == nil else {
        throw Self.malformed("relation \(entry.id) is listed twice", file: file)
      }
      relations.append(try Self.relation(entry, file: file))
    }
    for entry in entries.relations {
      for name in entry.implies ?? [] where index[RelationID(name)] == nil || name == entry.id {
        throw Self.malformed("relation \(entry.id): implies no relation '\(name)'", file: file)
      }
    }
    guard index[.other] != nil else {
      throw Self.malformed("the relation 'other' is missing", file: file)
    }
    // Nearness is mutual and written at one of the two.
    for entry in entries.relations {
      for name in entry.near ?? [] {
        guard let here = index[RelationID(entry.id)], let there = index[RelationID(name)],
          here != there
        else {
          throw Self.malformed("relation \(entry.id): no near relation '\(name)'", file: file)
        }
        relations[here].near.insert(RelationID(name))
        relations[there].near.insert(RelationID(entry.id))
      }
    }
    self.init(checked: relations)
  }

  private static func relation(_ entry: SchemaFile.Entry, file: String) throws(RelataError)
    -> RelationType
  {
    guard let family = RelationFamily(rawValue: entry.family) else {
      throw malformed("relation \(entry.id): unknown family '\(entry.family)'", file: file)
    }
    var relation = RelationType(
      id: RelationID(entry.id), family: family,
      domain: try types(entry.domain, of: entry.id, file: file),
      range: try types(entry.range, of: entry.id, file: file),
      isSymmetric: entry.symmetric, label: entry.label, inverseLabel: entry.inverse,
      wikidata: entry.wikidata ?? [], followTheMoney: entry.ftm ?? "")
    relation.isOneWay = entry.oneWay ?? false
    guard !(relation.isOneWay && relation.isSymmetric) else {
      throw malformed("relation \(entry.id) is both symmetric and one-way", file: file)
    }
    relation.aspect = entry.aspect ?? .state
    relation.lapses = entry.lapses ?? false
    relation.isFixed = entry.fixed ?? false
    relation.isVolitional = entry.volitional ?? !(relation.isSymmetric || relation.isFixed)
    relation.isStanding = entry.standing ?? false
    relation.isNominal = entry.nominal ?? false
    relation.isRole = entry.role ?? false
    relation.isAgentive = entry.agentive ?? false
    relation.isAttended = entry.attended ?? false
    relation.allowsMetonymicObject = entry.metonymicObject ?? true
    relation.amounts = Set(entry.amounts ?? [])
    relation.implies = Set((entry.implies ?? []).map { RelationID($0) })
    relation.wholeWords = entry.whole ?? []
    relation.offices = entry.offices ?? []
    relation.lesserWords = entry.lesser ?? []
    relation.handsOver = entry.handsOver ?? false
    relation.once = entry.once
    relation.phrases = entry.phrases ?? []
    relation.nouns = entry.nouns.map {
      .init(words: $0.words, preposition: $0.preposition, takesArticle: $0.article ?? true)
    }
    return relation
  }

  private static func types(
    _ names: [String], of relation: String, file: String
  ) throws(RelataError) -> Set<EntityType> {
    var types: Set<EntityType> = []
    for name in names {
      switch name {
      case "ANY": types.formUnion(EntityType.allCases.filter(\.isNode))
      case "ACTOR": types.formUnion(EntityType.allCases.filter(\.isActor))
      default:
        guard let type = EntityType(rawValue: name), type.isNode else {
          throw malformed("relation \(relation): unknown entity type '\(name)'", file: file)
        }
        types.insert(type)
      }
    }
    return types
  }

  private static func malformed(_ message: String, file: String) -> RelataError {
    RelataError(
      .badInput, code: "RL3001", "relation schema: \(message)", at: InputLocation(file: file),
      hint: "see Sources/RelataCore/Resources/ontology.yaml for the expected form")
  }
}

/// The file as written; keys as in `ontology.yaml`.
private struct SchemaFile: Decodable {
  struct Nouns: Decodable {
    var words: [String]
    var preposition: String
    var article: Bool?
  }
  struct Entry: Decodable {
    var id: String
    var family: String
    var domain: [String]
    var range: [String]
    var symmetric: Bool
    var label: String
    var inverse: String
    var wikidata: [String]?
    var ftm: String?
    var oneWay: Bool?
    var aspect: RelationType.Aspect?
    var lapses: Bool?
    var fixed: Bool?
    var volitional: Bool?
    var standing: Bool?
    var nominal: Bool?
    var role: Bool?
    var agentive: Bool?
    var attended: Bool?
    var metonymicObject: Bool?
    var amounts: [RelationType.Amount]?
    var phrases: [String]?
    var nouns: Nouns?
    var near: [String]?
    var implies: [String]?
    var whole: [String]?
    var offices: [[String]]?
    var lesser: [String]?
    var handsOver: Bool?
    var once: RelationType.End?

    enum CodingKeys: String, CodingKey {
      case id, family, domain, range, symmetric, label, inverse, wikidata, ftm, aspect, lapses,
        fixed
      case volitional, standing, nominal, role, agentive, attended, amounts, phrases, nouns, near
      case implies, whole, offices, lesser, once
      case handsOver = "hands_over"
      case oneWay = "one_way"
      case metonymicObject = "metonymic_object"
    }
  }
  var version: Int
  var relations: [Entry]
}
