/// Pages that stand before a story or in its place: consent, login, "not found".
enum PageWalls {
  /// Whether what would be read, under the page's headline, are the words of such a page.
  static func isWall(_ passages: [String], title: String?) -> Bool {
    let phrases = PagePhrases.standard
    if let title, title.collapsed == "404" || phrases.saysMissing(title) { return true }
    let length = passages.reduce(0) { $0 + $1.count }
    if length < 1500,
      passages.prefix(2).contains(where: { $0.count < 160 && phrases.saysMissing($0) })
    {
      return true
    }
    let words = passages.joined(separator: " ").lowercased().split { !$0.isLetter }
    let about = words.count { phrases.isAboutConsent(String($0)) }
    return words.count > 20 && about * 25 > words.count
  }
}
