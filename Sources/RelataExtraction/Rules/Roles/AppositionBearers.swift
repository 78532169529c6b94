import RelataCore
import RelataLanguage

extension Rule {
  static let apposition = Rule(
    "rule.apposition.v1", "a description beside a name",
    reads: [
      (
        "Ali Nazary, a spokesman for Ahmad Massoud, spoke on Monday.",
        "Ali Nazary | spokesperson_for | Ahmad Massoud"
      ),
      (
        "The head of the Free Peasants Party, Nigara Khidoyatova, was in court.",
        "Nigara Khidoyatova | leads | Free Peasants Party"
      ),
    ],
    not: [
      (
        "Ali Nazary met a spokesman for Ahmad Massoud.",
        "Ali Nazary | spokesperson_for | Ahmad Massoud"
      )
    ])
}

/// A role beside a name: "Nazary, a spokesman", "Brenner Bau's chief executive, Ulrike Seidl".
struct AppositionBearers: BearerConstruction {
  func bearers(of noun: RoleNoun) -> Bearers? { described(by: noun) ?? after(noun) ?? below(noun) }

  /// "Nazary, a spokesman …" and, through coordination, "and longtime intelligence chief".
  private func described(by noun: RoleNoun) -> Bearers? {
    let (tree, top) = (noun.tree, noun.first)
    guard let head = tree.head(top), !noun.speaks,
      RoleGiving.verb(giving: noun.index, in: tree) == nil,
      tree.deprel(top) == "appos" || isInitialism(top, after: head, in: noun),
      tree.children(top, "case").isEmpty
    else { return nil }
    if let own = nameBeforeReflexive(noun) {
      return Bearers(arguments: noun.finder.single(own), rule: .apposition)
    }
    let named = noun.finder.single(head).filter {
      $0.reference != .agent && $0.reference != .pronoun
    }
    return named.isEmpty ? nil : Bearers(arguments: named, rule: .apposition)
  }

  /// "a lawyer for Weiss, himself a lawyer": the name right before it, whatever the description hangs on.
  private func nameBeforeReflexive(_ noun: RoleNoun) -> Int? {
    let tree = noun.tree
    guard let start = tree.subtree(noun.index).first(where: { tree.token($0).upos != .punct })
    else { return nil }
    let reflexives: Set<String> = ["himself", "herself", "itself"]
    guard
      let word = [start, start - 1].first(where: {
        $0 > 0 && reflexives.contains(tree.form($0).lowercased())
      }), let name = (0..<word).last(where: { noun.context.mention(at: $0)?.type.isNode == true })
    else { return nil }
    return noun.context.headToken(ofMentionAt: name)
  }

  /// "Ilse Dorn QC": letters right behind the name.
  private func isInitialism(_ noun: Int, after name: Int, in role: RoleNoun) -> Bool {
    let form = role.tree.form(noun)
    return form.count <= 3 && form.allSatisfy(\.isUppercase) && noun > 0
      && role.context.headToken(ofMentionAt: noun - 1) == name
  }

  /// "Brenner Bau's chief executive, Ulrike Seidl, said": a name between commas after an owned role.
  private func after(_ noun: RoleNoun) -> Bearers? {
    nameAfterComma(noun).map {
      Bearers(arguments: noun.finder.single($0), rule: .apposition)
    }
  }

  private func nameAfterComma(_ noun: RoleNoun) -> Int? {
    let (tree, context, i) = (noun.tree, noun.context, noun.index)
    let isOwned =
      !tree.children(i, "nmod:poss").isEmpty
      || tree.children(i, "compound", "amod").contains { context.mention(at: $0) != nil }
    // "the group's lawyer in Tunis, Habib Zouari"; of names in the phrase the first belongs to it.
    let phrase = tree.children(i, "nmod").filter { $0 > i && tree.deprel($0) == "nmod" }
      .flatMap { tree.subtree($0) }
    let party = phrase.compactMap { context.mention(at: $0) }.min {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    let isOf = party?.type.isNode == true && phrase.contains { tree.form($0) == "of" }
    let last = party.map { $0.tokens.upperBound - 1 } ?? phrase.max() ?? i
    guard isOwned || isOf, tree.token(i).xpos != "NNS", last - i <= 5, last + 2 < tree.count,
      tree.form(last + 1) == ","
    else { return nil }
    // "her adviser, Dr Mercy Nkhoma", "its trustee, advocate Leopold Marxer"
    var start = last + 2
    while start + 1 < tree.count, start < last + 5, context.mention(at: start) == nil,
      [.noun, .propn, .adj].contains(tree.token(start).upos)
    {
      start += 1
    }
    guard let mention = context.mention(at: start), noun.mayBeBorne(by: mention.type),
      mention.tokens.lowerBound == start, isOwned || mention.type == .person
    else { return nil }
    let after = mention.tokens.upperBound
    // "the leader of the party, Kern, said": between commas, or else it may be the next of a list.
    if !isOwned, after >= tree.count || tree.form(after) != "," { return nil }
    guard after >= tree.count || [",", ".", ";", "-", "–", ")"].contains(tree.form(after)) else {
      return nil
    }
    return context.headToken(ofMentionAt: start)
  }

  /// "the leader of X, Nazary": the name is the apposition; or "leader Nazary" with the name below.
  private func below(_ noun: RoleNoun) -> Bearers? {
    let names = noun.tree.children(noun.index, "appos", "flat", "nmod:desc", "compound").filter {
      guard $0 > noun.index, let mention = noun.context.mention(at: $0) else { return false }
      return noun.mayBeBorne(by: mention.type)
    }.flatMap {
      noun.tree.token(noun.index).xpos == "NNS" ? noun.finder.arguments($0) : noun.finder.single($0)
    }
    return names.isEmpty ? nil : Bearers(arguments: names, rule: .apposition)
  }
}
