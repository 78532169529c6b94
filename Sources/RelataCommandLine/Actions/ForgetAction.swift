import RelataCore
import RelataStore

/// Takes documents out of a graph and erases what only they said.
struct ForgetAction {
  var graphPath: String
  /// Ids, or sources or titles that only one document has.
  var names: [String]

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try GraphStore(path: graphPath, mode: .readWrite)
    // All are known before any is forgotten.
    let documents = try names.map { try store.document(meant: $0, includingConfidential: true) }
    let forgotten = try store.forget(documents.map(\.id))
    let left = try store.documents().count
    try store.close()
    for id in forgotten { context.say("relata: forgotten: \(TextWidth.printable(id.rawValue))") }
    context.say("relata: \(graphPath) holds \(Count.of(left, "document"))")
    return .success
  }
}
