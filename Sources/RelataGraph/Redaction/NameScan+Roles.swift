/// Roles that only one of the redacted holds: "the mayor of Astel", "Mayor Feldt".
extension NameScan {
  /// A role, with the article before it.
  ///
  /// - Returns: the word after it.
  mutating func roles(at index: Int) -> Int? {
    guard !isOtherName else { return nil }
    let isArticle = words[index].folded == "the"
    let start = isArticle ? index + 1 : index
    guard start < words.count, !isArticle || isTight(start) else { return nil }
    if let role = names.roles.matches(words, from: start, steps: &steps).last,
      index == 0 || isArticle || !Self.indefinite.contains(words[index - 1].folded)
    {
      // Before the name itself the role goes with it.
      return take(index..<role.end, role.value)
    }
    guard let owner = names.roleWords[words[start].folded] else { return nil }
    let next = start + 1
    // "Mayor Feldt": the title says no more than the graph's roles do, and those are left out.
    if !isArticle {
      let isTitle =
        words[start].isCapital && isTight(next)
        && names.words[words[next].folded]?.owner == owner
      return isTitle ? take(start..<next, owner) : nil
    }
    // "the mayor of Borsk", "the mayor Anna Uhl"
    if next < words.count,
      Self.prepositions.contains(words[next].folded)
        || words[next].isCapital && isTight(next) && names.words[words[next].folded] == nil
    {
      leave(index..<min(words.count, next + 2), .role)
      return nil
    }
    leave(index..<next, .role, isHidden: true)
    return take(start..<next, owner, blank: true)
  }

  private static let prepositions: Set<String> = ["of", "for", "in", "at"]
  private static let indefinite: Set<String> = [
    "a", "an", "any", "every", "each", "no", "another", "some",
  ]
}
