/// Names made of parts of given name and surname: "@nfeldt", "noraf".
extension NameScan {
  /// A handle, the name of an address, or a word that can hardly be anything else, and is told.
  mutating func handle(at index: Int) -> HiddenNames.Owner? {
    let word = words[index]
    guard let owner = names.handles[word.folded] else { return nil }
    if isIdentifier(index) || word.count > 5 && word.isCapital && !word.humps.isEmpty {
      return owner
    }
    let isBare = names.bareHandles.contains(word.folded)
    guard isBare || word.count > 5 else { return nil }
    leave(index..<(index + 1), .sameLetters, isHidden: isBare)
    return isBare ? owner : nil
  }

  /// Whether a word stands beside the "@" of a handle or an address.
  func isHandle(_ index: Int) -> Bool {
    text.gap(before: index).last == "@" || text.gap(before: index + 1).first == "@"
  }
}
