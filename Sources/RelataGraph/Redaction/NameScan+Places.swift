import RelataLanguage

/// How words stand to each other and to the text: as one name, at the beginning of a sentence, in an address.
extension NameScan {
  func isOther(_ index: Int) -> Bool {
    if index < otherEnd { return true }
    if let mark = marks[index], mark == nil { return true }
    return false
  }

  func isIdentifier(_ index: Int) -> Bool { isAddress || identifiers[index] }

  /// Whether a word may be a name by its case.
  func isNameCase(_ index: Int) -> Bool { words[index].isCapital || isIdentifier(index) }

  /// Whether two words stand as closely as those of one name: no sentence, clause or paragraph between.
  func isTight(_ index: Int) -> Bool {
    guard index > 0, index < words.count else { return false }
    let gap = text.gap(before: index)
    guard gap.count <= 6 else { return false }
    var dots = 0
    for scalar in gap {
      switch scalar {
      case " ", "\u{a0}", "-", "_", "+", "'", "’", "\"", "“", "”", "(", ")", "‘", "\u{2010}",
        "\u{2011}",
        "«", "»", "„", "[", "]", "*", "\t", "\u{2009}", "\u{202f}":
        continue
      case "\n": if gap.count > 2 || gap.elementsEqual("\n\n".unicodeScalars) { return false }
      case ".": dots += 1
      default: return false
      }
    }
    // A full stop is part of a name after an initial, a title, or within an address.
    return dots == 0 || words[index - 1].count == 1 || gap.count == 1
      || NameWord.isTitle(words[index - 1].folded)
  }

  /// Whether a capital tells nothing, as a sentence begins.
  func isSentenceStart(_ index: Int) -> Bool {
    if index == 0 { return true }
    let gap = text.gap(before: index)
    if gap.contains(where: { "!?:;\n“\"«„—…".unicodeScalars.contains($0) }) { return true }
    guard gap.contains(".") else { return false }
    return words[index - 1].count > 1 && !NameWord.isTitle(words[index - 1].folded)
  }

  /// Forms of several common words count with a capital only: "young king" is nobody.
  func isCutByCase(_ range: Range<Int>) -> Bool {
    guard !isIdentifier(range.lowerBound) else { return false }
    // "the Fox" is somebody, "the fox" is not.
    if NameContext.functionWords.contains(words[range.lowerBound].folded) {
      return !range.dropFirst().contains { words[$0].isCapital }
    }
    return range.allSatisfy {
      !words[$0].isCapital
        && (CommonNames.contains(words[$0].folded)
          || NameContext.functionWords.contains(words[$0].folded))
    }
  }

  /// A form with the particles before and the middle names after it.
  func extended(_ range: Range<Int>, _ owner: HiddenNames.Owner) -> Range<Int> {
    var end = range.upperBound
    // "Feldt, Nora E.": initials after a form turned round, and another part of a double surname.
    while end < words.count, isTight(end) {
      let gap = text.gap(before: end)
      if words[end].count == 1, words[end].isCapital, text.gap(before: end + 1).first == "." {
        end += 1
      } else if gap.elementsEqual(["-"]), names.words[words[end].folded]?.owner == owner {
        end += 1
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }

  static func identifiers(_ text: FoldedText) -> [Bool] {
    let marks = Set("@#_/\\".unicodeScalars)
    var result = [Bool](repeating: false, count: text.words.count)
    var start = 0
    var isIdentifier = false
    func close(_ end: Int) {
      if isIdentifier { for index in start..<end { result[index] = true } }
    }
    for index in 0...text.words.count {
      let gap = text.gap(before: index)
      let before = gap.prefix { !$0.properties.isWhitespace }
      let isEnd = before.count < gap.count
      if before.contains(where: marks.contains) { isIdentifier = true }
      if index < text.words.count, !isEnd, gap.elementsEqual(["."]), !text.words[index].isCapital {
        isIdentifier = true
      }
      if isEnd || index == text.words.count {
        close(index)
        start = index
        let after = gap.reversed().prefix { !$0.properties.isWhitespace }
        isIdentifier = after.contains(where: marks.contains)
      }
    }
    return result
  }
}
