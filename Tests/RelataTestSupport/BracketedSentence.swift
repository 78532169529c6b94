import RelataCore

/// The words of one bracketed sentence.
struct BracketedSentence {
  let lemma: BracketedText.Lemma
  let start: Int
  var text = ""
  var tokens: [Token] = []
  var names: [(words: Range<Int>, type: EntityType, entity: String)] = []
  var links: [(token: Int, name: String, score: Double)] = []
  var marked: [Int] = []

  private struct Level {
    var relation: String
    var head: Int?
    /// Words and heads of brackets that hang on this level's word.
    var below: [Int] = []
  }

  mutating func read(_ line: Substring) {
    var levels = [Level(relation: "root")]
    for piece in line.split(separator: " ") {
      if piece.hasPrefix("["), piece.count > 1 {
        levels.append(Level(relation: String(piece.dropFirst())))
        continue
      }
      var word = piece
      var closing = 0
      while word.hasSuffix("]"), word.count > 1 { (word, closing) = (word.dropLast(), closing + 1) }
      if piece == "]" { closing = 1 } else { add(word, &levels[levels.count - 1]) }
      for _ in 0..<closing { close(&levels) }
    }
    precondition(levels.count == 1, "a bracket stays open: \(line)")
    close(&levels)
  }

  private mutating func close(_ levels: inout [Level]) {
    guard let level = levels.popLast() else { preconditionFailure("a bracket too many: \(text)") }
    // A bracket of function words alone: the last of them heads it.
    guard let head = level.head ?? level.below.last else { preconditionFailure("empty: \(text)") }
    tokens[head].deprel = level.relation
    for word in level.below where word != head { tokens[word].head = head }
    if levels.isEmpty {
      tokens[head].head = -1
    } else {
      levels[levels.count - 1].below.append(head)
    }
    // Tags follow from the relation: "that" as a mark is no pronoun, "was" as a copula no verb.
    let isAuxiliary = ["aux", "cop"].contains(level.relation.prefix { $0 != ":" })
    if isAuxiliary, tokens[head].upos == .verb { tokens[head].upos = .aux }
    if level.relation == "mark", tokens[head].upos != .part { tokens[head].upos = .sconj }
  }

  private mutating func add(_ marked: Substring, _ level: inout Level) {
    var word = marked
    if word.hasPrefix("*"), word.count > 1 {
      word = word.dropFirst()
      self.marked.append(tokens.count)
    }
    let first = tokens.count
    var link: Substring?
    var name: Substring?
    if let at = word.firstIndex(of: "@") {
      name = word[at...].dropFirst()
      word = word[..<at]
    } else if word.count > 1, let at = word.dropFirst().firstIndex(of: "=") {
      link = word[at...].dropFirst()
      word = word[..<at]
    }
    let fields = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let parts = name == nil ? [fields[0]] : fields[0].split(separator: "_").map(String.init)
    for part in parts {
      append(part, name != nil, Array(fields.dropFirst()))
    }
    for i in tokens.indices where i > first { (tokens[i].head, tokens[i].deprel) = (first, "flat") }
    if let name {
      let sides = name.split(separator: "=")
      guard let type = EntityType(rawValue: String(sides[0])) else {
        preconditionFailure("no type: \(name)")
      }
      names.append(
        (
          first..<tokens.count, type,
          sides.count > 1
            ? String(sides[1]).replacing("_", with: " ") : parts.joined(separator: " ")
        ))
    }
    if let link {
      let sides = link.split(separator: ":")
      links.append(
        (
          first, String(sides[0]).replacing("_", with: " "),
          sides.count > 1 ? Double(sides[1]) ?? 1 : 1
        ))
    }
    let relation = name == nil ? FunctionWord.relations[fields[0].lowercased()] : nil
    if let relation, fields.count == 1 {
      tokens[first].deprel = relation
      level.below.append(first)
    } else if tokens[first].upos == .punct {
      level.below.append(first)
    } else {
      precondition(level.head == nil, "two heads: \(marked) in \(text)")
      level.head = first
    }
  }

  private mutating func append(_ form: String, _ isName: Bool, _ tags: [String]) {
    let isMark = form.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil && $0 != "%" && $0 != "$"
    }
    let isJoined =
      tokens.isEmpty || [",", ".", "?", ";", ":", ")", "”", "'s", "n't", "'", "%"].contains(form)
      || ["“", "(", "$"].contains(tokens[tokens.count - 1].form)
    if !isJoined { text += " " }
    let xpos =
      tags.first.flatMap { $0.isEmpty ? nil : $0 }
      ?? (isName ? "NNP" : isMark ? form : FunctionWord.tag(form))
    let upos = FunctionWord.upos(xpos)
    let at = start + text.unicodeScalars.count
    text += form
    tokens.append(
      Token(
        span: Span(at, start + text.unicodeScalars.count), form: form,
        lemma: tags.count > 1 ? tags[1] : lemma(form, upos.rawValue, xpos), upos: upos, xpos: xpos,
        head: -1, deprel: "punct", spaceBefore: !isJoined))
  }

  func span(_ words: Range<Int>) -> Span {
    Span(tokens[words.lowerBound].span.start, tokens[words.upperBound - 1].span.end)
  }
}
