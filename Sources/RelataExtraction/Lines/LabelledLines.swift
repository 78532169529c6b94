import RelataCore
import RelataLanguage

/// Reads lines that begin with a label, and lists under one.
///
/// "Owner: Milo Hartwell" below "Karst Bank"; "Name: …", "Company: …" in neighbouring lines; "Directors of Karst
/// Bank:" over a line each. Whom the lines are about is said by the label itself, by a neighbouring line, or by the
/// line before, if that is a name and nothing else; otherwise nothing is read.
struct LabelledLines {
  let layout: LineLayout
  private let labels: LabelReader

  init(_ layout: LineLayout) {
    self.layout = layout
    labels = LabelReader(layout: layout)
  }

  /// A line with a label.
  private struct Labelled {
    var reading: LabelReader.Reading
    /// The words behind the colon; none for the head of a list.
    var value: [LineLayout.Word]
    /// Values in lines of their own below the label.
    var definitions: [[LineLayout.Word]] = []
    /// How many lines it takes.
    var length: Int { 1 + definitions.count }
  }

  /// The candidates with the sentences they belong to, in order of the text.
  func candidates() -> [(sentence: Int, candidate: Candidate)] {
    var found: [(Int, Candidate)] = []
    var heading: LineLayout.Name?
    var i = 0
    while i < layout.lines.count {
      let block = block(from: i)
      if block.isEmpty {
        heading = title(layout.lines[i])
        i += 1
        continue
      }
      let subjects = block.filter { $0.reading.label == .subject }.compactMap {
        layout.leadingNames(in: $0.definitions.first ?? $0.value).names.first
      }
      let about = subjects.isEmpty ? heading.map { [$0] } ?? [] : subjects
      for line in block {
        for value in line.definitions + [line.value] where !value.isEmpty {
          found += related(line, value, about)
        }
      }
      i += block.reduce(0) { $0 + $1.length }
      if let head = block.last, head.value.isEmpty, head.definitions.isEmpty {
        let items = items(from: i)
        let subject = head.reading.subject ?? about.first
        if let subject { found += listed(items, under: head.reading, subject) }
        i += items.count
      }
    }
    return found
  }

  /// The labelled lines that follow one another from a line on; the head of a list ends them.
  private func block(from start: Int) -> [Labelled] {
    var found: [Labelled] = []
    var i = start
    while i < layout.lines.count {
      let line = layout.lines[i]
      if !found.isEmpty, line.startsBlock { break }
      guard let labelled = term(line, at: i) ?? labelled(line) ?? heading(line, at: i) else {
        break
      }
      found.append(labelled)
      i += labelled.length
      if labelled.value.isEmpty, labelled.definitions.isEmpty { break }
    }
    return found
  }

  /// "Owner" as a term over "Milo Hartwell", which explains it.
  private func term(_ line: LineLayout.Line, at index: Int) -> Labelled? {
    guard line.kind == .term, let reading = labels.reading(of: line.words) else { return nil }
    let below = layout.lines[(index + 1)...].prefix { $0.kind == .definition }
    guard !below.isEmpty else { return nil }
    return Labelled(reading: reading, value: [], definitions: below.map(\.words))
  }

  private func labelled(_ line: LineLayout.Line) -> Labelled? {
    let words = layout.content(of: line)
    guard let colon = words.prefix(12).firstIndex(where: { layout.form($0) == ":" }), colon > 0,
      let reading = labels.reading(of: Array(words[..<colon]))
    else { return nil }
    let value = Array(words[(colon + 1)...])
    guard !value.isEmpty || reading.relates else { return nil }
    return Labelled(reading: reading, value: value)
  }

  /// "Shareholders of Delta Gas" over a list, without a colon: only where it names whom the list is about.
  private func heading(_ line: LineLayout.Line, at index: Int) -> Labelled? {
    guard index + 1 < layout.lines.count, layout.isItem(layout.lines[index + 1]),
      !layout.isItem(line), let reading = labels.reading(of: line.words), reading.relates,
      reading.subject != nil
    else { return nil }
    return Labelled(reading: reading, value: [])
  }

  /// A line that is a name and nothing else.
  private func title(_ line: LineLayout.Line) -> LineLayout.Name? {
    var words = line.words
    while let first = words.first, layout.form(first) == "#" { words.removeFirst() }
    if let last = words.last, layout.form(last) == ":" { words.removeLast() }
    let (names, end) = layout.leadingNames(in: words)
    return names.count == 1 && end == words.count ? names[0] : nil
  }

  private func related(
    _ line: Labelled, _ value: [LineLayout.Word], _ about: [LineLayout.Name]
  ) -> [(sentence: Int, candidate: Candidate)] {
    guard line.reading.relates else { return [] }
    let subjects = line.reading.subject.map { [$0] } ?? about
    return layout.leadingNames(in: value).names.compactMap { value in
      // Of several that the lines are about, the first that can have the part.
      subjects.lazy.compactMap { subject in
        labels.candidate(line.reading, value: value, subject: subject, rule: .labelled)
          .map { (value.sentence, $0) }
      }.first
    }
  }

  /// The lines of a list from a line on: with a mark, or with a name before everything else.
  private func items(from start: Int) -> [LineLayout.Line] {
    var found: [LineLayout.Line] = []
    guard start < layout.lines.count else { return [] }
    let isMarked = layout.isItem(layout.lines[start])
    for line in layout.lines[start...] {
      if line.startsBlock, !found.isEmpty { break }
      guard isMarked ? layout.isItem(line) : isBareItem(line) else { break }
      found.append(line)
    }
    return found
  }

  private func isBareItem(_ line: LineLayout.Line) -> Bool {
    let (names, end) = layout.leadingNames(in: line.words)
    guard names.count == 1 else { return false }
    return end == line.words.count
      || [",", "(", "–", "—", "-"].contains(layout.form(line.words[end]))
  }

  private func listed(
    _ items: [LineLayout.Line], under head: LabelReader.Reading, _ subject: LineLayout.Name
  ) -> [(sentence: Int, candidate: Candidate)] {
    items.compactMap { item in
      let words = layout.content(of: item)
      let (names, end) = layout.leadingNames(in: words)
      guard names.count == 1, let name = names.first else { return nil }
      let own = role(in: words, behind: end)
      guard
        let made = own.flatMap({
          labels.candidate($0, value: name, subject: subject, rule: .labelled)
        }) ?? labels.candidate(head, value: name, subject: subject, rule: .labelled)
      else { return nil }
      return (name.sentence, made)
    }
  }

  /// "Anna Kern, chair": the role that an item gives itself, unless it is one elsewhere ("chair of Delta Gas").
  private func role(in words: [LineLayout.Word], behind end: Int) -> LabelReader.Reading? {
    guard end + 1 < words.count, [",", "–", "—", "-", "(", ":"].contains(layout.form(words[end]))
    else { return nil }
    let rest = words[(end + 1)...]
    let stop = rest.firstIndex { [",", ";", ")", "."].contains(layout.form($0)) } ?? rest.endIndex
    let role = Array(rest[..<stop])
    guard layout.names(in: role).isEmpty, let reading = labels.reading(of: role),
      reading.role != nil
    else { return nil }
    return reading
  }
}
