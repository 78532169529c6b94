import RelataCore

/// The manual page in roff (`man` macros), made from the command tree.
struct ManualPage {
  let tree: CommandTree

  /// The page's source; the same tree gives the same bytes.
  func text() -> String {
    let root = tree.command
    var lines = [
      ".TH RELATA 1 \"\" \"relata \(RelataVersion.current)\" \"User Commands\"",
      ".SH NAME", "relata \\- \(Self.plain(root.abstract ?? "").lowercasedStart)",
      ".SH SYNOPSIS", ".B relata", ".I command", "[options]", ".SH DESCRIPTION",
      "Relata reads news text on this machine and builds a graph of who is tied to whom, with the "
        + "words that say so. Nothing is sent anywhere.",
      ".SH EXAMPLES", ".nf",
    ]
    lines += Self.section("EXAMPLES:", of: root.discussion)
    lines += [".fi", ".SH COMMANDS"]
    for command in root.subcommands ?? [] where command.commandName != "help" {
      lines += self.lines(command)
    }
    lines += [".SH EXIT STATUS"]
    for status in ExitStatus.allCases {
      lines += [".TP", ".B \(status.rawValue)", Self.plain(status.meaning) + "."]
    }
    lines += [
      ".SH ENVIRONMENT", ".TP", ".B RELATA_GRAPH", "Graph file where \\-\\-graph is not given.",
      ".TP", ".B NO_COLOR", "If not empty, output has no colour.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ command: CommandTree.Command) -> [String] {
    let names = ([command.commandName] + (command.aliases ?? [])).joined(separator: ", ")
    var lines = [".SS relata \(Self.plain(names))", Self.plain(command.abstract ?? "")]
    if let discussion = command.discussion {
      lines += [".PP", ".nf"]
      lines += discussion.split(separator: "\n", omittingEmptySubsequences: false)
        .map { Self.plain(String($0)) }
      lines += [".fi"]
    }
    for argument in command.arguments ?? [] where argument.shouldDisplay {
      lines += [".TP", ".B \(Self.plain(Self.synopsis(argument)))", Self.description(argument)]
    }
    return lines
  }

  private static func synopsis(_ argument: CommandTree.Argument) -> String {
    let value = "<\(argument.valueName ?? "value")>"
    if argument.kind == "positional" { return value + (argument.isRepeating ? " ..." : "") }
    let names = (argument.names ?? []).map(\.typed).joined(separator: ", ")
    return argument.kind == "flag" ? names : "\(names) \(value)"
  }

  private static func description(_ argument: CommandTree.Argument) -> String {
    var text = argument.abstract ?? ""
    if let values = argument.allValues {
      text += " One of: " + values.joined(separator: ", ") + "."
    }
    if let value = argument.defaultValue { text += " Default: \(value)." }
    return plain(text)
  }

  /// The lines under a heading of a discussion, up to the next empty line.
  private static func section(_ heading: String, of discussion: String?) -> [String] {
    (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != heading[...] }.dropFirst().prefix { !$0.isEmpty }
      .map { plain(String($0)) }
  }

  /// Text with what roff would interpret escaped.
  private static func plain(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}

extension String {
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
