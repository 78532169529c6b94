import ArgumentParser
import RelataCore
import RelataStore

/// Which relations to trust.
enum Trust: String, CaseIterable, Sendable { case all, confirmed }

/// Whether a command tells what confidential documents say.
struct ConfidentialOptions: ParsableArguments {
  @Flag(help: "Also what confidential documents say.")
  var confidential = false
}

/// What of people's decisions a command tells.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only relations that somebody confirmed ('confirmed'), or every one.", valueName: "who"))
  var trust: Choice<Trust> = Choice(.all)

  @Flag(help: "Also what somebody rejected or hid.")
  var includeRejected = false

  @OptionGroup var sealed: ConfidentialOptions

  func validate() throws {
    guard try trust.value("trust") == .all || !includeRejected else {
      throw ValidationError("--include-rejected and --trust confirmed do not go together")
    }
  }

  /// - Throws: RL7003 for an unknown word after --trust.
  func resolved() throws(RelataError) -> DecisionScope {
    try trust.value("trust") == .confirmed ? .confirmed : includeRejected ? .all : .standing
  }
}
