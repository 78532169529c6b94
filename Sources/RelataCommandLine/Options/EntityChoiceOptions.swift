import ArgumentParser
import RelataCore

/// Which entities a command looks at, beside those that it is asked about.
struct EntityChoiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only entities of these types, with commas between: person, organization, location, group, event, other (default: all).",
      valueName: "types"))
  var types: String?

  @Option(
    name: [.customLong("without"), .customLong("avoid")],
    help: ArgumentHelp(
      "Leave this entity out, with all its ties. Can be repeated (default: nobody).",
      valueName: "name"))
  var without: [String] = []

  /// Settings that look at these entities alone, and at those of the names asked about whatever their type.
  ///
  /// - Throws: RL7003 for an unknown type.
  func limiting(
    _ settings: ViewSettings, asked: [String]
  ) throws(RelataError) -> ViewSettings {
    var settings = settings
    for word in (types ?? "").split(whereSeparator: { ", ".contains($0) }) {
      let type = Choice<NodeType>(argument: String(word))
      settings.types.insert(try type.value("type").entityType)
    }
    settings.without = without
    settings.asked = asked
    return settings
  }
}
