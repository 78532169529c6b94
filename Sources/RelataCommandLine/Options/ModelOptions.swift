import ArgumentParser
import RelataCore

/// Which model reads references and relations.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Model that reads relations: small for volume, large to find more.", valueName: "model"))
  var model: Choice<ReadingModel> = Choice(.standard)

  /// - Throws: RL7003 for an unknown word.
  func value() throws(RelataError) -> ReadingModel { try model.value("model") }
}
