import ArgumentParser

struct ManualCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page.",
    discussion: """
      EXAMPLES:
        relata manual | man -l -                          read it
        relata manual > ~/.local/share/man/man1/relata.1  install it
      """)

  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.streams.out.write(ManualPage(tree: .whole()).text())
    return .success
  }
}
