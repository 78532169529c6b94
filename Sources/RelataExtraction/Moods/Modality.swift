import RelataCore
import RelataLanguage

/// Words and constructions that make a clause a plan, a condition, a possibility or a question.
struct Modality: Sendable {
  let tree: SentenceTree
  let cues: CueWords

  /// What the last auxiliary that says so makes of a verb: "will" a plan, "may" a possibility.
  ///
  /// In "is going to meet" the verb hangs below "go".
  func auxiliary(of token: Int) -> (status: AssertionStatus, token: Int)? {
    var found: (AssertionStatus, Int)?
    for child in tree.children(token, "aux") {
      let word = tree.form(child).lowercased()
      if cues.futureAuxiliaries.contains(word) || tree.lemma(child) == "will" && word != "would" {
        found = (.planned, child)
      } else if cues.modalAuxiliaries.contains(word) {
        found = (.hypothetical, child)
      }
    }
    return found
  }

  /// "is to meet", "visits Norway later this week", "a trip next month": what lies ahead is planned.
  func futureWord(of token: Int) -> Int? {
    let isVerb = tree.token(token).upos == .verb
    if isVerb, let be = tree.children(token, "aux", "cop").first(where: { tree.lemma($0) == "be" }),
      let to = tree.children(token, "mark", "aux").first(where: {
        tree.form($0).lowercased() == "to"
      }),
      be < to, to < token
    {
      return to
    }
    let past: Set<String> = ["VBD", "VBN"]
    guard isVerb || tree.token(token).upos == .noun, !past.contains(tree.token(token).xpos) else {
      return nil
    }
    return tree.children(token, "obl", "nmod", "advmod").first { child in
      guard child > token else { return false }
      let words = tree.subtree(child) { tree.relation($0) != "acl" }.map {
        tree.form($0).lowercased()
      }
      return words == ["tomorrow"] || words.starts(with: ["later", "this"])
        || words.first == "next" && words.count == 2
    }
  }

  /// The subordinator that makes a clause a condition: "if", "unless", "whether".
  func conditionMark(of token: Int) -> Int? {
    tree.children(token, "mark").first { cues.conditional.contains(tree.form($0).lowercased()) }
  }

  /// "are due to sign", where the parser took "due to" for a subordinator.
  func isDue(_ token: Int) -> Bool {
    tree.children(token, "mark", "aux").contains { tree.form($0).lowercased() == "due" }
  }

  /// "Had they known", "Should they agree": the auxiliary opens the clause, and nothing is asked.
  func isInvertedCondition(_ token: Int) -> Bool {
    guard tree.form(tree.count - 1) != "?",
      let subject = tree.children(token, "nsubj", "nsubj:pass").first,
      let auxiliary = tree.children(token, "aux", "aux:pass", "cop").first, auxiliary < subject,
      ["had", "were", "should"].contains(tree.form(auxiliary).lowercased())
    else { return false }
    return auxiliary == 0 || tree.token(auxiliary - 1).upos == .punct
  }

  /// "It would be foolish for Botswana to attack": judged, not done.
  func isMerelyJudged(_ token: Int) -> Bool {
    guard let head = tree.head(token), tree.token(head).upos == .adj else { return false }
    let marks = tree.children(token, "mark").map { tree.form($0).lowercased() }
    return marks.contains("for") && marks.contains("to")
  }

  /// The mark that makes the whole sentence a question, also inside a closing quotation mark.
  var questionMark: Int? {
    tree.tokens.indices.suffix(2).last { tree.form($0) == "?" }
  }
}
