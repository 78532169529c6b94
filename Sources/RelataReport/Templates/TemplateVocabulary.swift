/// The names that a template may use, and what they mean.
struct TemplateVocabulary: Sendable {
  enum Meaning: Sendable {
    /// Escaped where it stands.
    case text
    /// Goes in as it is.
    case markup
    case flag
    case list(TemplateVocabulary)
  }

  var names: [String: Meaning]

  init(
    text: [String] = [], markup: [String] = [], flags: [String] = [],
    lists: [String: TemplateVocabulary] = [:]
  ) {
    names = [:]
    for name in text { names[name] = .text }
    for name in markup { names[name] = .markup }
    for name in flags { names[name] = .flag }
    for (name, items) in lists { names[name] = .list(items) }
  }
}

/// The names in templates of reports; the comment at the top of the shipped templates explains them.
enum ReportVocabulary {
  static let report = TemplateVocabulary(
    text: ["title", "summary", "version", "model", "graph", "command"],
    markup: ["prefix", "policy", "style", "script"],
    flags: ["page", "several", "filters", "conflicting"],
    lists: [
      "figures": figure, "conflicts": conflict, "evidence": evidence, "entities": entity,
      "inputs": input,
      "statuses": TemplateVocabulary(text: ["word"], markup: ["status"]),
      "method": TemplateVocabulary(text: ["paragraph"]),
    ])

  static let figure = TemplateVocabulary(
    text: ["number", "title", "alt", "description", "credit", "scope"],
    markup: ["id", "svg", "image"], lists: ["relations": relation])

  static let relation = TemplateVocabulary(
    text: ["subject", "phrase", "object", "standing", "sources", "support", "confidence"],
    markup: ["status", "line", "ends"], flags: ["negative", "undrawn"],
    lists: [
      "evidence": TemplateVocabulary(text: ["number"], markup: ["anchor"], flags: ["later"])
    ])

  static let evidence = TemplateVocabulary(
    text: [
      "number", "claim", "source", "headline", "published", "sentence", "document", "standing",
      "claimant", "confidence", "extractor", "citation", "copies", "same",
    ], markup: ["anchor", "quote", "code"])

  static let conflict = TemplateVocabulary(
    text: ["about", "kind"], lists: ["first": side, "second": side])

  private static let side = TemplateVocabulary(
    text: ["claim", "standing", "citation"], markup: ["quote"])

  static let entity = TemplateVocabulary(text: ["name", "type", "roles", "aliases"])

  static let input = TemplateVocabulary(
    text: ["source", "headline", "published", "document", "sha256"],
    markup: ["documentCode", "sha256Code"])
}
