import RelataCore
import RelataLanguage

/// Collects the titles and descriptions a document gives to people: "former vice president".
struct RoleReader {
  private let nouns: RoleNouns
  private static let former = CueWords.standard.former

  init(nouns: RoleNouns = .standard) { self.nouns = nouns }

  /// Roles by entity, in order of the text, without duplicates; at most four words each.
  func roles(in sentences: [SentenceNames]) -> [EntityID: [String]] {
    var found: [EntityID: [String]] = [:]
    for names in sentences {
      for name in names.names where name.mention.type == .person {
        guard let entity = name.mention.entity else { continue }
        for role in roles(of: name.head, in: names)
        where !(found[entity] ?? []).contains(role) {
          found[entity, default: []].append(role)
        }
      }
    }
    return found
  }

  /// The bare role nouns by entity, "former" before those that are over, for resolving "the president".
  static func nouns(_ roles: [EntityID: [String]]) -> [EntityID: Set<String>] {
    roles.mapValues { roles in
      Set(
        roles.compactMap { role in
          let words = role.split(separator: " ").map(String.init)
          return words.last.map { words.contains(where: former.contains) ? "former \($0)" : $0 }
        })
    }
  }

  private func roles(of head: Int, in names: SentenceNames) -> [String] {
    let tree = names.tree
    var nouns = tree.children(head, "nmod:desc", "appos", "compound")
    if tree.relation(head) == "appos", let noun = tree.head(head) { nouns.append(noun) }
    nouns += nouns.flatMap { tree.children($0, "conj") }
    return nouns.sorted().compactMap { role(at: $0, in: names) }
  }

  private func role(at noun: Int, in names: SentenceNames) -> String? {
    let tree = names.tree
    guard names.mention(at: noun) == nil, tree.children(noun, "case").isEmpty,
      tree.token(noun).upos == .noun || tree.token(noun).upos == .propn,
      nouns.frames[tree.lemma(noun)] != nil, tree.form(noun).count > 3
    else { return nil }
    var words = [noun]
    for child in tree.children(noun, "amod", "compound")
    where child < noun && names.mention(at: child) == nil {
      words.append(child)
      words += tree.children(child, "amod", "compound", "punct").filter {
        $0 < noun && names.mention(at: $0) == nil && tree.form($0) == "-"
      }
    }
    // "former Afghan vice president" is the role "former vice president" in Afghanistan.
    let text = words.sorted().suffix(4).map { tree.form($0) }.joined(separator: " ").lowercased()
    return text.replacing(" - ", with: "-")
  }
}
