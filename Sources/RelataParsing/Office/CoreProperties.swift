import RelataReading

/// Title, day and author of an office file.
struct CoreProperties {
  var title: String?
  var published: String?
  var author: String?

  /// From `docProps/core.xml` or `meta.xml`; nothing from no bytes.
  init(_ bytes: [UInt8]?) {
    guard let root = bytes.flatMap({ XMLTree($0) }) else { return }
    withExtendedLifetime(root) {
      title = Self.text(root.root?.first("title"))
      author =
        Self.text(root.root?.first("creator")) ?? Self.text(root.root?.first("initial-creator"))
      published =
        Self.text(root.root?.first("created")) ?? Self.text(root.root?.first("creation-date"))
        ?? Self.text(root.root?.first("modified")) ?? Self.text(root.root?.first("date"))
    }
  }

  private static func text(_ node: XMLNode?) -> String? {
    node.map { TextBlocks.collapsed($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
