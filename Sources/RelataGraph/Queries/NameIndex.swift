import RelataCore
import RelataLanguage

/// What a name that a user typed means in a graph.
public enum NameMatch: Hashable, Sendable {
  case found(Entity)
  /// Several fit equally well; those named by most documents first.
  case ambiguous([Entity])
  /// Nothing fits; names that were perhaps meant, best first.
  case notFound(suggestions: [String])
}

/// Finds entities by the names that users type.
///
/// Case, diacritics and punctuation do not count. Tried in turn, the first that gives anything decides:
///
/// 1. the entity's id;
/// 2. its name;
/// 3. another written form of it;
/// 4. the last words of its name or of another form, such as a surname.
///
/// ```swift
/// NameIndex(graph.entities).match("saleh")   // .found(Amrullah Saleh)
/// ```
public struct NameIndex: Sendable {
  private let entities: [Entity]
  private let byID: [EntityID: Int]
  private let byName: [String: [Int]]
  private let byForm: [String: [Int]]
  private let byLastWord: [String: [Int]]

  /// Builds an index.
  ///
  /// - Complexity: O(names).
  public init(_ entities: [Entity]) {
    var byID: [EntityID: Int] = [:]
    var byName: [String: [Int]] = [:]
    var byForm: [String: [Int]] = [:]
    var byLastWord: [String: [Int]] = [:]
    for (i, entity) in entities.enumerated() {
      byID[entity.id] = i
      byName[Self.form(entity.name), default: []].append(i)
      for form in Set(([entity.name] + entity.aliases).map(Self.form)) {
        byForm[form, default: []].append(i)
        byLastWord[Self.lastWord(of: form), default: []].append(i)
      }
    }
    self.entities = entities
    self.byID = byID
    self.byName = byName
    self.byForm = byForm
    self.byLastWord = byLastWord
  }

  /// Finds what a name means.
  ///
  /// - Complexity: O(entities that share the last word) if something fits, else O(names).
  public func match(_ name: String) -> NameMatch {
    if let i = byID[EntityID(name)] { return .found(entities[i]) }
    let form = Self.form(name)
    guard !form.isEmpty else { return .notFound(suggestions: []) }
    let steps = [{ byName[form] ?? [] }, { byForm[form] ?? [] }, { endingWith(form) }]
    for step in steps {
      let found = Set(step()).map { entities[$0] }
      if found.count == 1 { return .found(found[0]) }
      if found.count > 1 { return .ambiguous(found.sorted(by: Self.precedes)) }
    }
    return .notFound(suggestions: suggestions(for: form))
  }

  private func endingWith(_ form: String) -> [Int] {
    (byLastWord[Self.lastWord(of: form)] ?? []).filter { i in
      ([entities[i].name] + entities[i].aliases).contains { Self.form($0).hasSuffix(" " + form) }
    }
  }

  private func suggestions(for form: String) -> [String] {
    Self.suggestions(
      for: form,
      among: byForm.flatMap { form, found in found.map { (form, entities[$0].name) } })
  }

  // MARK: - Shared with the store

  /// The form under which names are compared: folded words, without a leading "the".
  package static func form(_ name: String) -> String {
    var words = NameKey.foldedWords(name)
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    return words.joined(separator: " ")
  }

  package static func lastWord(of form: String) -> String {
    form.split(separator: " ").last.map { String($0) } ?? form
  }

  /// Names near a form; a form of one word is also compared with each word of the names.
  package static func suggestions(
    for form: String, among names: some Sequence<(form: String, name: String)>, limit: Int = 3
  ) -> [String] {
    let isWord = !form.contains(" ")
    var ranks: [String: Int] = [:]
    for (other, name) in names {
      var rank = Suggestions.rank(of: other, for: form)
      if isWord, rank == nil {
        let words = other.split(separator: " ")
        rank = words.compactMap { Suggestions.rank(of: String($0), for: form) }.min()
      }
      if let rank { ranks[name] = min(rank, ranks[name] ?? rank) }
    }
    let sorted = ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return sorted.prefix(limit).map(\.key)
  }

  private static func precedes(_ a: Entity, _ b: Entity) -> Bool {
    if a.documents.count != b.documents.count { return a.documents.count > b.documents.count }
    return a.name != b.name ? a.name < b.name : a.id < b.id
  }
}
