import ArgumentParser

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colour in terminals; NO_COLOR is respected.", valueName: "when"))
  var color: Choice<ColorMode> = Choice(.auto)

  @Flag(name: [.short, .long], help: "Say nothing but errors on standard error.")
  var quiet = false
}
