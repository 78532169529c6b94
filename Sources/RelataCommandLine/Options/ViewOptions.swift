import ArgumentParser
import RelataCore
import RelataGraph

/// What part of the graph a command looks at, and what it must not show.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only evidence from outlets or files with these words in their name (default: all).",
      valueName: "words"))
  var source: [String] = []

  @Option(
    help: ArgumentHelp(
      "No evidence from outlets or files with these words in their name (default: all count).",
      valueName: "words"))
  var withoutSource: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only evidence published on or after this day, month or year (default: all).",
      valueName: "yyyy-mm-dd"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only evidence published on or before this day, month or year (default: all).",
      valueName: "yyyy-mm-dd"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Only what is known to hold in this year, month or day: what texts say, and what follows from it, marked as assumed (default: whenever).",
      valueName: "yyyy-mm-dd"))
  var at: String?

  @Flag(
    help: "Only what the last build brought: evidence from documents that were not there before.")
  var sinceBuild = false

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var redaction: RedactionOptions

  func validate() throws {
    for date in [since, until].compactMap({ $0 })
    where date.wholeMatch(of: #/\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?/#) == nil {
      throw ValidationError("a date is yyyy, yyyy-mm or yyyy-mm-dd, not '\(date)'")
    }
    if let at, at.contains("T") || CalendarPeriod(iso: at) == nil {
      throw ValidationError("--at takes yyyy, yyyy-mm or yyyy-mm-dd, not '\(at)'")
    }
  }

  /// - Throws: RL7003 for an unknown word after --trust.
  func resolved() throws(RelataError) -> ViewSettings {
    var settings = redaction.resolved
    settings.evidence = EvidenceFilter(
      sources: source, withoutSources: withoutSource, since: since, until: until)
    settings.at = at.flatMap { CalendarPeriod(iso: $0) }
    settings.sinceBuild = sinceBuild
    settings.scope = try scope.resolved()
    settings.includesConfidential = scope.sealed.confidential
    return settings
  }
}
