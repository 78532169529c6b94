import ArgumentParser
import RelataCore
import RelataPipeline

struct DoctorCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says what is installed, what is missing, and how to fix it.",
    discussion: """
      EXAMPLES:
        relata doctor
        relata doctor --json

      Exit status 1 if something is missing.
      """)

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let format = try listing.resolved()
    let installation = Installation(program: RelataVersion.current)
    guard format != .table else { return try write(installation, context) }
    var listing = Listing([
      .init(title: "Name"), .init(title: "Found"), .init(title: "Ok"), .init(title: "Remedy"),
    ])
    for check in installation.checks {
      listing.append(
        [check.name, check.found, check.isOK ? "yes" : "no", check.remedy ?? ""],
        object: [
          "name": .string(check.name), "found": .string(check.found), "ok": .bool(check.isOK),
          "remedy": .optional(check.remedy),
        ])
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    return installation.isComplete ? .success : .failure
  }

  private func write(_ installation: Installation, _ context: CommandContext) throws -> ExitStatus {
    let style = context.style
    let widest = installation.checks.map { TextWidth.of($0.name) }.max() ?? 0
    for check in installation.checks {
      let mark = check.isOK ? style.green("ok     ") : style.red("missing")
      let padding = String(repeating: " ", count: widest - TextWidth.of(check.name))
      try context.streams.print("\(mark)  \(check.name)\(padding)  \(check.found)")
      if let remedy = check.remedy {
        try context.streams.print(String(repeating: " ", count: 11 + widest) + "→ \(remedy)")
      }
    }
    if installation.isComplete { context.say("relata: all is well") }
    return installation.isComplete ? .success : .failure
  }
}
