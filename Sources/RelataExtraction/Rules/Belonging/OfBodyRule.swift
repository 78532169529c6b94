import RelataCore
import RelataLanguage

extension Rule {
  static let ofBody = Rule(
    "rule.of-body.v1", "a person of a body",
    trust: .stated(
      0.75, because: "reporters introduce people so by whom they work for or belong to"),
    reads: [
      (
        "Ivan Sokolov of Gazprom said so.",
        "Ivan Sokolov | employed_by | Gazprom"
      )
    ],
    not: [
      (
        "Ivan Sokolov spoke of Gazprom.",
        "Ivan Sokolov | employed_by | Gazprom"
      )
    ])

  static let resident = Rule(
    "rule.resident.v1", "a person with age and home",
    trust: .stated(0.85, because: "the form in which court reports give a home after an age"),
    reads: [("Ivan Sokolov, 51, of Riga, was charged.", "Ivan Sokolov | based_in | Riga")],
    not: [("Ivan Sokolov, 51, spoke of Riga.", "Ivan Sokolov | based_in | Riga")])
}

/// People by what they are "of": "Weiss of Open Ports", "Dorn, 51, of Riga".
struct OfBodyRule: Proposer {
  let rules: [Rule] = [.ofBody, .resident]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    return reader.bearers(.person).flatMap { bearer in
      phrases(of: bearer, in: context.tree).flatMap { phrase in
        body(phrase, of: bearer, reader) + home(phrase, of: bearer, reader)
      }
    }
  }

  private func phrases(of bearer: Argument, in tree: SentenceTree) -> [Int] {
    tree.children(bearer.token, "nmod").filter {
      tree.deprel($0) == "nmod" && $0 > bearer.token && tree.preposition($0) == "of"
    }
  }

  /// Its first word; a comma before it may hang on it.
  private func start(of phrase: Int, in tree: SentenceTree) -> Int? {
    tree.subtree(phrase).first { tree.token($0).upos != .punct }
  }

  private func body(_ phrase: Int, of bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let tree = reader.tree
    // Right behind the name: "the arrest of Dorn, of Karst Bank, …" may belong to another word.
    guard let start = start(of: phrase, in: tree), start > 0,
      reader.context.mention(at: start - 1)?.span == bearer.span
    else { return [] }
    return reader.finder.single(phrase).filter {
      $0.type == .organization && $0.reference == .name
    }.map {
      reader.candidate(bearer, "employed_by", $0, "of", trigger: [phrase], rule: .ofBody)
    }
  }

  /// "Nguyen Van Lam, 51, of Katy".
  private func home(_ phrase: Int, of bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let tree = reader.tree
    guard let start = start(of: phrase, in: tree), start > 3, tree.form(start - 1) == ",",
      let age = Int(tree.form(start - 2)), (1...120).contains(age), tree.form(start - 3) == ",",
      reader.context.mention(at: start - 4)?.span == bearer.span
    else { return [] }
    return reader.states(phrase).map {
      reader.candidate(bearer, "based_in", $0, "of", trigger: [phrase], rule: .resident)
    }
  }
}
