import RelataCore
import RelataLanguage

extension Rule {
  static let listed = Rule(
    "rule.listed.v1", "names listed after a role and a colon",
    trust: .stated(
      0.85,
      because:
        "a form of lists, not of sentences: the training split, which is prose, has no case of it"),
    reads: [
      (
        "Shareholders of Gazprom: Elena Petrova (40%), Ivan Sokolov (35%).",
        "Ivan Sokolov | owns | Gazprom"
      )
    ],
    not: [
      (
        "The owners of Gazprom were asked one thing: had Elena Petrova left?",
        "Elena Petrova | owns | Gazprom"
      )
    ])
}

/// A heading and its names: "Shareholders of Karst Bank: Ilse Dorn (40%), Marek Weiss (35%)".
struct ListedBearers: BearerConstruction {
  func bearers(of noun: RoleNoun) -> Bearers? {
    let (tree, context, i) = (noun.tree, noun.context, noun.index)
    guard i < 3, let colon = tree.tokens.indices.first(where: { tree.form($0) == ":" }), colon > i,
      !tree.tokens[..<colon].contains(where: { $0.upos == .verb || $0.upos == .aux })
    else { return nil }
    let names = context.names.filter {
      $0.mention.tokens.lowerBound > colon && noun.mayBeBorne(by: $0.mention.type)
    }
    let arguments = names.flatMap { noun.finder.single($0.head) }.filter { $0.reference == .name }
    return arguments.isEmpty ? nil : Bearers(arguments: arguments, rule: .listed)
  }
}
