import ArgumentParser
import Foundation
import RelataCore
import RelataLanguage
import RelataPipeline

/// What a user adds to the rules that ship.
struct RulesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "YAML file of names to watch for, trigger words and patterns (default: none).",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var rules: String?

  /// The rules of the file; nil where none is given.
  ///
  /// - Throws: RL7011 if the file cannot be read; RL3005 to RL3011 with line and column if it is wrong.
  func userRules() throws(RelataError) -> UserRules? {
    guard let rules else { return nil }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: rules))
    } catch {
      throw RelataError(
        .noInput, code: "RL7011", "the rules cannot be read", at: InputLocation(file: rules),
        hint: "check that the file exists and is no folder")
    }
    return try UserRules(yaml: String(decoding: data, as: UTF8.self), file: rules)
  }

  /// An extractor that reads by them too.
  ///
  /// - Throws: As ``userRules()`` does.
  func extractor(
    minimumConfidence: Double = Extractor.standardConfidence, model: ReadingModel
  ) throws(RelataError) -> Extractor {
    Extractor(
      userRules: try userRules(), minimumConfidence: minimumConfidence, model: model)
  }
}
