import Foundation
import Testing

/// The README shows what really happens: its transcripts are run and compared.
///
/// `RELATA_RECORD=1` writes them anew and fails once, so that the change is seen.
@Suite(.serialized) struct READMETests {
  /// One fenced block of `$ command` lines with what they print, both streams together.
  private struct Transcript {
    var commands: [(command: String, output: [String])] = []

    init(_ lines: ArraySlice<String>) {
      for line in lines {
        if line.hasPrefix("$ ") {
          commands.append((String(line.dropFirst(2)), []))
        } else if !commands.isEmpty {
          commands[commands.count - 1].output.append(line)
        }
      }
    }
  }

  private static let readme = Tool.checkout.appending(path: "README.md")

  /// A folder in which the README's commands find the examples.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/examples",
      withDestinationPath: Tool.checkout.appending(path: "examples").path)
    return place
  }

  @Test func transcriptsAreWhatTheProgramPrints() throws {
    let place = try place()
    let lines = try String(contentsOf: Self.readme, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isRecording = ProcessInfo.processInfo.environment["RELATA_RECORD"] == "1"
    var written: [String] = []
    var count = 0
    var next = 0
    while let start = lines[next...].firstIndex(of: "```console") {
      let end = try #require(lines[(start + 1)...].firstIndex(of: "```"))
      written += lines[next...start]
      for (command, output) in Transcript(lines[(start + 1)..<end]).commands {
        let run = try Tool.shell("{ \(command)\n} 2>&1", in: place.path)
        var printed = run.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init)
        if printed.last == "" { printed.removeLast() }
        if !isRecording { #expect(printed == output, "$ \(command)") }
        #expect(!run.wasKilled)
        written += ["$ " + command] + printed
        count += 1
      }
      written.append(lines[end])
      next = end + 1
    }
    #expect(count >= 4)
    guard isRecording else { return }
    written += lines[next...]
    try written.joined(separator: "\n").write(to: Self.readme, atomically: true, encoding: .utf8)
    Issue.record("README.md was recorded; look at the change and run again")
  }

  @Test func theWalkFromArticlesToAFigureRuns() throws {
    let place = try place()
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let walk = try #require(text.components(separatedBy: "```sh\nrelata build").dropFirst().first)
    let lines = ("relata build" + walk.components(separatedBy: "```")[0]).split(separator: "\n")
    #expect(lines.count >= 8)
    for line in lines {
      let run = try Tool.shell(String(line), in: place.path)
      #expect(run.status == 0, "\(line): \(run.text)")
      // Two whom an article names both are no candidates.
      if line.hasPrefix("relata candidates") {
        #expect(run.text.contains("Fadi Merhane") && !run.text.contains("Emil Rusek"))
      }
    }
    let decisions = try String(contentsOfFile: place.path + "/decisions.yaml", encoding: .utf8)
    #expect(decisions.contains("brothers") && decisions.contains("the headteacher"))
    let figure = try String(contentsOfFile: place.path + "/affair.svg", encoding: .utf8)
    #expect(figure.contains("Yusuf Tarabine") && figure.contains("Dragan Velisar"))
  }

  @Test func everyExitStatusIsDocumented() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    for status in [0, 1, 64, 65, 66, 70, 73, 74, 75, 130, 141] {
      #expect(text.contains("| \(status) |"), "\(status)")
    }
  }

  @Test func everyCommandIsDocumented() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let place = try Workplace()
    let help = try Tool.run("--help", in: place)
    let names = help.text.matches(of: #/\n  ([a-z]+)(, [a-z]+)?   +[A-Z]/#).map { String($0.1) }
    #expect(names.count >= 14)
    for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
  }

  @Test func theREADMEIsShort() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 250)
  }
}
