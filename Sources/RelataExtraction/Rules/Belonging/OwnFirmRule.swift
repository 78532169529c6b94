import RelataCore
import RelataLanguage

extension Rule {
  static let ownFirm = Rule(
    "rule.own-firm.v1", "somebody's company, by name",
    trust: .stated(
      0.75,
      because:
        "whose company it is owns or runs it; too few cases in the training split to be measured"),
    reads: [
      ("Elena Petrova's company Gazprom won the contract.", "Elena Petrova | owns | Gazprom")
    ],
    not: [
      ("Elena Petrova's lawyer praised the company Gazprom.", "Elena Petrova | owns | Gazprom")
    ])
}

/// Whose a named company is: "Dorn's Oslo-based firm Karst Bank", "his company, Bergbahn".
struct OwnFirmRule: Proposer {
  let rules: [Rule] = [.ownFirm]

  private static let firms: Set<String> = [
    "company", "firm", "business", "conglomerate", "holding", "startup", "enterprise",
    "consultancy",
  ]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    var found: [Candidate] = []
    for firm in reader.bearers(.organization) {
      for noun in reader.descriptions(of: firm.token)
      where isFirm(noun, in: context.tree)
        && context.lexicon.roles(at: noun, in: context.tree) == nil
      {
        for owner in owners(of: noun, reader) where owner.entity != firm.entity {
          found.append(
            reader.candidate(owner, "owns", firm, "owner of", trigger: [noun], rule: .ownFirm))
        }
      }
    }
    return found
  }

  private func isFirm(_ noun: Int, in tree: SentenceTree) -> Bool {
    Self.firms.contains(tree.lemma(noun)) && tree.token(noun).xpos == "NN"
  }

  private func owners(of noun: Int, _ reader: BelongingReader) -> [Argument] {
    let owners = reader.tree.children(noun, "nmod:poss").flatMap { reader.finder.arguments($0) }
    return owners.filter { $0.type == .person || $0.type == .organization }
  }
}
