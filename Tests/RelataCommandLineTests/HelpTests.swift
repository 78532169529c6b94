import ArgumentParser
import Testing

@testable import RelataCommandLine

@Suite struct HelpTests {
  private func commands() throws -> [CommandTree.Command] {
    let root = try CommandTree.whole().command
    return (root.subcommands ?? []).filter { $0.commandName != "help" }
  }

  @Test func everyCommandSaysWhatItDoesAndStartsWithExamples() throws {
    for command in try commands() {
      #expect(command.abstract?.hasSuffix(".") == true, "\(command.commandName)")
      #expect(
        command.discussion?.hasPrefix("EXAMPLES:\n  relata ") == true, "\(command.commandName)")
    }
  }

  @Test func everyOptionIsExplainedWithItsDefault() throws {
    for command in try commands() {
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        let name = "\(command.commandName) \(argument.valueName ?? "")"
        let help = argument.abstract ?? ""
        #expect(help.hasSuffix("."), "\(name)")
        guard argument.kind == "option" else { continue }
        let isExplained =
          argument.defaultValue != nil || help.contains("(default:")
          || help.hasPrefix("Also ") || help.hasPrefix("File that lists")
          || help.hasPrefix("Only this")
        #expect(isExplained, "\(name): \(help)")
      }
    }
  }

  @Test func helpFitsEightyColumns() async throws {
    for name in try commands().map(\.commandName) {
      let help = await InProcess.run(["help", name])
      #expect(help.status == 0)
      let usage = help.out.split(separator: "\n").filter { !$0.hasPrefix("USAGE") }
      for line in usage { #expect(line.count <= 80, "\(name): \(line)") }
      // A line that was wrapped by force would start in the first column with a lower-case word.
      let discussion = try #require(
        try commands().first { $0.commandName == name }?.discussion)
      for line in discussion.split(separator: "\n") { #expect(line.count <= 78, "\(line)") }
    }
  }

  @Test func theRootNamesEveryExitStatus() async {
    let help = await InProcess.run(["--help"])
    #expect(help.status == 0)
    for status in ExitStatus.allCases {
      #expect(help.out.contains("  \(status.rawValue)  \(status.meaning)"))
    }
  }

  @Test(arguments: ["-h", "--help"])
  func helpOfACommandIsTheSameBothWays(flag: String) async {
    let asked = await InProcess.run(["neighbors", flag])
    let other = await InProcess.run(["help", "neighbors"])
    #expect(asked.status == 0)
    #expect(asked.out == other.out)
    #expect(asked.out.contains("--min-confidence"))
    #expect(asked.err.isEmpty)
  }

  @Test func theManualNamesEveryCommandAndOption() async throws {
    let manual = await InProcess.run(["manual"])
    #expect(manual.out.hasPrefix(".TH RELATA 1"))
    for command in try commands() {
      let name = command.commandName.replacing("-", with: "\\-")
      #expect(manual.out.contains(".SS relata \(name)"))
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        for name in argument.names ?? [] {
          #expect(
            manual.out.contains(name.typed.replacing("-", with: "\\-")),
            "\(command.commandName) \(name.typed)")
        }
      }
    }
    let unescaped = manual.out.split(separator: "\n").filter { !$0.hasPrefix(".") }
      .filter { $0.contains(#/[^\\]-/#) }
    #expect(unescaped.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameTheCommands(shell: String) async {
    let script = await InProcess.run(["completions", shell])
    #expect(script.status == 0)
    for name in ["build", "neighbors", "render"] { #expect(script.out.contains(name)) }
  }

  @Test func withoutArgumentsAShortHelpIsGiven() async {
    let run = await InProcess.run([])
    #expect(run.status == ExitStatus.usage.rawValue)
    #expect(run.out.isEmpty)
    #expect(run.err.split(separator: "\n").count < 10)
    #expect(run.err.contains("relata build"))
  }
}
