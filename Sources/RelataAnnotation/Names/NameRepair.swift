import RelataCore
import RelataLanguage

/// Cleans the model's names of one document.
///
/// Titles, articles, possessives and punctuation at the borders go; names missed in one sentence but
/// found elsewhere in the document are recovered; names cut short are widened; amounts of money are added by rule.
struct NameRepair {
  private let sentences: [Sentence]

  /// A name must be this probable, on average, to be looked for elsewhere.
  private static let confident = 0.6
  /// Longer names are not looked for elsewhere: nobody repeats them word for word.
  private static let longest = 20
  /// A recovered name is this much less probable than those it was recovered from.
  private static let recoveryDiscount = 0.8

  init(_ sentences: [Sentence]) { self.sentences = sentences }

  /// Names for each sentence, in order of the text, without overlap; none in furniture.
  func names(_ predicted: [[NameSpan]]) -> [[NameSpan]] {
    var names = predicted.enumerated().map { i, spans -> [NameSpan] in
      let tokens = sentences[i].tokens
      guard !sentences[i].isFurniture else { return [] }
      return NameBorders.widened(spans.compactMap { trimmed($0, tokens) }, tokens)
    }
    recover(&names)
    for i in sentences.indices where !sentences[i].isFurniture {
      for amount in MoneyFinder.amounts(sentences[i].tokens)
      where !names[i].contains(where: { $0.words.overlaps(amount) }) {
        names[i].append(NameSpan(words: amount, type: .money, score: 1))
      }
      names[i].sort { $0.words.lowerBound < $1.words.lowerBound }
    }
    return names
  }

  private static let borders: Set<String> = [
    "'s", "’s", "'", "’", "\"", "“", "”", ",", ".", ";", ":", "(", ")", "-", "–", "—", "the", "The",
    "a", "an", "A", "An", "THE", "``", "''",
  ]

  /// Without titles and punctuation at the borders; nil if nothing is left.
  private func trimmed(_ name: NameSpan, _ tokens: [Token]) -> NameSpan? {
    var words = name.words
    if name.type == .date { return trimmedDate(name, tokens) }
    // "ex-Norsk Bank chief", "Ex-President"
    if words.count > 2, let first = words.first, tokens[first].form.lowercased() == "ex",
      tokens[first + 1].form == "-"
    {
      words = words.dropFirst(2)
    }
    while words.count > 1, let first = words.first, Self.borders.contains(tokens[first].form),
      tokens[first + 1].form != "Hague"
    {
      words = words.dropFirst()
    }
    while words.count > 1, let last = words.last, Self.borders.contains(tokens[last].form) {
      words = words.dropLast()
    }
    if name.type == .person {
      while words.count > 1, let first = words.first, isTitleBeforeName(first, words, tokens) {
        words = words.dropFirst()
      }
      if words.count == 1, let only = words.first, Titles.isTitle(tokens[only].form),
        tokens[only].upos != .propn
      {
        return nil
      }
    }
    guard words.contains(where: { hasWordCharacter(tokens[$0].form) }) else { return nil }
    return NameSpan(words: words, type: name.type, score: name.score)
  }

  /// A date without punctuation behind it.
  private func trimmedDate(_ name: NameSpan, _ tokens: [Token]) -> NameSpan? {
    var words = name.words
    while words.count > 1, let last = words.last, tokens[last].upos == .punct {
      words = words.dropLast()
    }
    return NameSpan(words: words, type: .date, score: name.score)
  }

  private func isTitleBeforeName(_ i: Int, _ words: Range<Int>, _ tokens: [Token]) -> Bool {
    guard Titles.isTitle(tokens[i].form), let next = tokens[i + 1].form.unicodeScalars.first else {
      return false
    }
    // "King" and "Prince" are surnames, too; only "King Abdullah", not "Stephen King".
    return ScalarClass.isUpper(next) || ScalarClass.isDash(next)
  }

