import RelataCore
import RelataLanguage

/// Acronyms that mean different bodies in different places of one document.
extension OrganizationResolver {
  /// Groups in which an acronym defined in brackets does not reach back to the sentences before.
  ///
  /// Whoever wrote "FSB" there without explaining it meant another one. A headline explains nothing.
  ///
  /// - Returns: The groups, and which of them are such earlier uses.
  func separated(_ groups: [[Int]]) -> (groups: [[Int]], earlier: Set<Int>) {
    let ends = Dictionary(
      mentions.filter { $0.form.parts.count > 1 }.map {
        (Place(sentence: $0.sentence, word: $0.words.upperBound), true)
      }, uniquingKeysWith: { a, _ in a })
    var result: [[Int]] = []
    var earlier: Set<Int> = []
    for group in groups {
      guard let first = group.first, mentions[first].form.isAcronym,
        let definition = group.first(where: { i in
          isInBrackets(i)
            && ends[Place(sentence: mentions[i].sentence, word: mentions[i].words.lowerBound - 1)]
              != nil
        })
      else {
        result.append(group)
        continue
      }
      let before = group.filter { mentions[$0].sentence < mentions[definition].sentence }
      guard before.contains(where: { isProse(mentions[$0].sentence) && !isInBrackets($0) }) else {
        result.append(group)
        continue
      }
      earlier.insert(result.count)
      result += [before, Array(group.dropFirst(before.count))]
    }
    return (result, earlier)
  }

  /// Whether the text says of a country that it has the body: "Russia's FSB", "the Russian FSB".
  func isOfCountry(_ group: [Int]) -> Bool {
    group.contains { i in
      let tokens = sentences[mentions[i].sentence].tokens
      var word = mentions[i].words.lowerBound - 1
      let next = mentions[i].words.upperBound
      // "Peru's U.N. ambassador" is Peru's, the U.N. is not.
      let isModifier = next < tokens.count && [.noun, .propn, .adj].contains(tokens[next].upos)
      guard word >= 0, !isModifier else { return false }
      if ["'s", "’s"].contains(tokens[word].form) { word -= 1 }
      guard word >= 0 else { return false }
      let form = tokens[word].form
      return CountryTable.shared.country(ofDemonym: form) != nil
        || word < mentions[i].words.lowerBound - 1
          && CountryTable.shared.country(named: form) != nil
    }
  }

  private func isInBrackets(_ i: Int) -> Bool {
    let open = mentions[i].words.lowerBound - 1
    return open > 0 && sentences[mentions[i].sentence].tokens[open].form == "("
  }

  private func isProse(_ sentence: Int) -> Bool {
    sentences[sentence].tokens.last.map { [".", "!", "?", "\"", "”"].contains($0.form) } ?? false
  }
}
