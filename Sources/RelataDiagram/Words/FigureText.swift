import RelataCore
import RelataGraph

/// The words around a figure: its title, its description and where it comes from.
struct FigureText {
  let title: String
  /// "Sources: …", empty without evidence.
  let sourceLine: String
  /// "Shown: …", with what was left out.
  let scopeLine: String
  /// Two to four sentences for those who cannot see the figure.
  let description: String
  /// One sentence that stands for the figure.
  let alternative: String

  init(
    _ selection: DiagramSelection, graph: KnowledgeGraph, words: DiagramWords,
    options: DiagramOptions, notes: [String]
  ) {
    let focus = selection.focus.map { words.name(of: $0) }
    let given = options.title.map { DisplayText.clipped($0, to: 300) } ?? ""
    let what =
      given.isEmpty ? Self.title(focus: focus, isPath: selection.isPath, of: selection.part) : given
    title = selection.part.map { "\(what) (\($0.number) of \($0.total))" } ?? what
    let drawn = selection.drawnRelations
    let counts =
      Self.count(selection.nodes.count, "entity", "entities") + ", "
      + Self.count(drawn.count, "relation", "relations")
    let articles = Self.articles(drawn)
    sourceLine = Self.sourceLine(drawn)
    var scope = ["Shown: \(counts)."]
    let filters = options.filterWords(schema: graph.schema)
    if !filters.isEmpty { scope.append("Filter: " + filters.joined(separator: "; ") + ".") }
    if !selection.removalWords.isEmpty {
      scope.append("Left out: " + selection.removalWords.joined(separator: "; ") + ".")
    }
    if selection.exceedsPrint {
      scope.append("Lines away from the middle say their words when pointed at.")
    }
    scope += notes.map { DisplayText.clean($0) }
    scopeLine = scope.joined(separator: " ")
    var sentences = ["Relationship diagram of \(counts), from \(articles)."]
    if drawn.isEmpty { sentences = ["Relationship diagram of \(counts)."] }
    if !focus.isEmpty {
      let chosen = selection.isAutomaticFocus ? ", the best connected entity" : ""
      sentences.append(
        selection.isPath
          ? "Shortest chains of evidence from \(focus.joined(separator: " to "))."
          : "In the middle: \(focus.joined(separator: ", "))\(chosen).")
    }
    sentences += scope.dropFirst()
    sentences.append(
      "Each line names its relation; the same is listed as text wherever this figure is.")
    description = sentences.joined(separator: " ")
    alternative = "Diagram: \(title) (\(counts))"
  }

  private static func title(
    focus: [String], isPath: Bool, of part: DiagramSelection.Part?
  ) -> String {
    if isPath, focus.count == 2 { return "From \(focus[0]) to \(focus[1]), and who says so" }
    return switch focus.count {
    case 0 where part != nil: "Other ties, and who says so"
    case 0: "Who is tied to whom, and who says so"
    case 1: "\(focus[0]): ties, and who says so"
    case 2: "\(focus[0]) and \(focus[1]): ties, and who says so"
    default: "\(focus[0]), \(focus[1]) and \(focus.count - 2) more: ties, and who says so"
    }
  }

  /// "Sources: 5 articles from The Daily Post; 2024-03-01 to 2024-03-03."; empty without relations.
  static func sourceLine(_ relations: [Relation]) -> String {
    guard !relations.isEmpty else { return "" }
    let dates = dates(relations)
    return "Sources: \(articles(relations)) from \(sources(relations))"
      + (dates.isEmpty ? "" : "; \(dates)") + "."
  }

  private static func articles(_ relations: [Relation]) -> String {
    count(Set(relations.flatMap { $0.evidence.map(\.document) }).count, "article", "articles")
  }

  private static func sources(_ relations: [Relation]) -> String {
    var counts: [String: Int] = [:]
    for record in Set(
      relations.flatMap { $0.evidence.map { [DisplayText.key($0.source), $0.document.rawValue] } }
    ) {
      counts[DisplayText.clipped(record[0], to: DiagramWords.nameLimit), default: 0] += 1
    }
    let names = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { DisplayText.shorten($0.key, to: 40) }
    guard names.count > 4 else { return names.joined(separator: ", ") }
    return names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more sources"
  }

  private static func dates(_ relations: [Relation]) -> String {
    let days = relations.flatMap { $0.evidence.compactMap(\.published) }
      .map { String($0.prefix(10)) }.filter(isDate)
    guard let first = days.min(), let last = days.max() else { return "" }
    return first == last ? first : "\(first) to \(last)"
  }

  /// Whether it is a year, month or day of ISO 8601.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count <= 3 && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
      && parts.enumerated().allSatisfy { $0.element.utf8.count == ($0.offset == 0 ? 4 : 2) }
  }

  static func count(_ n: Int, _ one: String, _ many: String) -> String {
    "\(n) \(n == 1 ? one : many)"
  }
}