  private func hasWordCharacter(_ form: String) -> Bool {
    form.unicodeScalars.contains(where: ScalarClass.isWord)
  }
}

// MARK: - Recovery
extension NameRepair {
  private struct Evidence {
    var count = 0
    var score = 0.0
    var types: [EntityType: Double] = [:]
    var needed = 2
  }

  /// Adds names that stand elsewhere in the document: exact words found twice, or a person's surname.
  private func recover(_ names: inout [[NameSpan]]) {
    let evidence = gather(names)
    guard !evidence.isEmpty else { return }
    let longest = min(evidence.keys.map(\.count).max() ?? 1, Self.longest)
    for (i, sentence) in sentences.enumerated() where !sentence.isFurniture {
      var taken = Set(names[i].flatMap { Array($0.words) })
      var start = 0
      while start < sentence.tokens.count {
        defer { start += 1 }
        guard !taken.contains(start), isCapitalised(sentence.tokens[start]) else { continue }
        for length in stride(from: min(longest, sentence.tokens.count - start), to: 0, by: -1) {
          let words = start..<start + length
          guard !words.contains(where: taken.contains),
            let found = evidence[sentence.tokens[words].map(\.form)],
            mayRecover(words, sentence.tokens), !touches(words, names[i], sentence.tokens)
          else { continue }
          let type = found.types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .other
          let score = found.score / Double(found.count) * Self.recoveryDiscount
          names[i].append(NameSpan(words: words, type: type, score: score))
          taken.formUnion(words)
          break
        }
      }
    }
  }

  private func gather(_ names: [[NameSpan]]) -> [[String]: Evidence] {
    var evidence: [[String]: Evidence] = [:]
    func add(_ forms: [String], _ name: NameSpan, needed: Int) {
      evidence[forms, default: Evidence()].count += 1
      evidence[forms, default: Evidence()].score += name.score
      evidence[forms, default: Evidence()].types[name.type, default: 0] += name.score
      let before = evidence[forms]?.needed ?? 2
      evidence[forms]?.needed = min(before, needed)
    }
    for (i, spans) in names.enumerated() {
      for name in spans
      where name.type.isNode && name.type != .group && name.score >= Self.confident {
        let forms = sentences[i].tokens[name.words].map(\.form)
        add(forms, name, needed: 2)
        if name.type == .person, forms.count > 1, let surname = forms.last,
          surname.unicodeScalars.count > 2, hasWordCharacter(surname),
          PersonName(NameForm(forms.joined(separator: " ")))?.generation == nil
        {
          add([surname], name, needed: 1)
        }
      }
    }
    return evidence.filter { $0.value.count >= $0.value.needed }
  }

  private func isCapitalised(_ token: Token) -> Bool {
    token.form.unicodeScalars.first.map(ScalarClass.isUpper) ?? false
  }

  /// A single word must be a proper noun and no common word at a sentence's start.
  private func mayRecover(_ words: Range<Int>, _ tokens: [Token]) -> Bool {
    guard words.count == 1, let i = words.first else { return true }
    let form = tokens[i].form
    return tokens[i].upos == .propn && form.unicodeScalars.count > 2
      && !WordClasses.sentenceStarters.contains(form) && !CalendarWords.isProperName(form)
  }

  /// Whether capitalised words beside the find would make it part of a longer, other name.
  private func touches(_ words: Range<Int>, _ names: [NameSpan], _ tokens: [Token]) -> Bool {
    if names.contains(where: {
      $0.words.upperBound == words.lowerBound || $0.words.lowerBound == words.upperBound
    }) {
      return true
    }
    let before = words.lowerBound - 1
    if before >= 0, tokens[before].upos == .propn, isCapitalised(tokens[before]),
      tokens[words.lowerBound].spaceBefore, !Titles.isTitle(tokens[before].form)
    {
      return true
    }
    let next = words.upperBound
    return next < tokens.count && tokens[next].upos == .propn && isCapitalised(tokens[next])
      && tokens[next].spaceBefore
  }
}
