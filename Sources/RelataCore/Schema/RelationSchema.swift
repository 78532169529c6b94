import Foundation
import Yams

/// A family of relations; decides colour in diagrams and the back-off of vague cues.
public enum RelationFamily: String, Sendable, Codable, CaseIterable, Comparable {
  case power, money, alliance, conflict, contact, place, kin, other
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One relation of the schema.
public struct RelationType: Hashable, Sendable {
  public var id: RelationID
  public var family: RelationFamily
  public var domain: Set<EntityType>
  public var range: Set<EntityType>
  /// Whether both directions mean the same; such assertions are stored once with ordered ids.
  public var isSymmetric: Bool
  /// The verb phrase between subject and object: "hired", "is allied with".
  public var label: String
  /// The phrase read from the object's side: "hired by".
  public var inverseLabel: String
  /// Wikidata properties; one that runs the other way starts with "-".
  public var wikidata: [String]
  /// FollowTheMoney schema, empty if there is none.
  public var followTheMoney: String

  /// A relation of a program's own; labels are verb phrases as in `ontology.yaml`.
  public init(
    id: RelationID, family: RelationFamily, domain: Set<EntityType>, range: Set<EntityType>,
    isSymmetric: Bool, label: String, inverseLabel: String, wikidata: [String] = [],
    followTheMoney: String = ""
  ) {
    self.id = id
    self.family = family
    self.domain = domain
    self.range = range
    self.isSymmetric = isSymmetric
    self.label = label
    self.inverseLabel = inverseLabel
    self.wikidata = wikidata
    self.followTheMoney = followTheMoney
  }

  /// Whether the types of the two ends fit.
  public func allows(subject: EntityType, object: EntityType) -> Bool {
    domain.contains(subject) && range.contains(object)
  }
}

/// The controlled vocabulary of relations.
///
/// Read from YAML; ``standard`` is the one shipped. Order is the order of the file.
public struct RelationSchema: Sendable {
  public let relations: [RelationType]
  private let index: [RelationID: Int]

  public subscript(id: RelationID) -> RelationType? { index[id].map { relations[$0] } }

  public func contains(_ id: RelationID) -> Bool { index[id] != nil }

  /// The schema that ships with Relata.
  public static let standard: RelationSchema = {
    let text = String(decoding: PackageResources.ontology_yaml, as: UTF8.self)
    guard let schema = try? RelationSchema(yaml: text, file: "ontology.yaml") else {
      preconditionFailure("internal error RL9001: the shipped ontology.yaml does not parse")
    }
    return schema
  }()

  /// Reads a schema.
  ///
  /// - Throws: ``RelataError`` RL3001 with the line if the YAML is malformed, a type or family is unknown,
  ///   a relation is listed twice, or `other` is missing.
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
      guard let family = RelationFamily(rawValue: entry.family) else {
        throw Self.malformed("relation \(entry.id): unknown family '\(entry.family)'", file: file)
      }
      let id = RelationID(entry.id)
      guard index.updateValue(relations.count, forKey: id) == nil else {
        throw Self.malformed("relation \(entry.id) is listed twice", file: file)
      }
      relations.append(
        RelationType(
          id: id, family: family, domain: try Self.types(entry.domain, of: entry.id, file: file),
          range: try Self.types(entry.range, of: entry.id, file: file),
          isSymmetric: entry.symmetric, label: entry.label, inverseLabel: entry.inverse,
          wikidata: entry.wikidata ?? [], followTheMoney: entry.ftm ?? ""))
    }
    guard index[.other] != nil else {
      throw Self.malformed("the relation 'other' is missing", file: file)
    }
    self.relations = relations
    self.index = index
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

private struct SchemaFile: Decodable {
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
  }
  var version: Int
  var relations: [Entry]
}
