import ArgumentParser
import RelataCore
import RelataDiagram

struct ThemeCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Prints the look of figures as YAML, or checks one's own.",
    discussion: """
      EXAMPLES:
        relata theme > newsroom.yaml       what to copy and change
        relata theme --check newsroom.yaml
        relata render --theme newsroom.yaml --output figure.svg

      A theme sets fonts, shapes, lines and colours, light, dark and for print;
      what it leaves out is as in the standard theme. The check tells what is
      not understood and which colours have too little contrast.
      """)

  @Option(
    help: ArgumentHelp(
      "Check this file instead (default: print the standard theme).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var check: String?

  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    guard let check else {
      for line in DiagramTheme.template.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      {
        try context.streams.print(String(line))
      }
      return .success
    }
    let (theme, warnings) = try ThemeChoice.read(check, in: context)
    context.say(
      warnings.isEmpty
        ? "relata: \(check): theme '\(theme.name)' is sound"
        : "relata: \(check): \(Count.of(warnings.count, "pair")) of colours with too little contrast"
    )
    return warnings.isEmpty ? .success : .badInput
  }
}
