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
      // "senators Dorn and Weiss": a plural is the title of all.
      let isPlural = noun.tree.token(noun.index).xpos == "NNS"
      let named = isPlural ? noun.finder.arguments(name) : noun.finder.single(name)
      return Bearers(arguments: named, rule: .title, titled: name)
    }
    let (tree, top) = (noun.tree, noun.first)
    guard let head = tree.head(top), !noun.speaks,
      ["nmod:desc", "compound", "flat", "amod"].contains(tree.deprel(top)),
      let mention = noun.context.mention(at: head), mention.type == .person
    else { return nil }
    return Bearers(arguments: noun.finder.arguments(head), rule: .title, titled: head)
  }
}
