import Foundation
import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Takes one decision into the log of a graph and says what changed.
struct DecideAction {
  /// What is decided, with names and ids as typed.
  enum Request: Sendable {
    case merge([String])
    case different(String, String)
    case split(String, documents: [String], mentions: [String])
    case rename(String, to: String)
    case retype(String, to: EntityType, documents: [String])
    case alias(String, String)
    case reject(String)
    case confirm(String)
    case hide(String)
    case note(String, String)
    case confidential([String])
    case disclose([String])
    case undo(String?)
  }

  var graphPath: String
  var request: Request
  var reason: String?
  var by: String?
  /// When, as ISO 8601 of universal time.
  var when: String
  var isJSON: Bool
  /// Whether names that only confidential documents give may be typed.
  var includesConfidential = false

  init(
    _ request: Request, _ options: DecisionOptions, _ graph: GraphOptions,
    _ context: CommandContext
  ) {
    self.request = request
    graphPath = graph.path(in: context.streams.environment)
    (reason, by, isJSON) = (options.reason, options.by, options.json)
    includesConfidential = options.sealed.confidential
    when = Today.moment(context.streams.environment)
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    // A mistyped path makes no file.
    let store = try GraphStore(path: graphPath, mode: .readWrite, scope: .all)
    let named =
      includesConfidential
      ? try GraphStore(
        path: graphPath, mode: .readOnly, scope: .all, includesConfidential: true) : store
    let decision = try DecisionRequest(store: named).decision(
      request, when: when, by: by, reason: reason)
    let standing = try store.decide(decision)
    let lines = try DecisionLines(
      graph: store.loadGraph(includesEvidence: false),
      all: try store.decisions(includingConfidential: true))
    try store.close()
    guard let standing else { return .success }
    if isJSON {
      try context.streams.print(JSONWriter(pretty: true).text(lines.json(standing)))
    }
    context.say("relata: " + lines.done(standing))
    for line in lines.unfit(standing) { context.say("relata: " + line) }
    return .success
  }
}

extension Today {
  /// The moment as ISO 8601 of universal time, to the second; `SOURCE_DATE_EPOCH` stands in for the clock.
  static func moment(_ environment: [String: String]) -> String {
    let given = environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    return (given.map { Date(timeIntervalSince1970: $0) } ?? Date()).ISO8601Format()
  }
}
