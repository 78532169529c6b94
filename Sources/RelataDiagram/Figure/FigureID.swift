import RelataCore

/// The id of a figure: what every id in its SVG begins with.
enum FigureID {
  /// A slug of the title and six digits of the content's hash: equal figures have equal ids, others in the
  /// same page have not.
  static func of(
    _ title: String, _ source: String, _ options: DiagramOptions, _ links: [AssertionID: String]
  ) -> String {
    let parts = [
      title, source, options.colors.rawValue, options.engine.rawValue, options.theme.name,
    ]
    let linked = links.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let digest = SHA256.hexDigest(of: (parts + linked).joined(separator: "\u{0}").utf8)
    return made(from: String(title.prefix(24))) + "-" + digest.prefix(6)
  }

  /// A slug that begins with a letter, as the selectors of CSS want.
  static func made(from text: String) -> String {
    let slug = DisplayText.slug(text, limit: 120)
    return slug.first?.isNumber == true ? "f-" + slug : slug
  }
}
