import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Pairs of entities that may be one, those first whose joining would open most paths.
struct CandidatesAction {
  var graphPath: String
  /// The greatest number of rows; nil for all.
  var limit: Int?
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let all = try view.identityCandidates()
    var listing = Listing([
      .init(title: "First", isFlexible: true), .init(title: "Second", isFlexible: true),
      .init(title: "Type"), .init(title: "Names"), .init(title: "Shared", isFlexible: true),
      .init(title: "Paths opened", isNumeric: true), .init(title: "First id"),
      .init(title: "Second id"),
    ])
    for candidate in limit.map({ Array(all.prefix($0)) }) ?? all {
      let (a, b) = (candidate.first, candidate.second)
      listing.append(
        [
          a.name, b.name, a.type.rawValue, candidate.reasons.names.rawValue,
          (candidate.reasons.sharedNames + candidate.reasons.sharedWords).prefix(4)
            .joined(separator: ", "), String(candidate.consequence), a.id.rawValue, b.id.rawValue,
        ],
        object: [
          "first": GraphJSON.end(a), "second": GraphJSON.end(b),
          "comparison": JSONValue(encoding: candidate.reasons),
          "pathsOpened": .integer(candidate.consequence),
        ])
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    if all.isEmpty {
      context.say("relata: nobody in \(graphPath) may be the same as another")
    } else if listing.rows.count < all.count {
      context.say("relata: \(listing.rows.count) of \(Count.of(all.count, "pair")) shown")
    }
    return .success
  }
}
