import ArgumentParser
import RelataCore

/// What a command must not show.
struct RedactionOptions: ParsableArguments {
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
  }

  var resolved: ViewSettings {
    ViewSettings(
      redacted: redact, stripsMetadata: stripMetadata, key: redactionKey.map(OutputFile.init))
  }
}
