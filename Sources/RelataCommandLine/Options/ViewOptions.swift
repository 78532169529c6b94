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
      "Show this entity under a pseudonym everywhere, quotes included; NAME=PSEUDONYM chooses one. Can be repeated (default: nobody).",
      valueName: "name"))
  var redact: [String] = []

  @Option(
    help: ArgumentHelp(
      "File for who stands behind which pseudonym and which words could not be decided (default: standard error).",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var redactionKey: String?

  @Flag(
    help:
      "Leave out what leads to the documents: names of outlets and files, addresses, titles, dates."
  )
  var stripMetadata = false

  func validate() throws {
    guard redactionKey == nil || !redact.isEmpty else {
      throw ValidationError("--redaction-key goes with --redact NAME")
    }
    guard redactionKey != "-" else {
      throw ValidationError("--redaction-key takes a file: the key must not stand in an output")
    }
    for date in [since, until].compactMap({ $0 })
    where date.wholeMatch(of: #/\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?/#) == nil {
      throw ValidationError("a date is yyyy, yyyy-mm or yyyy-mm-dd, not '\(date)'")
    }
  }

  var resolved: ViewSettings {
    ViewSettings(
      evidence: EvidenceFilter(sources: source, since: since, until: until), redacted: redact,
      stripsMetadata: stripMetadata, key: redactionKey.map(OutputFile.init))
  }
}
