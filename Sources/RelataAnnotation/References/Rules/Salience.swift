import RelataCore
import RelataLanguage

/// An entity where a sentence names it or refers to it, and how much in view it is there.
///
/// Salience follows the order subject, object, other of centering theory (Grosz, Joshi & Weinstein 1995).
struct Salient {
  var entity: EntityID
  /// 0 subject of the main clause, 1 other subject or agent, 2 object, 3 the rest.
  var rank: Int
  var token: Int

  init(_ entity: EntityID, at token: Int, in tree: SentenceTree) {
    self.entity = entity
    self.token = token
    rank = Self.rank(of: token, in: tree)
  }

  static func rank(of token: Int, in tree: SentenceTree) -> Int {
    var i = token
    // Names beside a description stand where the description stands.
    while ["conj", "flat", "appos"].contains(tree.relation(i)) || tree.deprel(i) == "nmod:desc",
      let head = tree.head(i)
    {
      i = head
    }
    switch tree.deprel(i) {
    case "nsubj", "nsubj:pass":
      guard let verb = tree.head(i) else { return 0 }
      return tree.relation(verb) == "root" || verb == tree.root ? 0 : 1
    case "obl:agent": return 1
    case "obj", "iobj": return 2
    case "root": return 0
    default: return 3
    }
  }
}

/// What a reference rule looks at: the sentence, who is in view in it, and who was before.
struct ReferenceContext {
  let tree: SentenceTree
  let types: [EntityID: EntityType]
  /// Entities named or referred to in the sentence so far; those behind the word in question included.
  var here: [Salient]
  /// Those of the sentences before, nearest last, each the most salient first.
  var history: [[Salient]]
  /// Unnamed people in the sentence, and in those of ``history``.
  var strangers: [Stranger] = []
  var earlierStrangers: [[Stranger]] = []
  /// The named speaker of each quoted word, and which words are quoted.
  var speakers: [Int: EntityID] = [:]
  var quoted: [Bool] = []
  let people: DescribedPeople
  /// The sexes of the people spoken of so far, where known.
  var known: Set<Gender> = []

  func isSpokenOf(_ sex: Gender) -> Bool { known.contains(sex) }

  func isPerson(_ salient: Salient) -> Bool { types[salient.entity] == .person }

  func isObject(_ i: Int) -> Bool { ["obj", "iobj", "obl"].contains(tree.relation(i)) }

  func governingVerb(_ i: Int) -> Int? {
    tree.ancestors(i).first { tree.token($0).upos == .verb }
  }

  /// Whether a personal pronoun can mean somebody: of his sex, and not the one who says it.
  func mayMean(_ pronoun: Int, _ person: EntityID) -> Bool {
    if speakers[pronoun] == person { return false }
    guard let own = gender(ofPronoun: pronoun), let other = people.gender(of: person) else {
      return true
    }
    return own == other
  }

  func gender(ofPronoun i: Int) -> Gender? { Gender(pronoun: tree.form(i)) }

  /// "Omar, they paid him": who is spoken to is not spoken of.
  func isAddressed(_ i: Int) -> Bool { tree.relation(i) == "vocative" }
}
