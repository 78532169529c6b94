import RelataCore
import RelataGraph
import RelataLanguage
import RelataPipeline
import RelataStore

/// The names that a graph keeps from rules files, as a listing.
struct RulesAction {
  var graphPath: String
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, self.view, in: context)
    func shown(_ text: String) -> String {
      self.view.hidesNames ? view.redaction.text(text) : text
    }
    let names = try view.store.watchedNames()
    var listing = Listing([
      .init(title: "Name", isFlexible: true), .init(title: "Type"),
      .init(title: "Aliases", isFlexible: true),
    ])
    for name in names {
      let aliases = name.aliases.map(shown)
      listing.append(
        [shown(name.name), name.type.rawValue, aliases.joined(separator: "; ")],
        object: [
          "name": .string(shown(name.name)), "type": .string(name.type.rawValue),
          "aliases": .strings(aliases),
        ])
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    if names.isEmpty {
      context.say("relata: \(graphPath) keeps no names; 'relata build --rules FILE' gives it some")
    }
    return .success
  }

  /// - Throws: RL7535 for a name that is not kept; then none is taken out.
  static func remove(
    _ names: [String], graphPath: String, in context: CommandContext
  ) throws -> ExitStatus {
    let store = try GraphStore(path: graphPath, mode: .readWrite)
    let kept = try store.watchedNames().map(\.name)
    for name in names where !kept.contains(name) {
      let near = Suggestions.nearest(to: name, among: kept).first.map { "did you mean '\($0)'?" }
      throw RelataError(
        .failed, code: "RL7535", "the graph keeps no name '\(name)'",
        hint: near ?? "'relata rules' lists them")
    }
    let removed = try store.unwatch(names)
    try store.close()
    context.say(
      "relata: \(Count.of(removed.count, "name")) taken out: "
        + removed.map { TextWidth.printable($0.name) }.joined(separator: ", ")
        + "; the next build reads documents again without")
    return .success
  }
}

extension GraphStore {
  /// What a build or an explanation goes by: the names that the graph keeps, and what a file adds.
  ///
  /// - Throws: As ``watchedNames()`` does.
  func rules(with rules: UserRules?) throws(RelataError) -> UserRules? {
    let kept = try watchedNames()
    guard let rules else { return kept.isEmpty ? nil : UserRules(names: kept) }
    let own = rules.names.map { [$0.name, $0.type.rawValue] }
    let others = kept.filter { !own.contains([$0.name, $0.type.rawValue]) }
    return rules.with(
      names: (rules.names + others).sorted { ($0.name, $0.type) < ($1.name, $1.type) })
  }
}
