import RelataCore

/// The frame of a report: text with placeholders, which newsrooms replace by their own.
///
/// - `{{name}}` stands for a value. Text is escaped for where it stands; what Relata draws and marks
///   up itself (figures, marked quotes) goes in as it is. A template cannot turn escaping off.
/// - `{{#name}}…{{/name}}` is repeated for each item of a list, or kept where a text is not empty or
///   a flag holds. Inside, the item's own names come first, then those around it.
/// - `{{^name}}…{{/name}}` is kept where the list or text is empty or the flag does not hold.
/// - `{{! … }}` is a comment. A section tag or comment that is alone on its line leaves no line.
///
/// Everything is checked when the template is read, so that no report comes out half: unknown names
/// with their place, sections that do not close, and values in places where no escaping is safe, such
/// as scripts. The names are listed at the top of the shipped templates.
public struct ReportTemplate: Sendable {
  /// What the template makes.
  public enum Language: Sendable { case html, markdown }

  /// The shipped page and fragment; its first lines list all placeholders.
  public static let htmlSource = String(decoding: PackageResources.report_html, as: UTF8.self)
  /// The shipped Markdown; its first lines list all placeholders.
  public static let markdownSource = String(decoding: PackageResources.report_md, as: UTF8.self)

  /// The language that its texts are escaped for.
  public let language: Language
  let nodes: [TemplateNode]
  /// Texts of the style sheets and scripts that the template itself holds.
  let inlineStyles: [String]
  let inlineScripts: [String]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - text: The template itself.
  ///   - language: What it is to become.
  ///   - file: Its name for errors.
  /// - Throws: `RelataError` RL6101 for an unknown name, RL6102 for a tag or section that does not
  ///   close, RL6103 for a list that stands where a text belongs, RL6104 for a value in a place where
  ///   it cannot be made safe; each with file, line and column.
  public init(_ text: String, language: Language, file: String) throws(RelataError) {
    var parser = TemplateParser(text, file: file)
    nodes = try parser.parse(ReportVocabulary.report)
    self.language = language
    var place = HTMLPlace(language)
    try place.check(nodes, file: file)
    inlineStyles = place.styles
    inlineScripts = place.scripts
  }

  /// The shipped template of a language.
  static func shipped(_ language: Language) throws(RelataError) -> ReportTemplate {
    switch language {
    case .html: try ReportTemplate(htmlSource, language: .html, file: "report.html")
    case .markdown: try ReportTemplate(markdownSource, language: .markdown, file: "report.md")
    }
  }

  /// Fills the template.
  ///
  /// - Complexity: O(length of the result).
  func text(_ record: TemplateRecord) -> String {
    var out = ""
    write(nodes, [record], &out)
    return out
  }

  private func write(_ nodes: [TemplateNode], _ scopes: [TemplateRecord], _ out: inout String) {
    for node in nodes {
      switch node {
      case .literal(let text): out += text
      case .value(let name, _):
        switch Self.value(name, scopes) {
        case .text(let text): out += escape(text)
        case .markup(let markup): out += markup
        case .flag, .list: break
        }
      case .section(let name, let isInverted, let body, _):
        let value = Self.value(name, scopes)
        if isInverted {
          if value.isEmpty { write(body, scopes, &out) }
        } else if case .list(let records) = value {
          for record in records { write(body, scopes + [record], &out) }
        } else if !value.isEmpty {
          write(body, scopes, &out)
        }
      }
    }
  }

  private static func value(_ name: String, _ scopes: [TemplateRecord]) -> TemplateValue {
    for scope in scopes.reversed() {
      if let value = scope[name] { return value }
    }
    return .flag(false)
  }

  private func escape(_ text: String) -> String {
    switch language {
    case .html: HTMLText.escape(text)
    case .markdown: MarkdownText.escape(text)
    }
  }
}

/// What a placeholder stands for.
enum TemplateValue {
  case text(String)
  /// Made by Relata, all text in it escaped already.
  case markup(String)
  case flag(Bool)
  case list([TemplateRecord])

  var isEmpty: Bool {
    switch self {
    case .text(let text), .markup(let text): text.isEmpty
    case .flag(let flag): !flag
    case .list(let records): records.isEmpty
    }
  }
}

typealias TemplateRecord = [String: TemplateValue]

/// Part of a template; offsets count scalars from its beginning.
indirect enum TemplateNode: Sendable {
  case literal(String)
  case value(String, TemplatePlace)
  case section(String, isInverted: Bool, [TemplateNode], TemplatePlace)
}

/// Where in a template a tag stands, and what its name means.
struct TemplatePlace: Hashable, Sendable {
  var line: Int
  var column: Int
  var isText: Bool
}
