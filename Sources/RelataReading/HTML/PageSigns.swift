import RelataCore

/// What the class, the id and the role of an element say of it; data in `Resources/page-signs.tsv`.
struct PageSigns: Sendable {
  enum Kind: String { case aside, perhaps, story, lead, keep, byline, day, forum }

  private var words: [String: Set<Kind>] = [:]
  private var stems: [(stem: String, kind: Kind)] = []

  static let standard: PageSigns = {
    guard let signs = PageSigns(table: PackageResources.page_signs_tsv) else {
      preconditionFailure("internal error RL9002: the shipped page-signs.tsv does not parse")
    }
    return signs
  }()

  /// Nil where a line is malformed.
  init?(table: [UInt8]) {
    guard let rows: [(kind: Kind, words: String)] = PageTable.rows(table) else { return nil }
    for (kind, sign) in rows {
      if sign.hasSuffix("*") {
        stems.append((String(sign.dropLast()), kind))
      } else {
        words[sign, default: []].insert(kind)
      }
    }
  }

  /// The kinds of sign that an element carries.
  func kinds(_ node: PageTree.Node) -> Set<Kind> {
    let own = node.name.contains("-") ? node.name : ""
    let names = "\(node["class"] ?? "") \(node["id"] ?? "") \(own)"
    guard names.count > 2, names.utf8.count < 4096 else { return [] }
    var found: Set<Kind> = []
    for name in names.split(whereSeparator: \.isWhitespace) {
      let parts = Self.parts(name)
      let pairs = zip(parts, parts.dropFirst()).map { "\($0)-\($1)" }
      for part in [name.lowercased()] + parts + pairs {
        found.formUnion(words[part] ?? [])
        for (stem, kind) in stems where part.hasPrefix(stem) { found.insert(kind) }
      }
      if parts.count > 2 {
        for i in 0..<parts.count - 2 {
          found.formUnion(words[parts[i...i + 2].joined(separator: "-")] ?? [])
        }
      }
    }
    return found
  }

  /// "articleRelated_box-2" is "article", "related", "box", "2".
  private static func parts(_ name: Substring) -> [String] {
    var parts: [String] = []
    var current = ""
    var wasLower = false
    for character in name {
      guard character.isLetter || character.isNumber else {
        if !current.isEmpty { parts.append(current) }
        (current, wasLower) = ("", false)
        continue
      }
      if character.isUppercase, wasLower {
        parts.append(current)
        current = ""
      }
      wasLower = character.isLowercase
      current += character.lowercased()
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}
