import ArgumentParser

/// The version of the program.
public enum RelataVersion {
  /// The version, as "major.minor.patch".
  public static let current = "0.1.0"
}

/// The root of the command tree.
struct RelataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relata",
    abstract: "Reads news and shows who is tied to whom, and who says so.",
    discussion: """
      EXAMPLES:
        relata build articles/                     read a folder into graph.relata
        relata neighbors "Ahmad Massoud"           who is tied to him, with quotes
        relata render --focus "Ahmad Massoud" --output massoud.svg
        relata extract article.html | jq .         relations as JSON, no graph file

      Nothing leaves this machine: no network, no account, no telemetry.

      EXIT STATUS:
      \(ExitStatus.helpText)

      ENVIRONMENT:
        RELATA_GRAPH  graph file where --graph is not given
        NO_COLOR      if not empty, no colour
      """,
    version: "relata \(RelataVersion.current)",
    groupedSubcommands: [
      CommandGroup(
        name: "Read",
        subcommands: [
          BuildCommand.self, ExtractCommand.self, AnnotateCommand.self, ForgetCommand.self,
          VerifyCommand.self,
        ]),
      CommandGroup(
        name: "Ask",
        subcommands: [
          NeighborsCommand.self, PathCommand.self, ShowCommand.self, EntitiesCommand.self,
          RelationsCommand.self, ConflictsCommand.self, TimelineCommand.self, DocumentsCommand.self,
          ShowDocumentCommand.self, TopCommand.self, DiffCommand.self, CompareCommand.self,
          CandidatesCommand.self, ExplainCommand.self, StatsCommand.self,
        ]),
      CommandGroup(
        name: "Decide",
        subcommands: [
          MergeCommand.self, DifferentCommand.self, SplitCommand.self, RenameCommand.self,
          RetypeCommand.self, AliasCommand.self,
          RejectCommand.self, ConfirmCommand.self, HideCommand.self, NoteCommand.self,
          ConfidentialCommand.self, UndoCommand.self, DecisionsCommand.self, RulesCommand.self,
        ]),
      CommandGroup(
        name: "Show",
        subcommands: [
          RenderCommand.self, ReportCommand.self, EmbedCommand.self, PandocCommand.self,
        ]),
      CommandGroup(
        name: "About Relata",
        subcommands: [
          DoctorCommand.self, SchemaCommand.self, ThemeCommand.self, EvalCommand.self,
          ManualCommand.self,
          CompletionsCommand.self,
        ]),
    ])

  /// Every word that names a command.
  static var commandNames: [String] {
    configuration.groupedSubcommands.flatMap(\.subcommands).flatMap { command in
      [command.configuration.commandName ?? command._commandName] + command.configuration.aliases
    }
  }

  /// What `relata` alone says.
  static let shortHelp = """
    relata reads news and shows who is tied to whom, and who says so.

      relata build articles/               read files into graph.relata
      relata neighbors "Ahmad Massoud"     who is tied to him, with quotes
      relata render --output graph.svg     draw it

    'relata --help' shows every command; 'relata build --help' the options of one.
    """
}
