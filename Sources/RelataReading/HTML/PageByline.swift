import Foundation
import RelataLanguage

/// The author and the day that a page shows near its headline.
struct PageByline {
  private(set) var author: String?
  /// ISO 8601.
  private(set) var day: String?

  private static let reach = 400

  init(tree: PageTree, signs: ElementSigns, headline: Int?) {
    // The words around the headline, from the element that holds both it and some text on.
    let start = headline.map { max(0, $0 - 60) } ?? 0
    let end = min(tree.nodes.count, (headline ?? 0) + Self.reach)
    var byLine: String?
    var bySign: String?
    var ownDay: String?
    var anyDay: String?
    var i = start
    while i < end {
      let node = tree.nodes[i]
      if !node.isText, Self.isElsewhere(node, signs[i]) {
        i = max(node.end, i + 1)
        continue
      }
      if !node.isText, node.end - i < 300, let words = tree.words(i), words.count < 240 {
        let kinds = signs[i]
        let isSigned =
          kinds.contains(.byline) || node["rel"]?.lowercased() == "author"
          || node["itemprop"]?.lowercased() == "author"
        if isSigned, bySign == nil { bySign = Self.person(words, isSigned: true) }
        if byLine == nil, node.name != "a", node.name != "body" {
          byLine = tree.lines(i).lazy.compactMap { Self.person($0, isSigned: false) }.first
        }
        if node.name == "time" || node["itemprop"]?.lowercased() == "datepublished" {
          let given = (node["datetime"] ?? node["content"] ?? words)
          if !Self.isUpdate(tree, i), ownDay == nil {
            ownDay = PublicationDate.normalized(given) ?? Self.day(in: words)
          }
        } else if anyDay == nil {
          anyDay =
            tree.lines(i).lazy.filter { kinds.contains(.day) || $0.count < 60 }
            .compactMap(Self.day).first
        }
      }
      i += 1
    }
    author = byLine ?? bySign
    day = ownDay ?? anyDay
  }

  private static func isElsewhere(_ node: PageTree.Node, _ kinds: Set<PageSigns.Kind>) -> Bool {
    ["nav", "aside", "footer", "script", "style", "noscript", "head", "template"].contains(
      node.name)
      || node["hidden"] != nil
      || node.name != "body" && node.name != "html" && kinds.contains(.aside)
  }

  /// "Updated 3 May": not the day of publication.
  private static func isUpdate(_ tree: PageTree, _ i: Int) -> Bool {
    let node = tree.nodes[i]
    let names = ["class", "itemprop", "id"].compactMap { node[$0]?.lowercased() }.joined()
    if names.contains("modif") || names.contains("update") { return true }
    let above = tree.words(node.parent)?.lowercased() ?? ""
    return above.count < 60 && (above.contains("updated") || above.contains("modified"))
      && !above.contains("published")
  }

  /// A written day anywhere in a short line: "Published 2 May 2023 at 10:40".
  static func day(in words: String) -> String? {
    guard words.count < 160 else { return nil }
    let parts = words.split { $0.isWhitespace || "|•·".contains($0) }.map(String.init)
    let lower = words.lowercased()
    if lower.hasPrefix("updated") || lower.hasPrefix("last modified") { return nil }
    for start in parts.indices {
      let rest = parts[start...].prefix(4).joined(separator: " ")
      if let found = PublicationDate.normalized(rest) ?? PublicationDate.slashed(parts[start]),
        found.count >= 10
      {
        return found
      }
    }
    return nil
  }

  // MARK: Names

  /// "By Anna Kern and Karl Denby, Harbour correspondent" is Anna Kern, Karl Denby; an address is nobody.
  static func person(_ words: String) -> String? { person(words, isSigned: true) }

  static func person(_ words: String, isSigned: Bool) -> String? {
    guard !words.contains("://"), words.count < 160 else { return nil }
    let line = words.collapsed
    let opened = PagePhrases.standard.afterByline(line)
    guard opened != nil || isSigned else { return nil }
    var rest = opened ?? line
    for stop in [
      " | ", " • ", " · ", " – ", " — ", " - ", " for the ", " FOR THE ", " FOR ", " in ", " on ",
      " Published", " Updated", " Posted", " at ", "(",
    ] {
      if let found = rest.range(of: stop) { rest = String(rest[..<found.lowerBound]) }
    }
    let pieces = rest.replacingOccurrences(of: " and ", with: ",")
      .replacingOccurrences(of: " & ", with: ",").replacingOccurrences(of: " AND ", with: ",")
      .split(separator: ",").compactMap { String($0).collapsedWords }
    let names = pieces.prefix { isName($0) }.map(cased)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Two to five capitalised words, or one written like a user's name after a sign.
  private static func isName(_ piece: String) -> Bool {
    let words = piece.split(separator: " ")
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      let isParticle = ["de", "van", "von", "der", "da", "di", "al", "bin", "la", "le", "den"]
        .contains(String(word))
      let isElided = word.hasPrefix("d’") || word.hasPrefix("d'")
      return (word.first?.isUppercase == true || isParticle || isElided)
        && !word.contains { $0.isNumber }
        && !PagePhrases.standard.isRole(String(word))
    }
  }

  /// "ANNA KERN" is Anna Kern.
  private static func cased(_ name: String) -> String {
    guard name == name.uppercased() else { return name }
    return name.split(separator: " ").map { word in
      word.split(separator: "-").map { $0.prefix(1) + $0.dropFirst().lowercased() }
        .joined(separator: "-")
    }.joined(separator: " ")
  }

  /// Whether a given author is a desk, an account or the outlet rather than a person.
  static func isDesk(_ author: String, outlet: String?) -> Bool {
    let words = PageHeadline.words(author)
    if words.contains(where: PagePhrases.standard.isDesk) { return true }
    guard let outlet else { return false }
    return Set(PageHeadline.words(outlet)).subtracting(["the"])
      == Set(words).subtracting(["the"])
  }
}
