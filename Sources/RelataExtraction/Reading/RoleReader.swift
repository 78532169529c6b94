import RelataCore
import RelataLanguage

/// Collects the titles and descriptions a document gives to people: "former vice president".
enum RoleReader {
  /// Roles by entity, in order of the text, without duplicates; at most four words each.
  static func roles(in contexts: [SentenceContext]) -> [EntityID: [String]] {
    var found: [EntityID: [String]] = [:]
    for context in contexts {
      for name in context.names where name.mention.type == .person {
        guard let entity = name.mention.entity else { continue }
        for role in roles(of: name.head, in: context)
        where !(found[entity] ?? []).contains(role) {
          found[entity, default: []].append(role)
        }
      }
    }
    return found
  }

  /// The bare role nouns by entity, "former" before those that are over, for resolving "the president".
  static func nouns(in contexts: [SentenceContext]) -> [EntityID: Set<String>] {
    let former = contexts.first?.lexicon.cues.former ?? []
    return roles(in: contexts).mapValues { roles in
      Set(
        roles.compactMap { role in
          let words = role.split(separator: " ").map(String.init)
          return words.last.map { words.contains(where: former.contains) ? "former \($0)" : $0 }
        })
    }
  }

  private static func roles(of head: Int, in context: SentenceContext) -> [String] {
    let tree = context.tree
    var nouns = tree.children(head, "nmod:desc", "appos", "compound")
    if tree.relation(head) == "appos", let noun = tree.head(head) { nouns.append(noun) }
    nouns += nouns.flatMap { tree.children($0, "conj") }
    return nouns.sorted().compactMap { role(at: $0, in: context) }
  }

  private static func role(at noun: Int, in context: SentenceContext) -> String? {
    let tree = context.tree
    guard context.mention(at: noun) == nil, tree.children(noun, "case").isEmpty,
      tree.token(noun).upos == .noun || tree.token(noun).upos == .propn,
      context.lexicon.nouns[tree.lemma(noun)] != nil,
      tree.form(noun).count > 3
    else { return nil }
    var words = [noun]
    for child in tree.children(noun, "amod", "compound")
    where child < noun && context.mention(at: child) == nil {
      words.append(child)
      words += tree.children(child, "amod", "compound", "punct").filter {
        $0 < noun && context.mention(at: $0) == nil && tree.form($0) == "-"
      }
    }
    // "former Afghan vice president" is the role "former vice president" in Afghanistan.
    let text = words.sorted().suffix(4).map { tree.form($0) }.joined(separator: " ").lowercased()
    return text.replacing(" - ", with: "-")
  }
}
