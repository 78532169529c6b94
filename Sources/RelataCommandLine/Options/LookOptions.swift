import ArgumentParser
import RelataDiagram

/// What a figure looks like.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fonts, shapes and colours: standard, monochrome, or a file ('relata theme' shows how).",
      valueName: "theme"),
    completion: .file(extensions: ["yaml", "yml"]))
  var theme: String = "standard"

  @Option(
    help: ArgumentHelp("Light or dark; automatic follows the reader's system.", valueName: "colors")
  )
  var colors: Choice<ColorScheme> = Choice(.automatic)
}
