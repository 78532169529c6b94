import RelataCore
import RelataLanguage

extension Rule {
  static let title = Rule(
    "rule.title.v1", "a title before a name",
    reads: [
      (
        "Thai Prime Minister Surayud Chulanont visited Japan.",
        "Surayud Chulanont | leads | Thailand"
      )
    ],
    not: [
      ("Thai Prime Minister Surayud Chulanont visited Japan.", "Surayud Chulanont | leads | Japan")
    ])
}

/// "President Bashar al-Assad": a role right before a person's name is a title, however parsed.
struct TitleBearers: BearerConstruction {
  func bearers(of noun: RoleNoun) -> Bearers? {
    if let name = noun.nameAfter {
      return Bearers(arguments: noun.finder.single(name), rule: .title, titled: name)
    }
    let (tree, top) = (noun.tree, noun.first)
    guard let head = tree.head(top), !noun.speaks,
      ["nmod:desc", "compound", "flat", "amod"].contains(tree.deprel(top)),
      let mention = noun.context.mention(at: head), mention.type == .person
    else { return nil }
    return Bearers(arguments: noun.finder.arguments(head), rule: .title, titled: head)
  }
}
