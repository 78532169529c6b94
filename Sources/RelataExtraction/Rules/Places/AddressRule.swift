import RelataCore
import RelataLanguage

extension Rule {
  static let address = Rule(
    "rule.address.v1", "a place and the bigger place after a comma",
    reads: [("A bomb exploded in Mosul, Iraq, on Friday.", "Mosul | located_in | Iraq")],
    not: [("Paris, London and Rome objected.", "Paris | located_in | London")])
}

/// A place and the bigger place after a comma: "Mosul, Iraq".
struct AddressRule: Proposer {
  let rules: [Rule] = [.address]

  func candidates(in context: SentenceContext) -> [Candidate] {
    let reader = PlaceReader(context)
    let tree = context.tree
    return reader.names.flatMap { inner in
      tree.children(inner.token, "nmod", "appos", "conj").filter {
        $0 > inner.token && isBeside($0, in: tree) && isAddress(inner.token, $0, in: context)
      }.flatMap { outer in
        reader.places(outer).compactMap {
          reader.located(inner, in: $0, trigger: [], rule: .address)
        }
      }
    }
  }

  /// Whether the second name hangs on the first without a word: the parser takes it for an apposition, for
  /// a phrase without a preposition or for a list without "and".
  private func isBeside(_ name: Int, in tree: SentenceTree) -> Bool {
    if tree.relation(name) == "nmod", ["in", "of"].contains(tree.preposition(name)) {
      return false
    }
    return tree.relation(name) == "appos" || tree.deprel(name) == "nmod:unmarked"
      || tree.relation(name) == "conj" && tree.children(name, "cc").isEmpty
  }

  private func isCountry(_ mention: Mention, in context: SentenceContext) -> Bool {
    mention.entity.flatMap(context.name).flatMap { CountryTable.shared.country(named: $0) } != nil
  }

  /// "Mosul, Iraq": two names with only a comma between, not part of a longer list.
  private func isAddress(_ head: Int, _ child: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    guard let mention = context.mention(at: head), let other = context.mention(at: child),
      let comma = tree.sentence.tokens.indices.first(where: {
        tree.token($0).span.start >= mention.span.end
      }), tree.form(comma) == ",", comma + 1 < tree.count,
      tree.token(comma + 1).span.start == other.span.start
    else { return false }
    // Of two countries one is not in the other: "Ghana, Serbia".
    if [mention, other].allSatisfy({ isCountry($0, in: context) }) { return false }
    return tree.children(head, "conj").allSatisfy { $0 == child } && tree.relation(head) != "conj"
  }
}
