import RelataCore
import RelataLanguage

extension Rule {
  static let people = Rule(
    "rule.people.v1", "the people somebody belongs to",
    reads: [
      (
        "Shiite cleric Moqtada al-Sadr condemned the attack.",
        "Moqtada al-Sadr | member_of | Shiite"
      )
    ],
    not: [("Shiite leaders met Moqtada al-Sadr.", "Moqtada al-Sadr | member_of | Shiite")])

  static let party = Rule(
    "rule.party.v1", "the party of a person",
    trust: .stated(
      0.8,
      because: "as sure as a title before a name, of which it is one; no case in the training split"
    ),
    reads: [
      ("Republican John Warner resigned on Monday.", "John Warner | member_of | Republican")
    ],
    not: [("Republicans praised John Warner.", "John Warner | member_of | Republicans")])
}

/// The people or party somebody belongs to: "Shiite cleric Moqtada al-Sadr", "Republican John Warner".
struct PeopleRule: Proposer {
  let rules: [Rule] = [.people, .party]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = BelongingReader(context)
    return reader.bearers(.person).flatMap { peoples($0, reader) + party($0, reader) }
  }

  /// "the Yazidi officer Murad Khalaf".
  private func peoples(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let (context, tree) = (reader.context, reader.tree)
    guard let mention = context.mention(at: bearer.token) else { return [] }
    let start = mention.tokens.lowerBound
    return reader.descriptions(of: bearer.token).filter {
      // Right before the name, a comma or a title aside: nothing else may come between.
      start - $0 >= 1 && start - $0 <= 2 && context.lexicon.nouns[tree.lemma($0)] == nil
    }.flatMap { noun in
      tree.children(noun, "amod", "compound").filter { $0 < noun && noun - $0 <= 2 }.flatMap {
        child in
        reader.finder.single(child).filter { $0.type == .group && $0.reference == .name }.map {
          reader.candidate(
            bearer, "member_of", $0, "of", trigger: [child, noun], rule: .people)
        }
      }
    }
  }

  private static let parties: Set<String> = [
    "republican", "democrat", "democratic", "conservative", "labour", "labor", "liberal",
    "communist", "socialist", "green", "baathist", "islamist",
  ]

  private func party(_ bearer: Argument, _ reader: BelongingReader) -> [Candidate] {
    let (context, tree) = (reader.context, reader.tree)
    return tree.children(bearer.token, "amod", "compound", "nmod:desc")
      .filter { $0 < bearer.token }.flatMap { word in
        reader.finder.single(word).filter {
          $0.reference == .name && $0.type == .group
            && Self.parties.contains(context.words($0.span).lowercased())
        }.map {
          reader.candidate(bearer, "member_of", $0, "of", trigger: [word], rule: .party)
        }
      }
  }
}
