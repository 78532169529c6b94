import RelataCore
import RelataLanguage
import Yams

extension ThemeReader {
  /// One mapping of a theme, read key by key.
  struct Section {
    typealias Entry = (key: Node, node: Node)
    private let entries: [String: Entry]
    /// Where it stands: "entities.person".
    private let path: String
    private let node: Node?
    private let reader: ThemeReader

    /// - Throws: RL5030 where the node is no mapping; nil and an empty value are an empty one.
    init(_ node: Node?, path: String, reader: ThemeReader) throws(RelataError) {
      var entries: [String: Entry] = [:]
      if let node {
        switch node {
        case .mapping(let mapping):
          for (key, value) in mapping {
            guard let name = key.string else { throw reader.error("a key is no word", at: key) }
            entries[name] = (key, value)
          }
        case .scalar(let scalar) where scalar.string.isEmpty || scalar.string == "null": break
        default:
          throw reader.error(
            "\(path.isEmpty ? "the file" : "'\(path)'") must be a list of 'key: value'", at: node)
        }
      }
      self.entries = entries
      self.path = path
      self.node = node
      self.reader = reader
    }

    func entry(_ key: String) -> Entry? { entries[key] }

    /// Where a dotted path leads, or the deepest part of it that is there.
    func mark(_ dotted: String) -> Mark? {
      var found: Mark?
      var here = node
      for key in dotted.split(separator: ".") {
        guard let next = here?.mapping?[String(key)] else { break }
        found = next.mark
        here = next
      }
      return found
    }

    func allow(_ keys: [String]) throws(RelataError) {
      for (name, entry) in entries.sorted(by: { Self.precedes($0.value.key, $1.value.key) })
      where !keys.contains(name) {
        let near = Suggestions.nearest(to: name, among: keys).first
        throw reader.error(
          "unknown key '\(name)'\(path.isEmpty ? "" : " in '\(path)'")", at: entry.key,
          hint: near.map { "did you mean '\($0)'?" }
            ?? "keys here: \(keys.joined(separator: ", "))")
      }
    }

    private static func precedes(_ a: Node, _ b: Node) -> Bool {
      guard let a = a.mark, let b = b.mark else { return false }
      return (a.line, a.column) < (b.line, b.column)
    }

    func section(_ key: String, _ keys: [String]) throws(RelataError) -> Section {
      let section = try Section(entries[key]?.node, path: below(key), reader: reader)
      try section.allow(keys)
      return section
    }

    private func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    // MARK: Values

    func text(_ key: String) throws(RelataError) -> String? {
      guard let node = entries[key]?.node else { return nil }
      guard let text = node.scalar?.string, !text.isEmpty, text.count <= 60 else {
        throw reader.error("'\(below(key))' must be a word", at: node)
      }
      return text
    }

    /// A size in points.
    func size(_ key: String, _ base: Double?) throws(RelataError) -> Double {
      guard let node = entries[key]?.node else { return base ?? 10 }
      guard let size = node.scalar.flatMap({ Double($0.string) }), (6...40).contains(size) else {
        throw reader.error("'\(below(key))' must be a number from 6 to 40", at: node)
      }
      return size
    }

    func choice<Value: RawRepresentable & CaseIterable>(
      _ key: String, _ type: Value.Type
    ) throws(RelataError) -> Value? where Value.RawValue == String {
      guard let node = entries[key]?.node else { return nil }
      if let word = node.scalar?.string, let value = Value(rawValue: word) { return value }
      let words = Value.allCases.map(\.rawValue)
      throw reader.error(
        "'\(below(key))' has the unknown value '\(node.scalar?.string ?? "")'", at: node,
        hint: "use one of: " + words.joined(separator: ", "))
    }

    /// Names of fonts; nothing that could end the attribute or rule that they are written into.
    func families(_ key: String) throws(RelataError) -> [String]? {
      guard let node = entries[key]?.node else { return nil }
      let names =
        node.sequence?.map { $0.scalar?.string ?? "" }
        ?? (node.scalar?.string ?? "").split(separator: ",").map {
          String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
      let isSound = names.allSatisfy { name in
        (1...60).contains(name.count)
          && name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-"
          }
      }
      guard isSound, (1...8).contains(names.count) else {
        throw reader.error(
          "'\(below(key))' must be one to eight names of fonts, of letters, digits, spaces and '-'",
          at: node)
      }
      return names
    }

    /// One colour, or one for each of light, dark and print.
    func color(_ key: String, _ base: ThemedColor?) throws(RelataError) -> ThemedColor {
      guard let node = entries[key]?.node else {
        if let base { return base }
        throw reader.error("'\(below(key))' is missing", at: self.node)
      }
      guard case .mapping = node else {
        let color = try hex(node, key)
        return ThemedColor(light: color, dark: color)
      }
      let parts = try section(key, ["light", "dark", "print"])
      let (light, dark) = (
        try parts.hex("light") ?? base?.light, try parts.hex("dark") ?? base?.dark
      )
      guard let light, let dark else {
        throw reader.error("'\(below(key))' needs a light and a dark colour", at: node)
      }
      let print = try parts.hex("print")
      // A new light colour is the one for paper too.
      let inherited = parts.entry("light") == nil ? base?.print : nil
      return ThemedColor(light: light, dark: dark, print: print ?? inherited)
    }

    private func hex(_ key: String) throws(RelataError) -> String? {
      guard let node = entries[key]?.node else { return nil }
      return try hex(node, key)
    }

    /// "#rrggbb" in lower case, also of "#rgb".
    private func hex(_ node: Node, _ key: String) throws(RelataError) -> String {
      let text = node.scalar?.string.lowercased() ?? ""
      let digits = text.dropFirst()
      guard text.hasPrefix("#"), digits.utf8.count == 6 || digits.utf8.count == 3,
        digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
      else {
        throw reader.error(
          "'\(below(key))' is no colour", at: node,
          hint: "write it as \"#rrggbb\", in quotes, since # begins a comment in YAML")
      }
      return digits.utf8.count == 6 ? text : "#" + digits.flatMap { [$0, $0] }
    }
  }
}
