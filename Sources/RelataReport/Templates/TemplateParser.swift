import RelataCore
import RelataLanguage

/// Reads a template into nodes and checks its names against a vocabulary.
struct TemplateParser {
  private struct Tag {
    var kind: Character
    var name: String
    var place: TemplatePlace
    /// Whether it leaves no line behind where it stands alone.
    var mayStandAlone: Bool { kind != "&" }
  }

  private let text: [Unicode.Scalar]
  private let file: String
  private var position = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: String) {
    // A mark that says "this is UTF-8" is no part of the page.
    let scalars = Array(text.unicodeScalars)
    self.text = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
    self.file = file
  }

  mutating func parse(_ vocabulary: TemplateVocabulary) throws(RelataError) -> [TemplateNode] {
    // Literals stand between tags, one more than these.
    var literals: [String] = []
    var tags: [Tag] = []
    while true {
      literals.append(literal())
      guard let tag = try tag() else { break }
      tags.append(tag)
    }
    literals = Self.trimmed(literals, tags)
    var next = 0
    return try nodes(literals, tags, &next, within: nil, [vocabulary])
  }

  // MARK: Tags

  private func at(_ mark: String, _ offset: Int = 0) -> Bool {
    text[min(position + offset, text.count)...].starts(with: mark.unicodeScalars)
  }

  private mutating func advance() -> Unicode.Scalar {
    let scalar = text[position]
    position += 1
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    return scalar
  }

  private mutating func literal() -> String {
    var out = String.UnicodeScalarView()
    while position < text.count, !at("{{") { out.append(advance()) }
    return String(out)
  }

  private mutating func tag() throws(RelataError) -> Tag? {
    guard position < text.count else { return nil }
    let place = TemplatePlace(line: line, column: column, isText: false)
    var inner = String.UnicodeScalarView()
    for _ in 0..<2 { _ = advance() }
    while position < text.count, !at("}}") { inner.append(advance()) }
    guard at("}}") else {
      throw failure("RL6102", "the tag does not close", place, hint: "add '}}'")
    }
    for _ in 0..<2 { _ = advance() }
    let content = MarkdownLine(text: String(inner), ending: "").trimmed
    if let first = content.first, "#^/!".contains(first) {
      let name = MarkdownLine(text: String(content.dropFirst()), ending: "").trimmed
      return Tag(kind: first, name: name, place: place)
    }
    return Tag(kind: "&", name: content, place: place)
  }

  /// Takes the lines away on which a section tag or comment stands alone.
  private static func trimmed(_ literals: [String], _ tags: [Tag]) -> [String] {
    var literals = literals
    var cuts: [(index: Int, isStart: Bool)] = []
    for (index, tag) in tags.enumerated() where tag.mayStandAlone {
      let isFirst = index == 0
      let isLast = index + 2 == literals.count
      if isBlankAfterLastBreak(literals[index], orWhole: isFirst),
        isBlankBeforeFirstBreak(literals[index + 1], orWhole: isLast)
      {
        cuts += [(index, false), (index + 1, true)]
      }
    }
    // A literal may lose both its first and its last line.
    for cut in cuts {
      let scalars = literals[cut.index].unicodeScalars
      if cut.isStart {
        let end = scalars.firstIndex(of: "\n").map { scalars.index(after: $0) }
        literals[cut.index] = String(scalars[(end ?? scalars.endIndex)...])
      } else {
        let start = scalars.lastIndex(of: "\n").map { scalars.index(after: $0) }
        literals[cut.index] = String(scalars[..<(start ?? scalars.startIndex)])
      }
    }
    return literals
  }

  private static func isBlankAfterLastBreak(_ text: String, orWhole: Bool) -> Bool {
    let parts = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count > 1 || orWhole, let last = parts.last else { return false }
    return last.allSatisfy { $0 == " " || $0 == "\t" }
  }

  private static func isBlankBeforeFirstBreak(_ text: String, orWhole: Bool) -> Bool {
    let parts = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count > 1 || orWhole, let first = parts.first else { return false }
    return first.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
  }

  // MARK: Nodes

  private func nodes(
    _ literals: [String], _ tags: [Tag], _ next: inout Int, within open: Tag?,
    _ scopes: [TemplateVocabulary]
  ) throws(RelataError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    func add(_ literal: String) { if !literal.isEmpty { nodes.append(.literal(literal)) } }
    add(literals[next])
    while next < tags.count {
      let tag = tags[next]
      next += 1
      switch tag.kind {
      case "!": break
      case "/":
        guard let open, open.name == tag.name else {
          throw failure(
            "RL6102", "'{{/\(tag.name)}}' closes no section", tag.place,
            hint: open.map { "the open section is '\($0.name)', from line \($0.place.line)" })
        }
        return nodes
      case "#", "^":
        let meaning = try meaning(of: tag, scopes)
        var inner = scopes
        if case .list(let vocabulary) = meaning, tag.kind == "#" { inner.append(vocabulary) }
        let body = try self.nodes(literals, tags, &next, within: tag, inner)
        nodes.append(.section(tag.name, isInverted: tag.kind == "^", body, tag.place))
      default:
        switch try meaning(of: tag, scopes) {
        case .text, .markup:
          var place = tag.place
          if case .text = try meaning(of: tag, scopes) { place.isText = true }
          nodes.append(.value(tag.name, place))
        case .flag, .list:
          throw failure(
            "RL6103", "'\(tag.name)' is no text", tag.place,
            hint: "write '{{#\(tag.name)}}…{{/\(tag.name)}}'")
        }
      }
      add(literals[next])
    }
    if let open {
      throw failure(
        "RL6102", "the section '\(open.name)' does not close", open.place,
        hint: "add '{{/\(open.name)}}'")
    }
    return nodes
  }

  private func meaning(
    of tag: Tag, _ scopes: [TemplateVocabulary]
  ) throws(RelataError) -> TemplateVocabulary.Meaning {
    for scope in scopes.reversed() {
      if let meaning = scope.names[tag.name] { return meaning }
    }
    let known = Set(scopes.flatMap(\.names.keys)).sorted()
    let near = Suggestions.nearest(to: tag.name, among: known)
    throw failure(
      "RL6101",
      tag.name.isEmpty ? "the placeholder has no name" : "unknown placeholder '\(tag.name)'",
      tag.place,
      hint: near.first.map { "did you mean '\($0)'?" }
        ?? "here are \(known.joined(separator: ", "))")
  }

  private func failure(
    _ code: String, _ message: String, _ place: TemplatePlace, hint: String? = nil
  ) -> RelataError {
    RelataError(
      .badInput, code: code, message,
      at: InputLocation(file: file, line: place.line, column: place.column), hint: hint)
  }
}
