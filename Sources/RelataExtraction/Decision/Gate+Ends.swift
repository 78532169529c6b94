import RelataCore

/// Gates that ask whether the ends can have the parts that the relation gives them.
extension Gate {
  // Does the schema know the relation?
  static let relation = Gate("relation") {
    $0.bench.schema.contains($0.candidate.relation) ? nil : .unknownRelation
  }

  // Do the types of the ends fit the relation?
  static let types = Gate("types") {
    let candidate = $0.candidate
    let type = $0.bench.schema[candidate.relation]
    return type?.allows(subject: candidate.subject.type, object: candidate.object.type) == true
      ? nil : .typesRefused
  }

  // Is it sure which of two of one family name is meant? "The elder Massoud" is not the one told of before.
  static let namesakes = Gate("namesakes") {
    let (candidate, context) = ($0.candidate, $0.bench.context)
    return [candidate.subject, candidate.object].contains { isOneOfTwo($0, context) }
      ? .objected(.namesake) : nil
  }

  private static let generations: Set<String> = ["elder", "younger", "older", "senior", "junior"]

  private static func isOneOfTwo(_ end: Argument, _ context: SentenceContext) -> Bool {
    guard end.reference == .name, end.type == .person,
      let mention = context.mention(at: end.token), mention.tokens.count == 1,
      context.tree.children(end.token, "amod", "compound", "nmod:desc").contains(where: {
        generations.contains(context.tree.form($0).lowercased())
      })
    else { return false }
    let name = context.words(mention.span)
    return context.annotated.entities.count {
      $0.type == .person && $0.name.split(separator: " ").last.map(String.init) == name
    } > 1
  }

  // Do the ends stand in one cell? A row is no sentence.
  static let cells = Gate("cells", audience: .unvouched) {
    let (candidate, cells) = ($0.candidate, $0.bench.context.cells)
    guard candidate.rule != .tableRow, let cells,
      cells[candidate.subject.token] != cells[candidate.object.token]
    else { return nil }
    return .objected(.otherCell)
  }

  // Does the tree give an end another part?
  static let objections = Gate("objections", audience: .learnt) {
    $0.candidate.objection.map { .objected($0) }
  }

  // Do troops and officials stand for their state here? One travels to a country, not to its troops; forces
  // are engaged in battle, firms for a fee.
  static let collectiveObject = Gate("collective object") {
    let candidate = $0.candidate
    return $0.bench.schema[candidate.relation]?.allowsMetonymicObject == false
      && candidate.object.reference == .agent ? .collectiveObject : nil
  }
}
