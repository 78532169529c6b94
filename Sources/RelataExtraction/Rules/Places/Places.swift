import RelataCore
import RelataLanguage

extension Argument {
  /// Whether it is a place that the sentence names itself.
  var isPlaceName: Bool {
    type == .location && (reference == .name || reference == .description)
  }

  /// Whether it can be in one place today and in another tomorrow.
  var isMovable: Bool { [.person, .organization, .group].contains(type) }
}

/// What the constructions that put a place inside a place share.
struct PlaceReader {
  let context: SentenceContext
  let finder: ArgumentFinder
  var tree: SentenceTree { context.tree }

  init(_ context: SentenceContext) {
    self.context = context
    finder = ArgumentFinder(context)
  }

  /// The places that the sentence names, in order.
  var names: [Argument] {
    context.names.filter { $0.mention.type == .location }.compactMap { name in
      finder.single(name.head).first { $0.reference == .name }
    }
  }

  /// The places that a word names.
  func places(_ token: Int) -> [Argument] { finder.single(token).filter(\.isPlaceName) }

  /// "Mosul is located in Iraq"; nothing where both are one place.
  ///
  /// - Parameters:
  ///   - inner: The place inside.
  ///   - outer: The place around it.
  ///   - trigger: The words that say so, in order.
  ///   - rule: The construction.
  /// - Returns: The candidate, or nil.
  func located(_ inner: Argument, in outer: Argument, trigger: [Int], rule: Rule) -> Candidate? {
    guard outer.entity != inner.entity else { return nil }
    return Candidate(
      subject: inner, relation: "located_in", object: outer,
      predicate: trigger.isEmpty
        ? "in" : trigger.map { tree.form($0).lowercased() }.joined(separator: " "),
      trigger: trigger, anchor: inner.token, isPresupposed: true, rule: rule)
  }
}
