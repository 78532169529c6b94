import RelataCore
import Testing

@testable import RelataLanguage

@Suite struct SentenceTreeTests {
  /// A tree of lines "FORM UPOS HEAD DEPREL", heads counted from 1, 0 for the root.
  private func tree(_ rows: String...) -> SentenceTree {
    var start = 0
    let tokens = rows.map { row -> Token in
      let fields = row.split(separator: " ").map(String.init)
      defer { start += fields[0].unicodeScalars.count + 1 }
      return Token(
        span: Span(start, start + fields[0].unicodeScalars.count), form: fields[0],
        lemma: fields[0].lowercased(), upos: UPOS(rawValue: fields[1]) ?? .x, xpos: "",
        head: (Int(fields[2]) ?? 0) - 1, deprel: fields[3], spaceBefore: start > 0)
    }
    return SentenceTree(Sentence(span: Span(0, max(0, start - 1)), tokens: tokens))
  }

  /// "Kern met the old chair of Karst and Weiss yesterday".
  private var meeting: SentenceTree {
    tree(
      "Kern PROPN 2 nsubj", "met VERB 0 root", "the DET 5 det", "old ADJ 5 amod",
      "chair NOUN 2 obj", "of ADP 7 case", "Karst PROPN 5 nmod", "and CCONJ 9 cc",
      "Weiss PROPN 5 conj", "yesterday ADV 2 advmod")
  }

  @Test func headsAndChildrenAreTwoSidesOfOneRelation() {
    let tree = meeting
    #expect(tree.root == 1 && tree.head(1) == nil && tree.count == 10)
    for i in tree.tokens.indices {
      for child in tree.children(i) { #expect(tree.head(child) == i) }
      if let head = tree.head(i) { #expect(tree.children(head).contains(i)) }
    }
    #expect(tree.children(4) == [2, 3, 6, 8])
    #expect(tree.children(4, "amod", "nmod") == [3, 6])
    #expect(tree.children(4, "nsubj") == [])
  }

  @Test func aRelationIsAskedWithOrWithoutItsSubtype() {
    let tree = tree(
      "Kern PROPN 2 nsubj:pass", "fired VERB 0 root", "as SCONJ 4 case", "chair NOUN 2 obl")
    #expect(tree.relation(0) == "nsubj" && tree.deprel(0) == "nsubj:pass")
    #expect(tree.children(1, "nsubj") == [0] && tree.children(1, "nsubj:pass") == [0])
    #expect(tree.children(1, "nsubj:outer") == [])
  }

  @Test func waysGoUpToTheLowestCommonHeadAndDown() {
    let tree = meeting
    #expect(tree.way(from: 0, to: 6) == [0, 1, 4, 6])
    #expect(tree.way(from: 6, to: 8) == [6, 4, 8])
    #expect(tree.way(from: 6, to: 6) == [6])
    #expect(tree.way(from: 6, to: 1) == [6, 4, 1])
    for a in tree.tokens.indices {
      for b in tree.tokens.indices {
        #expect(tree.way(from: a, to: b) == tree.way(from: b, to: a).reversed())
      }
    }
  }

  @Test func aSubtreeIsInOrderAndSkipsWhatIsRefused() {
    let tree = meeting
    #expect(tree.subtree(4) == [2, 3, 4, 5, 6, 7, 8])
    #expect(tree.subtree(4) { tree.relation($0) != "conj" } == [2, 3, 4, 5, 6])
    #expect(tree.subtree(1).count == tree.count)
    #expect(tree.ancestors(5) == [6, 4, 1] && tree.ancestors(1) == [])
  }

  @Test func aCircleOfHeadsEnds() {
    let tree = tree("a X 2 dep", "b X 1 dep", "c X 0 root")
    #expect(tree.ancestors(0).count <= tree.count + 1)
    #expect(tree.head(2) == nil)
    let alone = self.tree("a X 1 root")
    #expect(alone.head(0) == nil && alone.root == 0)
  }

  @Test func aNominalIsWithoutWhatOnlyHangsOnIt() {
    let tree = meeting
    // "the old chair of Karst", not "and Weiss".
    #expect(tree.nominalSpan(4) == Span(9, 31))
    #expect(tree.preposition(6) == "of" && tree.preposition(4) == "")
    #expect(tree.span([]) == nil)
    #expect(tree.span([6, 4]) == Span(tree.token(4).span.start, tree.token(6).span.end))
  }

  @Test func aPrepositionMayBeSeveralWords() {
    let tree = tree("according ADP 3 case", "to ADP 1 fixed", "Kern PROPN 0 root")
    #expect(tree.preposition(2) == "according to")
  }

  @Test func rolesAreGivenUpOrStillToCome() {
    let left = tree(
      "Kern PROPN 2 nsubj", "resign VERB 0 root", "as SCONJ 4 case", "chair NOUN 2 obl")
    #expect(left.isGivenUp(3))
    let works = tree(
      "Kern PROPN 2 nsubj", "work VERB 0 root", "as SCONJ 4 case", "chair NOUN 2 obl")
    #expect(!works.isGivenUp(3) && !works.isGivenUp(1))
    let from = tree(
      "Kern PROPN 2 nsubj", "resign VERB 0 root", "from ADP 4 case", "Karst PROPN 2 obl")
    #expect(!from.isGivenUp(3))
    #expect(tree("president-elect NOUN 0 root").isElect(0))
    #expect(tree("president NOUN 3 compound", "- PUNCT 3 punct", "elect ADJ 0 root").isElect(0))
    #expect(tree("president NOUN 3 compound", "- PUNCT 3 punct", "elect ADJ 0 root").isElect(2))
    #expect(!tree("vice-president NOUN 0 root").isElect(0))
    #expect(!tree("president NOUN 0 root", "elect ADJ 1 amod").isElect(0))
  }

  @Test func titlesAndAppositionsDescribeAName() {
    let tree = tree(
      "President NOUN 2 nmod:desc", "Kern PROPN 0 root", ", PUNCT 4 punct", "owner NOUN 2 appos",
      "and CCONJ 6 cc", "Weiss PROPN 2 conj")
    #expect(tree.describes(0, 1) && tree.describes(3, 1))
    #expect(!tree.describes(0, 5) && !tree.describes(5, 1))
  }
}
