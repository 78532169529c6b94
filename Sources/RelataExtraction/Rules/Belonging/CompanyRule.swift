import RelataCore
import RelataLanguage

extension Rule {
  static let company = Rule(
    "rule.company.v1", "the nationality of a company",
    reads: [("The French newspaper Le Monde reported it.", "Le Monde | based_in | France")],
    not: [("A French lawyer sued Le Monde.", "Le Monde | based_in | France")])

  static let trade = Rule(
    "rule.trade.v1", "the nationality of a firm",
    reads: [("The German carmaker Volkswagen cut jobs.", "Volkswagen | based_in | Germany")],
    not: [("A German court fined Volkswagen.", "Volkswagen | based_in | Germany")])

  static let stateRun = Rule(
    "rule.state-run.v1", "a state-run company",
    reads: [("Iran's state-run broadcaster IRIB denied it.", "Iran | owns | IRIB")],
    not: [("Iran's broadcaster IRIB denied it.", "Iran | owns | IRIB")])
}

/// What the noun before a company's name and its adjective say: "the French builder Vinci".
struct CompanyRule: Proposer {
  let rules: [Rule] = [.company, .trade, .stateRun]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    return reader.bearers(.organization).flatMap { described($0, reader) + newspaper($0, reader) }
  }

  /// "the French construction company Vinci": the noun before the name carries the adjective.
  private func described(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let (context, tree) = (reader.context, reader.tree)
    return reader.descriptions(of: bearer.token).flatMap { noun -> [Candidate] in
      let isCompany = context.lexicon.cues.companyNouns.contains(tree.lemma(noun))
      guard isCompany || isTrade(noun, in: context) else { return [] }
      let isStateRun = isStateRun(noun, in: tree)
      return tree.children(noun, "amod", "nmod:poss", "compound").flatMap { reader.states($0) }
        .map { state in
          if isStateRun {
            return reader.candidate(
              state, "owns", bearer, "state-run", trigger: [noun], rule: .stateRun)
          }
          let isPart = isAgency(noun, in: tree)
          return reader.candidate(
            bearer, isPart ? "part_of" : "based_in", state, isPart ? "part of" : "based in",
            trigger: [noun], rule: isCompany ? .company : .trade)
        }
    }
  }

  private func isStateRun(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.subtree(noun).contains { i in
      i > 1 && ["run", "owned"].contains(tree.form(i).lowercased()) && tree.form(i - 1) == "-"
        && tree.form(i - 2).lowercased() == "state"
    }
  }

  private static let noTrades: Set<String> = [
    "party", "movement", "militia", "faction", "organization", "front", "interview", "team", "club",
  ]

  private static let causes: Set<String> = [
    "militant", "armed", "rebel", "ruling", "islamist", "insurgent", "terrorist", "guerrilla",
    "opposition", "extremist", "islamic", "resistance", "rights", "security",
  ]

  /// "the Vietnamese wind developer Gió Biển": what a firm is or does; a movement is no firm.
  private func isTrade(_ noun: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    let cues = context.lexicon.cues
    let lemma = tree.lemma(noun)
    return !cues.stateBodies.contains(lemma) && !cues.stateOrgans.contains(lemma)
      && context.mention(at: noun) == nil && !Self.noTrades.contains(lemma)
      && !tree.children(noun, "amod", "compound").contains {
        Self.causes.contains(tree.lemma($0))
      }
  }

  /// "Germany's Bild newspaper": the name stands before the noun, the genitive before both.
  private func newspaper(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let tree = reader.tree
    guard tree.relation(bearer.token) == "compound", let noun = tree.head(bearer.token),
      noun > bearer.token, reader.context.lexicon.cues.companyNouns.contains(tree.lemma(noun)),
      tree.lemma(noun) != "agency"
    else { return [] }
    return tree.children(noun, "nmod:poss", "amod").filter { $0 < bearer.token }
      .flatMap { reader.states($0) }.filter { !bearer.span.overlaps($0.span) }
      .map { reader.candidate(bearer, "based_in", $0, "based in", trigger: [noun], rule: .company) }
  }

  /// A state's agency is part of it; a news agency is a company.
  private func isAgency(_ noun: Int, in tree: SentenceTree) -> Bool {
    tree.lemma(noun) == "agency"
      && !tree.children(noun, "compound").contains { tree.lemma($0) == "news" }
  }
}
