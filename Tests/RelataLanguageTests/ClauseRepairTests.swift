import RelataCore
import RelataTestSupport
import Testing

@testable import RelataLanguage

/// What a parser joins wrongly is mended, and nothing else.
@Suite struct ClauseRepairTests {
  /// Words as "form/upos/xpos/head/deprel", heads from 1, 0 for the root.
  private func repaired(_ words: String) -> [String] {
    sentence(words).tokens.map { "\($0.form)→\($0.head + 1):\($0.deprel)" }
  }

  private func sentence(_ words: String) -> Sentence {
    let parts = words.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
    var offset = 0
    let tokens = parts.map { part in
      let span = Span(offset, offset + part[0].count)
      offset = span.end + 1
      return Token(
        span: span, form: part[0], lemma: part[0], upos: UPOS(rawValue: part[1]) ?? .x,
        xpos: part[2], head: (Int(part[3]) ?? 0) - 1, deprel: part[4])
    }
    return ClauseRepair.repaired(Sentence(span: Span(0, offset), tokens: tokens))
  }

  @Test func `a coordinated clause gets its subject back`() {
    let tree = repaired(
      "Kern/PROPN/NNP/2/nsubj heads/VERB/VBZ/0/root Karst/PROPN/NNP/2/obj and/CCONJ/CC/5/cc "
        + "Weiss/PROPN/NNP/1/conj runs/VERB/VBZ/2/conj Orlow/PROPN/NNP/6/obj")
    #expect(tree[4] == "Weiss→6:nsubj" && tree[3] == "and→6:cc" && tree[5] == "runs→2:conj")
  }

  @Test func `two subjects of one verb stay together`() {
    let words =
      "Kern/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Weiss/PROPN/NNP/1/conj run/VERB/VBP/0/root "
      + "Orlow/PROPN/NNP/4/obj"
    #expect(repaired(words)[2] == "Weiss→1:conj")
  }

  /// "Kern's late husband's brother left": the first mark hangs on the word behind it.
  @Test func `two genitives of one noun are a chain`() {
    let tree = repaired(
      "Kern/PROPN/NNP/6/nmod:poss 's/PART/POS/4/case late/ADJ/JJ/4/amod husband/NOUN/NN/6/nmod:poss "
        + "'s/PART/POS/4/case brother/NOUN/NN/7/nsubj left/VERB/VBD/0/root")
    #expect(tree[0] == "Kern→4:nmod:poss" && tree[1] == "'s→1:case")
    #expect(tree[3] == "husband→6:nmod:poss")
  }

  @Test func `a noun in ing with an object is a verb`() {
    let words =
      "Police/NOUN/NNS/2/nsubj charged/VERB/VBD/0/root Kern/PROPN/NNP/2/obj with/ADP/IN/5/case "
      + "bribing/NOUN/NN/2/obl Weiss/PROPN/NNP/5/obj"
    #expect(sentence(words).tokens[4].upos == .verb && sentence(words).tokens[4].xpos == "VBG")
    let noun = sentence(words.replacing("5/obj", with: "5/nmod"))
    #expect(noun.tokens[4].upos == .noun)
  }

  @Test func `a father-in-law is a kind of father`() {
    let words =
      "Kern/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case father/NOUN/NN/7/nmod -/PUNCT/HYPH/5/punct "
      + "in/ADP/IN/7/case -/PUNCT/HYPH/7/punct law/NOUN/NN/10/nsubj ,/PUNCT/,/9/punct "
      + "Dorn/PROPN/NNP/7/appos left/VERB/VBD/0/root"
    let tree = repaired(words)
    #expect(tree[2] == "father→10:nsubj" && tree[6] == "law→3:nmod" && tree[8] == "Dorn→3:appos")
    let other = repaired(words.replacing("father", with: "partner"))
    #expect(other[6] == "law→10:nsubj")
  }

  @Test func `a time between the commas of a description belongs to it`() {
    let words =
      "Kern/PROPN/NNP/8/nsubj ,/PUNCT/,/3/punct chairman/NOUN/NN/1/appos until/ADP/IN/5/case "
      + "2019/NUM/CD/8/obl ,/PUNCT/,/1/punct then/ADV/RB/8/advmod left/VERB/VBD/0/root"
    #expect(repaired(words)[4] == "2019→3:nmod")
    #expect(repaired(words.replacing("until/", with: "in/"))[4] == "2019→8:obl")
  }

  @Test func `objects joined by and stay objects`() {
    let words =
      "Kern/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Dorn/PROPN/NNP/2/obj and/CCONJ/CC/5/cc "
      + "Weiss/PROPN/NNP/3/conj and/CCONJ/CC/7/cc left/VERB/VBD/2/conj"
    #expect(repaired(words)[4] == "Weiss→3:conj")
  }

  @Test func `a second subject behind the verb is its object`() {
    let tree = repaired(
      "Kern/PROPN/NNP/2/nsubj paid/VERB/VBD/0/root Orlow/PROPN/NNP/2/nsubj")
    #expect(tree[2] == "Orlow→2:obj")
    let inverted = repaired("said/VERB/VBD/0/root Kern/PROPN/NNP/1/nsubj")
    #expect(inverted[1] == "Kern→1:nsubj")
  }

