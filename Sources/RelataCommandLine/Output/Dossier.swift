import RelataCore
import RelataGraph

/// One entity's ties in prose: for each neighbour what ties them, who says so, the words, the source.
struct Dossier {
  /// A neighbour with the relations that lead to it.
  struct Tie {
    var entity: Entity
    /// Steps from the subject of the dossier; 1 is next to it.
    var distance: Int
    var relations: [Relation]
  }

  let subject: Entity
  let ties: [Tie]
  let schema: RelationSchema
  /// Looks up the ends of relations.
  let entity: (EntityID) -> Entity?
  let style: TerminalStyle
  /// Columns to wrap quotes at.
  let width: Int

  /// The lines of the dossier, without a final newline.
  func lines() -> [String] {
    var lines = [heading]
    for tie in ties {
      lines.append("")
      lines.append(title(of: tie))
      for relation in tie.relations { lines += self.lines(relation) }
    }
    return lines
  }

  private var heading: String {
    let relations = Set(ties.flatMap(\.relations).map(\.id)).count
    let documents = Set(ties.flatMap(\.relations).flatMap(\.evidence).map(\.document)).count
    var text = style.bold(TextWidth.printable(subject.name)) + "  " + word(for: subject.type)
    if !subject.roles.isEmpty {
      text += " · " + TextWidth.printable(subject.roles.joined(separator: ", "))
    }
    text += " · " + Count.of(relations, "relation") + " from " + Count.of(documents, "document")
    return text
  }

  private func title(of tie: Tie) -> String {
    var text = style.bold(style.cyan(TextWidth.printable(tie.entity.name)))
    text += "  " + style.dim(word(for: tie.entity.type))
    if tie.distance > 1 { text += style.dim(" · \(tie.distance) steps away") }
    return text
  }

  private func lines(_ relation: Relation) -> [String] {
    var lines = ["  " + statement(of: relation)]
    for evidence in relation.evidence {
      let quote = TextWidth.wrap("“" + TextWidth.printable(evidence.quote) + "”", to: width - 6)
      lines += quote.map { "      " + $0 }
      lines.append("      " + style.dim("— " + citation(of: evidence)))
    }
    return lines
  }

  /// "Ahmad Massoud hired Robert Stryk", with marks for what is not plainly asserted.
  private func statement(of relation: Relation) -> String {
    let reader = RelationReader(schema: schema, entity: entity)
    let isSubject = relation.subject == subject.id || relation.object != subject.id
    var text = TextWidth.printable(
      reader.sentence(relation, from: isSubject ? relation.subject : relation.object))
    let marks = reader.marks(relation)
    if !marks.isEmpty { text += "  " + style.yellow("[" + marks.joined(separator: "; ") + "]") }
    return text + "  " + style.dim(Percentage.of(relation.confidence))
  }

  private func citation(of evidence: EvidenceRecord) -> String {
    var parts = [TextWidth.printable(evidence.source)]
    if let title = evidence.title { parts.append("“\(TextWidth.printable(title))”") }
    if let published = evidence.published { parts.append(published) }
    parts.append("sentence \(evidence.sentence + 1)")
    return parts.joined(separator: ", ")
  }

  private func word(for type: EntityType) -> String { type.rawValue.lowercased() }
}

/// "1 relation", "2 relations".
enum Count {
  static func of(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) " + (number == 1 ? noun : plural ?? noun + "s")
  }

  /// Thousands set apart by commas: 12,345.
  static func grouped(_ number: Int) -> String {
    var digits = String(abs(number))
    var out = ""
    while digits.count > 3 {
      out = "," + digits.suffix(3) + out
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + digits + out
  }
}

/// Confidence as shown to people: whole per cent.
enum Percentage {
  static func of(_ confidence: Double) -> String {
    "\(Int((min(1, max(0, confidence)) * 100).rounded())) %"
  }
}
