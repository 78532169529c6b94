import RelataCore

/// Follows a template through HTML, to refuse values in places where no escaping makes them safe.
///
/// Safe are text between tags, and quoted attributes that hold neither code, nor style, nor the
/// beginning of an address. Literals are read in the order in which they stand; the branches of
/// sections should therefore be whole elements.
struct HTMLPlace {
  private enum State: Equatable {
    case text
    case comment
    /// Within a script or style element.
    case raw(String)
    /// Between `<` and `>`, outside quotes; `last` is the last scalar that is no space.
    case tag(last: Unicode.Scalar)
    case attribute(name: String, quote: Unicode.Scalar, isEmpty: Bool)
  }

  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset",
  ]

  private let language: ReportTemplate.Language
  private var state = State.text
  private var element = ""
  private var isElementName = true
  /// In a tag the current name, elsewhere the last few scalars.
  private var word = ""
  private var wordHasEnded = false
  private var raw = String.UnicodeScalarView()
  private(set) var styles: [String] = []
  private(set) var scripts: [String] = []

  init(_ language: ReportTemplate.Language) { self.language = language }

  /// - Throws: ``RelataError`` RL6104 at the first value in an unsafe place.
  mutating func check(_ nodes: [TemplateNode], file: String) throws(RelataError) {
    for node in nodes {
      switch node {
      case .literal(let text): for scalar in text.unicodeScalars { read(scalar) }
      case .value(_, let place):
        if let reason = refusal(isText: place.isText) {
          throw RelataError(
            .badInput, code: "RL6104", "no value may stand \(reason)",
            at: InputLocation(file: file, line: place.line, column: place.column),
            hint: language == .html
              ? "values are safe between tags and in quoted attributes such as title=\"…\""
              : "values are safe outside tags")
        }
        if case .attribute(let name, let quote, _) = state {
          state = .attribute(name: name, quote: quote, isEmpty: false)
        }
      case .section(_, _, let body, _): try check(body, file: file)
      }
    }
  }

  private func refusal(isText: Bool) -> String? {
    switch state {
    case .text: return word == "<" && language == .html ? "in a tag outside quotation marks" : nil
    case .comment: return "in a comment"
    case .raw(let name): return "inside <\(name)>"
    case .tag: return "in a tag outside quotation marks"
    case .attribute(let name, _, let isEmpty):
      guard isText else { return nil }
      if language == .markdown { return "in an attribute" }
      if name.hasPrefix("on") || name == "style" || name == "srcdoc" {
        return "in the attribute '\(name)'"
      }
      // What comes first decides where an address leads.
      return Self.addresses.contains(name) && isEmpty ? "at the beginning of '\(name)'" : nil
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch state {
    case .text: readText(scalar)
    case .comment:
      word = String((word + String(scalar)).suffix(3))
      if word == "-->" { (state, word) = (.text, "") }
    case .raw(let name):
      raw.append(scalar)
      let end = "</" + name
      guard "eEtT".unicodeScalars.contains(scalar),
        String(raw.suffix(end.unicodeScalars.count)).lowercased() == end
      else { return }
      let body = String(raw.dropLast(end.unicodeScalars.count))
      if name == "style" { styles.append(body) } else { scripts.append(body) }
      raw = String.UnicodeScalarView()
      state = .tag(last: "/")
      (element, isElementName, word) = ("/" + name, false, "")
    case .tag(let last): readTag(scalar, last)
    case .attribute(let name, let quote, _):
      if scalar == quote {
        state = .tag(last: quote)
        wordHasEnded = true
      } else {
        state = .attribute(name: name, quote: quote, isEmpty: false)
      }
    }
  }

  private mutating func readText(_ scalar: Unicode.Scalar) {
    if word == "<", scalar == "/" || scalar.isASCII && scalar.properties.isAlphabetic {
      state = .tag(last: scalar)
      (element, isElementName) = (String(scalar).lowercased(), true)
      (word, wordHasEnded) = ("", false)
      return
    }
    word = scalar == "<" ? "<" : String((word + String(scalar)).suffix(4))
    if word == "<!--" { (state, word) = (.comment, "") }
  }

  private mutating func readTag(_ scalar: Unicode.Scalar, _ last: Unicode.Scalar) {
    switch scalar {
    case ">":
      state = ["script", "style"].contains(element) ? .raw(element) : .text
      word = ""
    case "\"" where last == "=", "'" where last == "=":
      state = .attribute(name: word.lowercased(), quote: scalar, isEmpty: true)
    case "=": state = .tag(last: "=")
    case " ", "\t", "\n", "\r", "\u{C}", "/":
      isElementName = false
      wordHasEnded = true
    default:
      if isElementName { element += String(scalar).lowercased() }
      if wordHasEnded { (word, wordHasEnded) = ("", false) }
      word.unicodeScalars.append(scalar)
      state = .tag(last: scalar)
    }
  }
}
