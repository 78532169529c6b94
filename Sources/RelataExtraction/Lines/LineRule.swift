import RelataCore
import RelataLanguage

extension Rule {
  static let tableRow = Rule(
    "rule.table.v1", "a row of a table under its head",
    trust: .stated(0.88, because: "the training articles are printed without line breaks"),
    reads: [
      ("Company | Owner\nKarst Bank | Milo Hartwell", "Milo Hartwell | owns | Karst Bank")
    ],
    not: [("Company | Auditor's fee\nKarst Bank | $2 million", "Milo Hartwell | owns | Karst Bank")]
  )

  static let labelled = Rule(
    "rule.label.v1", "a label before a name",
    trust: .stated(0.88, because: "the training articles are printed without line breaks"),
    reads: [
      ("Company: Karst Bank\nOwner: Milo Hartwell", "Milo Hartwell | owns | Karst Bank"),
      (
        "Directors of Karst Bank:\n- Anna Kern\n- Milo Hartwell",
        "Anna Kern | member_of | Karst Bank"
      ),
    ],
    not: [("Company: Karst Bank\nPhoto: Milo Hartwell", "Milo Hartwell | owns | Karst Bank")])
}

/// What lines say that are no prose: tables, labelled lines, lists.
///
/// Such lines are read once a document, by `LineReader`, for what one says is understood from the others; the rule
/// hands each sentence its share.
struct LineRule: Proposer {
  let rules: [Rule] = [.tableRow, .labelled]

  func candidates(in context: SentenceContext) -> [Candidate] { context.lines }
}

/// Reads the lines of a document that are no prose.
enum LineReader {
  /// Gives each sentence what its line says in the light of the others.
  ///
  /// - Parameter contexts: All sentences of a document in order.
  static func read(_ contexts: inout [SentenceContext]) {
    let layout = LineLayout(contexts)
    let tables = TableReader(layout).read()
    for (sentence, candidate) in tables.candidates + LabelledLines(layout).candidates() {
      contexts[sentence].lines.append(candidate)
    }
    for (word, cell) in tables.cells {
      if contexts[word.sentence].cells == nil {
        contexts[word.sentence].cells = Array(
          repeating: -1, count: contexts[word.sentence].tree.count)
      }
      contexts[word.sentence].cells?[word.token] = cell
    }
    for (question, found) in AnsweredQuestions(contexts: contexts, layout: layout).all() {
      contexts[question].answer = found.answer
      contexts[question].references.merge(found.references) { _, answered in answered }
    }
  }
}
