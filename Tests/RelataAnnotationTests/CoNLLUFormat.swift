import Foundation

/// The rules of levels 1 and 2 of the UD project's validator (universaldependencies.org/validation-rules.html)
/// that hold for every language, as a list of what a text breaks.
struct CoNLLUFormat {
  private(set) var problems: [String] = []
  private(set) var sentences = 0
  private(set) var wholes = 0
  private var ids: Set<String> = []

  init(_ text: String) {
    if text.isEmpty { return }
    if !text.hasSuffix("\n\n") { problems.append("no blank line behind the last sentence") }
    if text.contains("\r") { problems.append("a carriage return") }
    if !text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    {
      problems.append("not composed (NFC)")
    }
    var lines: [[String]] = [[]]
    // By scalars: a letter with marks that begins a column must not swallow the tab before it.
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { lines.append([]) } else { lines[lines.count - 1].append(String(line)) }
    }
    if lines.count < 2 || !lines[lines.count - 1].isEmpty || !lines[lines.count - 2].isEmpty {
      problems.append("the text does not end after its last sentence")
    }
    for block in lines.dropLast(2) { check(block) }
  }

  private mutating func check(_ lines: [String]) {
    sentences += 1
    if lines.isEmpty { problems.append("an empty sentence") }
    let comments = lines.prefix { $0.hasPrefix("#") }
    let rows = lines.dropFirst(comments.count).map { line in
      line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    if rows.isEmpty { problems.append("a sentence without words") }
    for row in rows { check(columns: row) }
    guard problems.isEmpty else { return }
    checkNumbers(rows)
    checkTree(rows.filter { !$0[0].contains("-") })
    checkComments(Array(comments), rows)
  }

  private mutating func check(columns: [String]) {
    guard columns.count == 10 else {
      problems.append("\(columns.count) columns in \(columns)")
      return
    }
    for (i, column) in columns.enumerated() {
      if column.isEmpty { problems.append("column \(i + 1) of \(columns[0]) is empty") }
      let spaces = column.unicodeScalars.filter(\.properties.isWhitespace)
      if !spaces.isEmpty { problems.append("white space in column \(i + 1): “\(column)”") }
    }
    if columns[0].contains("-") {
      wholes += 1
      for i in 2..<9 where columns[i] != "_" {
        problems.append("\(columns[0]) has column \(i + 1)")
      }
      if !["_", "SpaceAfter=No"].contains(columns[9]) {
        problems.append("\(columns[9]) of a whole")
      }
      return
    }
    let tags = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
    if !tags.split(separator: " ").contains(Substring(columns[3])) {
      problems.append("\(columns[3]) is no part of speech")
    }
    if columns[7].wholeMatch(of: #/[a-z]+(:[a-z]+)?/#) == nil {
      problems.append("\(columns[7]) is no relation")
    }
    if columns[5] != "_" || columns[8] != "_" { problems.append("features or enhanced relations") }
    var keys: Set<Substring> = []
    for item in columns[9].split(separator: "|", omittingEmptySubsequences: false) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count != 2 || parts.contains("") || !keys.insert(parts[0]).inserted {
        problems.append("MISC “\(columns[9])”")
      }
      if parts[0] == "SpaceAfter", parts.last != "No" { problems.append("\(item)") }
    }
  }

  private mutating func checkNumbers(_ rows: [[String]]) {
    var next = 1
    var end = 0
    for row in rows {
      if let dash = row[0].firstIndex(of: "-") {
        let first = Int(row[0][..<dash]) ?? 0
        let last = Int(row[0][row[0].index(after: dash)...]) ?? 0
        if first != next || last <= first || first <= end { problems.append("range \(row[0])") }
        end = last
        continue
      }
      if Int(row[0]) != next { problems.append("number \(row[0]) in place of \(next)") }
      if next <= end, row[9].contains("SpaceAfter") { problems.append("SpaceAfter inside a whole") }
      next += 1
    }
    if end >= next { problems.append("a range beyond the last word") }
  }

  private mutating func checkTree(_ words: [[String]]) {
    let heads = words.map { Int($0[6]) ?? -1 }
    if heads.count(where: { $0 == 0 }) != 1 { problems.append("roots: \(heads)") }
    for (i, head) in heads.enumerated() {
      if !(0...words.count).contains(head) || head == i + 1 { problems.append("head \(head)") }
      if (head == 0) != (words[i][7] == "root") { problems.append("root \(words[i][7])") }
      var (word, steps) = (head, 0)
      while word > 0, word <= heads.count, steps <= heads.count {
        word = heads[word - 1]
        steps += 1
      }
      if word != 0 { problems.append("word \(i + 1) hangs on no root") }
    }
  }

  private mutating func checkComments(_ comments: [String], _ rows: [[String]]) {
    func values(_ key: String) -> [String] {
      // By scalars: a text may begin with a mark, which would join the space before it.
      let prefix = "# \(key) = ".unicodeScalars
      return comments.map(\.unicodeScalars).filter { $0.starts(with: prefix) }
        .map { String($0.dropFirst(prefix.count)) }
    }
    let id = values("sent_id")
    if id.count != 1 || !ids.insert(id[0]).inserted || id[0].contains(where: \.isWhitespace)
      || id[0].contains("/")
    {
      problems.append("sent_id \(id)")
    }
    guard values("text").count == 1, let text = values("text").first else {
      problems.append("no text")
      return
    }
    if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    {
      problems.append("white space around the text")
    }
    var rebuilt = ""
    var skipped = 0
    for row in rows {
      if let dash = row[0].firstIndex(of: "-") {
        skipped = Int(row[0][row[0].index(after: dash)...]) ?? 0
      } else if (Int(row[0]) ?? 0) <= skipped {
        continue
      }
      rebuilt += row[1] + (row[9].split(separator: "|").contains("SpaceAfter=No") ? "" : " ")
    }
    let trimmed = rebuilt.hasSuffix(" ") ? String(rebuilt.dropLast()) : rebuilt
    if !trimmed.unicodeScalars.elementsEqual(text.unicodeScalars) {
      problems.append("the words give “\(trimmed)”, the text is “\(text)”")
    }
  }
}
