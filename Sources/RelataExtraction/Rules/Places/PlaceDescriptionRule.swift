import RelataCore
import RelataLanguage

extension Rule {
  static let placeDescription = Rule(
    "rule.place-description.v1", "a place described by the bigger one",
    reads: [
      (
        "He is in a safe house in the Tajik capital of Dushanbe.",
        "Dushanbe | located_in | Tajikistan"
      )
    ],
    not: [("The capital of Iraq is far from Dushanbe.", "Dushanbe | located_in | Iraq")])
}

/// A place described by the bigger one: "the Tajik capital, Dushanbe", "Iraq's Anbar province".
struct PlaceDescriptionRule: Proposer {
  let rules: [Rule] = [.placeDescription]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = PlaceReader(context)
    return reader.names.flatMap { inner in
      outer(of: inner, reader).compactMap { place, noun in
        reader.located(inner, in: place, trigger: [noun], rule: .placeDescription)
      }
    }
  }

  private func outer(of inner: Argument, _ reader: PlaceReader) -> [(Argument, Int)] {
    let tree = reader.tree
    let head = inner.token
    var found = tree.children(head, "appos").filter { $0 > head }
      .flatMap { description($0, reader, allowsPhrase: true) }
    // "in the Tajik capital of Dushanbe", "Iraq's Anbar province": the description holds the name.
    if let noun = tree.head(head), isDescription(noun, of: head, in: reader.context) {
      let isPhrase = tree.deprel(head) == "nmod"
      found += description(noun, reader, allowsPhrase: !isPhrase && noun < head)
    }
    return found
  }

  private func isDescription(_ noun: Int, of name: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    guard context.lexicon.cues.placeNouns.contains(tree.lemma(noun)),
      context.mention(at: noun) == nil || context.headToken(ofMentionAt: noun) == name
    else { return false }
    switch tree.deprel(name) {
    case "appos", "compound", "flat": return true
    case "nmod": return tree.preposition(name) == "of"
    default: return false
    }
  }

  /// The bigger place in a description such as "the Tajik capital" or "a province in southern Iraq".
  private func description(
    _ noun: Int, _ reader: PlaceReader, allowsPhrase: Bool
  ) -> [(Argument, Int)] {
    let (context, tree) = (reader.context, reader.tree)
    guard context.lexicon.cues.placeNouns.contains(tree.lemma(noun)),
      context.mention(at: noun)?.entity == nil
    else { return [] }
    return tree.children(noun, "nmod:poss", "amod", "compound", "nmod").filter { child in
      guard tree.deprel(child) == "nmod" else { return true }
      let preposition = tree.preposition(child)
      return preposition == "in" || (preposition == "of" && allowsPhrase)
    }.flatMap { reader.places($0).map { ($0, noun) } }
  }
}