  /// "Kern, son of leader Weiss, fled": the son is no second subject, and the leader is his father.
  @Test func `a description between commas is no second subject`() {
    let tree = repaired(
      "Kern/PROPN/NNP/8/nsubj ,/PUNCT/,/3/punct son/NOUN/NN/8/nsubj of/ADP/IN/5/case "
        + "leader/NOUN/NN/1/appos Weiss/PROPN/NNP/5/flat ,/PUNCT/,/1/punct fled/VERB/VBD/0/root")
    #expect(tree[2] == "son→1:appos" && tree[4] == "leader→3:nmod" && tree[0] == "Kern→8:nsubj")
    let passive = repaired(
      "Kern/PROPN/NNP/7/nsubj:pass ,/PUNCT/,/4/punct the/DET/DT/4/det mayor/NOUN/NN/7/nsubj:pass "
        + ",/PUNCT/,/4/punct was/AUX/VBD/7/aux:pass arrested/VERB/VBN/0/root")
    #expect(passive[3] == "mayor→1:appos")
  }

  @Test func `subjects without a comma between them stay`() {
    let list = repaired(
      "Kern/PROPN/NNP/5/nsubj and/CCONJ/CC/3/cc friends/NOUN/NNS/5/nsubj often/ADV/RB/5/advmod "
        + "met/VERB/VBD/0/root")
    #expect(list[2] == "friends→5:nsubj")
    let joined = repaired(
      "Kern/PROPN/NNP/6/nsubj ,/PUNCT/,/3/punct friends/NOUN/NNS/6/nsubj and/CCONJ/CC/5/cc "
        + "Weiss/PROPN/NNP/3/conj met/VERB/VBD/0/root")
    #expect(joined[2] == "friends→6:nsubj")
  }

  @Test func `a genitive owns what stands behind it`() {
    let tree = repaired(
      "Kern/PROPN/NNP/4/nsubj 's/PART/POS/1/case firm/NOUN/NN/4/nsubj won/VERB/VBD/0/root")
    #expect(tree[0] == "Kern→3:nmod:poss")
  }

  @Test func `in a chain of genitives each owns the next`() {
    let tree = repaired(
      "Kern/PROPN/NNP/5/nmod:poss 's/PART/POS/1/case son/NOUN/NN/5/nmod:poss 's/PART/POS/3/case "
        + "wife/NOUN/NN/6/nsubj left/VERB/VBD/0/root")
    #expect(tree[0] == "Kern→3:nmod:poss" && tree[2] == "son→5:nmod:poss")
  }

  @Test func `a description in the singular belongs to the nearest name`() {
    let tree = repaired(
      "Kern/PROPN/NNP/8/nsubj and/CCONJ/CC/3/cc Weiss/PROPN/NNP/1/conj ,/PUNCT/,/6/punct "
        + "a/DET/DT/6/det citizen/NOUN/NN/1/appos ,/PUNCT/,/1/punct left/VERB/VBD/0/root")
    #expect(tree[5] == "citizen→3:appos")
    let plural = repaired(
      "Kern/PROPN/NNP/7/nsubj and/CCONJ/CC/3/cc Weiss/PROPN/NNP/1/conj ,/PUNCT/,/5/punct "
        + "citizens/NOUN/NNS/1/appos ,/PUNCT/,/1/punct left/VERB/VBD/0/root")
    #expect(plural[4] == "citizens→1:appos")
  }

  @Test func `an adjective with subject and object is a verb`() {
    let tokens = sentence("they/PRON/PRP/2/nsubj own/ADJ/JJ/0/root Orlow/PROPN/NNP/2/obj").tokens
    #expect(tokens[1].upos == .verb && tokens[1].xpos == "VBP")
    let predicate = sentence("they/PRON/PRP/3/nsubj are/AUX/VBP/3/cop rich/ADJ/JJ/0/root").tokens
    #expect(predicate[2].upos == .adj)
  }

  @Test func `an empty sentence stays empty`() { #expect(repaired("").isEmpty) }

  /// Whatever a parser made of the words, a tree stays a tree: what walks up from a word comes to an end.
  @Test(arguments: 0..<400)
  func `a repaired tree has no rings`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = [
      "Kern/PROPN/NNP", "Weiss/PROPN/NNP", "and/CCONJ/CC", "paid/VERB/VBD", "runs/VERB/VBZ",
      "'s/PART/POS", "brother/NOUN/NN", "-/PUNCT/HYPH", "in/ADP/IN", "law/NOUN/NN",
      "whose/PRON/WP$",
      ",/PUNCT/,", "2019/NUM/CD", "bribing/NOUN/NN", "own/ADJ/JJ", "late/ADJ/JJ", "her/PRON/PRP$",
      "chairman/NOUN/NN", "until/ADP/IN",
      "brother/NOUN/NN -/PUNCT/HYPH in/ADP/IN -/PUNCT/HYPH law/NOUN/NN",
    ]
    let relations = [
      "nsubj", "obj", "conj", "cc", "appos", "obl", "nmod:poss", "case", "acl", "acl:relcl", "amod",
      "punct", "compound", "nsubj:pass", "dep", "nmod",
    ]
    let chosen = (0..<Int.random(in: 3...9, using: &generator)).flatMap { _ in
      (words.randomElement(using: &generator) ?? "").split(separator: " ")
    }
    let count = chosen.count
    // Heads from the words that hang in the tree already, in an order of chance.
    let order = (1...count).shuffled(using: &generator)
    var heads = [Int](repeating: 0, count: count + 1)
    for (n, word) in order.enumerated() where n > 0 {
      heads[word] = order[Int.random(in: 0..<n, using: &generator)]
    }
    let text = (1...count).map { i in
      let relation = heads[i] == 0 ? "root" : relations.randomElement(using: &generator) ?? "dep"
      return "\(chosen[i - 1])/\(heads[i])/\(relation)"
    }
    let tokens = sentence(text.joined(separator: " ")).tokens
    for start in tokens.indices {
      var (word, steps) = (start, 0)
      while word >= 0, steps <= tokens.count {
        word = tokens[word].head
        steps += 1
      }
      #expect(word < 0, "\(text.joined(separator: " ")) walks in a ring from word \(start)")
    }
  }
}
