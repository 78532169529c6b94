import RelataCore
import RelataLanguage

/// Joins acronyms and short forms with the full names of organisations (and other things that are not
/// persons), where only one full name fits.
struct OrganizationResolver {
  let mentions: [NamedMention]
  let sentences: [Sentence]
  private let countries: [Int: String]
  private let stated: [(name: Int, other: Int)]

  /// A name of more words is no full form of a shorter one.
  private static let longestPrefix = 12

  init(_ resolver: EntityResolver, countries: [Int: String]) {
    mentions = resolver.mentions
    sentences = resolver.sentences
    stated = resolver.stated
    self.countries = countries
  }

  /// Groups of mention numbers, joined where they belong together, each in order of the text.
  ///
  /// - Complexity: O(mentions), but for names that many others begin with.
  func merge(_ groups: [[Int]]) -> [[Int]] {
    let (groups, earlier) = separated(groups)
    let index = Index(groups, mentions)
    var parent = Array(groups.indices)
    for (short, group) in groups.enumerated() {
      guard let first = group.first, countries[first] == nil else { continue }
      let form = mentions[first].form
      let candidates = index.groups(fuller: form).filter { long in
        long != short && isFullName(groups[long], of: group)
          && !(earlier.contains(short) && groups[long][0] > first)
          && !(form.isAcronym && isOfCountry(group) && !isOfCountry(groups[long]))
      }
      let parenthesised = candidates.count == 1 ? nil : fullName(before: group, short, form, index)
      if let long = parenthesised ?? (candidates.count == 1 ? candidates.first : nil) {
        parent[short] = long
      }
    }
    joinStated(groups, &parent)
    var joined: [Int: [Int]] = [:]
    for (i, group) in groups.enumerated() { joined[root(i, parent), default: []] += group }
    return groups.indices.compactMap { joined[$0]?.sorted() }
  }

  /// Joins groups of names that the text says are one's: "Karst Bank, formerly Karst Savings".
  private func joinStated(_ groups: [[Int]], _ parent: inout [Int]) {
    guard !stated.isEmpty else { return }
    var groupOf: [Int: Int] = [:]
    for (g, group) in groups.enumerated() { for i in group { groupOf[i] = g } }
    for (name, other) in stated {
      guard let a = groupOf[name], let b = groupOf[other] else { continue }
      let (first, second) = (root(a, parent), root(b, parent))
      if first != second { parent[second] = first }
    }
  }

  /// A place behind a name.
  struct Place: Hashable {
    var sentence: Int
    var word: Int
  }

  /// Where to look for the full form of a short one, so that not every name is compared with every other.
  private struct Index {
    /// Groups by the initials of their names, and by the words that their names begin with.
    private var byInitials: [String: Set<Int>] = [:]
    private var byPrefix: [[String]: Set<Int>] = [:]
    /// The group of the name of several words that ends at a place.
    private(set) var endingAt: [Place: Int] = [:]

    init(_ groups: [[Int]], _ mentions: [NamedMention]) {
      for (g, group) in groups.enumerated() {
        var seen: Set<String> = []
        for i in group {
          let mention = mentions[i]
          guard mention.form.parts.count > 1 else { continue }
          if mention.type != .person {
            let place = Place(sentence: mention.sentence, word: mention.words.upperBound)
            endingAt[place] = min(endingAt[place] ?? g, g)
          }
          guard seen.insert(mention.form.text).inserted else { continue }
          byInitials[mention.form.initials, default: []].insert(g)
          let words = mention.form.withoutCorporateSuffix
          for count in 1..<max(1, min(words.count, longestPrefix)) {
            byPrefix[Array(words.prefix(count)), default: []].insert(g)
          }
        }
      }
    }

    /// Groups with a name that may be the full form, in order.
    func groups(fuller form: NameForm) -> [Int] {
      var found = byPrefix[form.withoutCorporateSuffix] ?? []
      if form.isAcronym, let acronym = form.parts.first {
        found.formUnion(byInitials[acronym] ?? [])
      }
      return found.sorted()
    }
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

  /// "African Union (AU)": the group of the long name right before the brackets of a short one.
  private func fullName(
    before group: [Int], _ short: Int, _ form: NameForm, _ index: Index
  ) -> Int? {
    guard form.isAcronym else { return nil }
    let found = group.compactMap { b -> Int? in
      let mention = mentions[b]
      let open = mention.words.lowerBound - 1
      guard open > 0, sentences[mention.sentence].tokens[open].form == "(" else { return nil }
      return index.endingAt[Place(sentence: mention.sentence, word: open)]
    }
    return found.filter { $0 != short }.min()
  }
}
