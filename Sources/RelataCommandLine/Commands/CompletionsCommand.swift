import ArgumentParser
import RelataCore

/// Shells with completion scripts.
enum Shell: String, CaseIterable, Sendable { case bash, zsh, fish }

struct CompletionsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints a completion script for a shell.",
    discussion: """
      EXAMPLES:
        relata completions bash > ~/.local/share/bash-completion/completions/relata
        relata completions zsh > ~/.zfunc/_relata
        relata completions fish > ~/.config/fish/completions/relata.fish
      """)

  @Argument(help: ArgumentHelp("The shell.", valueName: "shell"))
  var shell: Choice<Shell>

  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let shell: CompletionShell =
      switch try shell.value("shell") {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try context.streams.out.write(RelataCommand.completionScript(for: shell))
    return .success
  }
}
