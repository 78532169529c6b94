import RelataCore
import RelataLanguage

/// Reads lines that bars or tabs divide into cells, under a line that says what stands in each column.
///
/// "Company | Owner" over "Karst Bank | Milo Hartwell": each row relates the names of its labelled cells to the one
/// in the column that names what the rows are about. A table without such a line says nothing.
struct TableReader {
  let layout: LineLayout
  private let labels: LabelReader

  init(_ layout: LineLayout) {
    self.layout = layout
    labels = LabelReader(layout: layout)
  }

  /// What the tables of a document say.
  struct Reading {
    /// With the sentences they belong to, in order of the text.
    var candidates: [(sentence: Int, candidate: Candidate)] = []
    /// The cell of every word of a table.
    var cells: [LineLayout.Word: Int] = [:]
  }

  /// Reads all tables: lines that follow one another and are divided into as many cells.
  func read() -> Reading {
    var reading = Reading()
    var i = 0
    while i < layout.lines.count {
      let head = cells(of: layout.lines[i])
      var end = i + 1
      var rows: [[[LineLayout.Word]]] = []
      while head.count > 1, end < layout.lines.count, !layout.lines[end].startsBlock {
        let row = cells(of: layout.lines[end])
        if row.count != head.count, !isRule(layout.lines[end]) { break }
        if row.count == head.count { rows.append(row) }
        end += 1
      }
      for row in rows.isEmpty ? [] : [head] + rows {
        for (n, cell) in row.enumerated() { for word in cell { reading.cells[word] = n } }
      }
      if let columns = columns(head, rows) {
        for row in rows { reading.candidates += candidates(in: row, columns) }
      }
      i = rows.isEmpty ? i + 1 : end
    }
    return reading
  }

  private struct Columns {
    var subject: Int
    /// The second column that names something: the firm that those of the first one have posts in.
    var body: Int?
    var post: Int?
    var labels: [(column: Int, reading: LabelReader.Reading)]
  }

  /// What the columns hold; nil where the first line does not say it.
  private func columns(
    _ head: [[LineLayout.Word]], _ rows: [[[LineLayout.Word]]]
  ) -> Columns? {
    let readings = head.map { labels.reading(of: $0) }
    // What names somebody is a row, not a head.
    guard !rows.isEmpty,
      readings.indices.allSatisfy({ i in
        readings[i].map { $0.subject == nil } ?? layout.names(in: head[i]).isEmpty
      })
    else { return nil }
    let subjects = readings.indices.filter { readings[$0]?.label == .subject }
    let post = readings.indices.first { readings[$0]?.label == .post }
    let related = readings.indices.compactMap { i in
      readings[i].flatMap { $0.relates ? (column: i, reading: $0) : nil }
    }
    guard post != nil || !related.isEmpty else { return nil }
    let unlabelled = readings.indices.filter { i in
      readings[i] == nil && rows.allSatisfy { !layout.leadingNames(in: $0[i]).names.isEmpty }
    }
    guard let subject = subjects.first ?? unlabelled.first else { return nil }
    return Columns(
      subject: subject, body: subjects.dropFirst().first, post: post, labels: related)
  }

  private func candidates(
    in row: [[LineLayout.Word]], _ columns: Columns
  ) -> [(sentence: Int, candidate: Candidate)] {
    guard let subject = layout.leadingNames(in: row[columns.subject]).names.first else { return [] }
    var found: [(Int, Candidate)] = []
    for (column, reading) in columns.labels {
      for value in layout.leadingNames(in: row[column]).names {
        if let made = labels.candidate(reading, value: value, subject: subject, rule: .tableRow) {
          found.append((value.sentence, made))
        }
      }
    }
    if let post = columns.post, let body = columns.body,
      let role = labels.reading(of: row[post]), role.role != nil,
      let other = layout.leadingNames(in: row[body]).names.first,
      let made = labels.candidate(role, value: subject, subject: other, rule: .tableRow)
    {
      found.append((subject.sentence, made))
    }
    return found
  }

  /// The cells of a line, one for a line that nothing divides; bars at its edges divide nothing.
  private func cells(of line: LineLayout.Line) -> [[LineLayout.Word]] {
    var cells: [[LineLayout.Word]] = [[]]
    var last: Span?
    for word in line.words {
      let isBar = layout.form(word) == "|"
      let span = layout.span(word)
      if isBar || last.map({ layout.hasTab(between: $0.end, and: span.start, of: word) }) == true {
        cells.append([])
      }
      if !isBar { cells[cells.count - 1].append(word) }
      last = isBar ? nil : span
    }
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  /// A line that only draws a line: "|---|---|".
  private func isRule(_ line: LineLayout.Line) -> Bool {
    line.words.allSatisfy { word in
      layout.form(word).allSatisfy { "|-:=+–—".contains($0) }
    }
  }
}
