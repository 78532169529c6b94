import RelataCore
import RelataLanguage

/// Verbs that give their object a role: "named Kern chair", "elected her mayor".
enum RoleGiving {
  static let verbs: Set<String> = [
    "name", "appoint", "elect", "choose", "install", "identify", "describe", "know", "swear",
    "confirm", "nominate", "pick", "tap", "designate", "reappoint", "hire",
  ]

  /// Of these, those that do not only say what somebody is.
  static let offices = verbs.subtracting(["identify", "describe", "know", "confirm"])

  /// The verb that gives a role, and to whom, where the tree takes the role for an apposition: "is expected to name
  /// Ingrid Solberg chief executive of Fjordkraft", but not "named Ingrid Solberg, the chief executive".
  static func verb(giving role: Int, in tree: SentenceTree) -> (verb: Int, holder: Int)? {
    guard tree.deprel(role) == "appos", let holder = tree.head(role), holder < role,
      let verb = tree.head(holder), tree.token(verb).upos == .verb,
      verbs.contains(tree.lemma(verb)),
      ["obj", "nsubj:pass"].contains(tree.deprel(holder))
    else { return nil }
    let start = tree.subtree(role).first { $0 > holder } ?? role
    let between = (holder + 1..<max(start, holder + 1))
    guard !between.contains(where: { tree.form($0) == "," }), tree.form(start) != "," else {
      return nil
    }
    return (verb, holder)
  }
}
