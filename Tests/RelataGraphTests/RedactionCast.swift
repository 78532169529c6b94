import RelataCore
import RelataGraph

/// Who is redacted, who else there is and what the texts say, written on a line: fields separated by " | ".
///
/// The first field is the redacted entity, the last a text. Between them stand others who are redacted
/// ("and Bob Kerrick"), further forms and roles of the entity before ("aka Stone", "role mayor"), other
/// entities ("with Astel: location"), what the first is at the head of ("at the Ulm Mill") and sentences of other
/// documents ("says Lena Thorvik, née Haugland").
struct RedactionCast {
  private(set) var entities: [Entity] = []
  private(set) var redacted: [EntityID] = []
  private(set) var statements: [String] = []
  private var object = "Ulm Institute"
  let text: String

  init(_ line: String) {
    var fields = line.components(separatedBy: " | ")
    text = fields.removeLast()
    for (number, field) in fields.enumerated() {
      let word = field.prefix { $0 != " " }
      let rest = String(field.dropFirst(word.count + 1))
      switch word {
      case "and": add(rest, isRedacted: true)
      case "with": add(rest, isRedacted: false)
      case "aka": entities[entities.count - 1].aliases.append(rest)
      case "role": entities[entities.count - 1].roles.append(rest)
      case "at": object = rest
      case "says": statements.append(rest)
      default: add(field, isRedacted: number == 0)
      }
    }
  }

  private mutating func add(_ field: String, isRedacted: Bool) {
    let parts = field.components(separatedBy: ": ")
    let type = parts.count > 1 ? EntityType(rawValue: parts[1].uppercased()) ?? .other : .person
    let id = EntityID("e\(entities.count)")
    entities.append(Entity(id: id, name: parts[0], type: type))
    if isRedacted { redacted.append(id) }
  }

  /// The texts of documents, each as the evidence of a relation of the first entity to the last.
  func graph(_ quotes: [EvidenceRecord]) -> KnowledgeGraph {
    let object = Entity(id: EntityID("object"), name: object, type: .organization)
    return KnowledgeGraph(
      entities: entities + [object],
      relations: quotes.enumerated().map { number, record in
        Relation(
          id: AssertionID("r\(number)"), subject: EntityID("e0"), type: "leads",
          object: object.id, predicate: "leads", polarity: .positive, status: .asserted,
          tense: .current, confidence: 0.8, evidence: [record])
      })
  }

  static func record(
    _ quote: String, source: String = "s", subject: Range<Int>? = nil, object: Range<Int>? = nil
  ) -> EvidenceRecord {
    EvidenceRecord(
      document: DocumentID("d"), source: source, sentence: 0,
      span: Span(100, 100 + quote.unicodeScalars.count), quote: quote,
      subject: subject.map { Span(100 + $0.lowerBound, 100 + $0.upperBound) },
      object: object.map { Span(100 + $0.lowerBound, 100 + $0.upperBound) }, confidence: 0.8,
      extractor: "rule.test.v1")
  }
}
