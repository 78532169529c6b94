import RelataCore
import RelataLanguage

/// Joins acronyms and short forms with the full names of organisations (and other things that are not
/// persons), where only one full name fits.
struct OrganizationResolver {
  private let mentions: [NamedMention]
  private let sentences: [Sentence]
  private let countries: [Int: String]

  init(_ resolver: EntityResolver, countries: [Int: String]) {
    mentions = resolver.mentions
    sentences = resolver.sentences
    self.countries = countries
  }

  /// Groups of mention numbers, joined where they belong together, each in order of the text.
  func merge(_ groups: [[Int]]) -> [[Int]] {
    var parent = Array(groups.indices)
    for (short, group) in groups.enumerated() {
      guard let first = group.first, countries[first] == nil else { continue }
      let form = mentions[first].form
      let candidates = groups.indices.filter { long in
        long != short && isFullName(groups[long], of: group)
      }
      let parenthesised =
        candidates.isEmpty || candidates.count > 1
        ? groups.indices.first { $0 != short && precedes(groups[$0], group, form) } : nil
      if let long = parenthesised ?? (candidates.count == 1 ? candidates.first : nil) {
        parent[short] = long
      }
    }
    var joined: [Int: [Int]] = [:]
    for (i, group) in groups.enumerated() { joined[root(i, parent), default: []] += group }
    return groups.indices.compactMap { joined[$0]?.sorted() }
  }

  private func root(_ i: Int, _ parent: [Int]) -> Int {
    var node = i
    for _ in parent.indices where parent[node] != node { node = parent[node] }
    return node
  }

  /// Whether the names of `long` are the full form of the names of `short`.
  private func isFullName(_ long: [Int], of short: [Int]) -> Bool {
    guard let a = long.first, let b = short.first, countries[a] == nil,
      mentions[a].type == mentions[b].type,
      mentions[a].type == .organization || mentions[a].form.isAcronym != mentions[b].form.isAcronym
    else { return false }
    let form = mentions[b].form
    return long.contains { i in
      let full = mentions[i].form
      if form.isAcronym && full.parts.count > 1 { return form.parts[0] == full.initials }
      // "Cobalt Bay Ltd" is a whole name, not short for "Cobalt Bay Trust".
      guard mentions[i].type == .organization, form.parts.count == form.withoutCorporateSuffix.count
      else { return false }
      return isShortForm(form.withoutCorporateSuffix, of: full.withoutCorporateSuffix)
    }
  }

  /// "Kericho Highland" of "Kericho Highland Teas"; one word only if it is no common one.
  private func isShortForm(_ short: [String], of full: [String]) -> Bool {
    guard short.count < full.count, let first = short.first,
      // The Security Council is not the United Nations.
      !NestedNames.parents.contains(short.joined(separator: " "))
    else { return false }
    if short.count == 1 {
      return full[0] == first && first.unicodeScalars.count > 3 && !Self.common.contains(first)
        && CountryTable.shared.country(named: first) == nil
        && CountryTable.shared.country(ofDemonym: first.capitalized) == nil
    }
    return Array(full.prefix(short.count)) == short
  }

  private static let common = WordClasses.table[.common]

  /// "African Union (AU)": the short name in brackets right behind the long one.
  private func precedes(_ long: [Int], _ short: [Int], _ form: NameForm) -> Bool {
    guard form.isAcronym else { return false }
    return short.contains { b in
      let mention = mentions[b]
      let tokens = sentences[mention.sentence].tokens
      let open = mention.words.lowerBound - 1
      guard open > 0, tokens[open].form == "(" else { return false }
      return long.contains { a in
        mentions[a].sentence == mention.sentence && mentions[a].words.upperBound == open
          && mentions[a].form.parts.count > 1 && mentions[a].type != .person
      }
    }
  }
}
