import RelataCore
import RelataGraph

/// One entity's ties in prose: for each neighbor what ties them, who says so, the words, the source.
struct Dossier {
  /// A neighbor with the relations that lead to it.
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
  /// Columns to wrap quotes at; nil leaves them on one line.
  let width: Int?

  /// The lines of the dossier, without final newlines.
  func lines() -> [String] {
    var lines = [heading] + subject.notes.map { "  note: " + TextWidth.printable($0) }
    let reader = RelationReader(schema: schema, entity: entity)
    let evidence = EvidenceLines(style: style, width: width)
    for tie in ties {
      lines += ["", title(of: tie)]
      for relation in tie.relations {
        // Read from the subject's side where it is an end, else from the nearer end.
        let end =
          relation.object == tie.entity.id || relation.subject == subject.id
          ? relation.subject : relation.object
        lines.append("  " + reader.line(relation, from: end, style: style))
        lines += relation.notes.map { "      note: " + TextWidth.printable($0) }
        lines += evidence.lines(relation.sentences)
      }
    }
    return lines
  }

  private var heading: String {
    let relations = ties.flatMap(\.relations)
    let count = Set(relations.map(\.id)).count
    let documents = Set(relations.flatMap(\.evidence).map(\.document)).count
    var text =
      style.bold(TextWidth.printable(subject.name)) + "  " + word(for: subject.type)
      + decided(subject)
    if !subject.roles.isEmpty {
      text += " · " + TextWidth.printable(subject.roles.joined(separator: ", "))
    }
    text += " · " + Count.of(count, "relation") + " from " + Count.of(documents, "document")
    return text
  }

  private func title(of tie: Tie) -> String {
    var text = style.bold(style.cyan(TextWidth.printable(tie.entity.name)))
    text += "  " + style.dim(word(for: tie.entity.type)) + decided(tie.entity)
    if tie.distance > 1 { text += style.dim(" · \(tie.distance) steps away") }
    return text
  }

  private func decided(_ entity: Entity) -> String {
    entity.decided ? " · " + style.yellow("decided by hand") : ""
  }

  private func word(for type: EntityType) -> String { type.rawValue.lowercased() }
}
