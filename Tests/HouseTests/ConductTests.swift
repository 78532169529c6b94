import Foundation
import Testing

@Suite struct ConductTests {
  /// Words that only the command line may use: printing, ending the process, reading its surroundings.
  private static let reserved = [
    #/\bprint\(/#, #/\bdebugPrint\(/#, #/\bexit\(/#, #/\bNSLog\(/#, #/\bputs\(/#,
    #/FileHandle\.standard(Output|Error)/#, #/ProcessInfo\.processInfo\.environment/#,
    #/\bgetenv\(/#, #/\bCommandLine\.arguments/#,
  ]

  @Test func nothingBelowTheCommandLinePrintsExitsOrReadsTheEnvironment() throws {
    var violations: [String] = []
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      guard !["RelataCommandLine", "relata"].contains(Checkout.target(of: path)),
        !Self.mayTouchTheProcess.contains(path)
      else { continue }
      for (number, line) in SwiftSource(text).code.enumerated() {
        for pattern in Self.reserved where line.contains(pattern) {
          violations.append("\(path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
        }
      }
    }
    #expect(violations.isEmpty)
  }

  /// The child process that runs Graphviz is the one place below that owns a process.
  private static let mayTouchTheProcess: Set<String> = [
    "Sources/Graphviz/Child/RenderChild.swift"
  ]

  @Test func dataNeverTraps() throws {
    let forbidden = [#/\btry!/#, #/\bfatalError\(/#, #/\bas! /#, #/[\w\])]!(\.|\[|\)|,|$| )/#]
    var violations: [String] = []
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      for (number, line) in SwiftSource(text).code.enumerated() {
        for pattern in forbidden where line.contains(pattern) {
          violations.append("\(path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
        }
      }
    }
    #expect(violations.isEmpty)
  }

  @Test func errorCodesAreUniqueAndWellFormed() throws {
    var places: [String: [String]] = [:]
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      for match in text.matches(of: #/code:\s*"([^"]*)"/#) {
        places[String(match.1), default: []].append(path)
      }
    }
    #expect(places.count > 20)
    for (code, files) in places {
      #expect(code.wholeMatch(of: #/RL[1-9]\d{3}/#) != nil, "\(code) in \(files)")
      #expect(Set(files).count == 1, "\(code) is used in \(Set(files).sorted())")
    }
  }

  @Test func noFileIsUnfinished() throws {
    for folder in ["Sources", "Tests"] {
      for (path, text) in try Checkout.swiftFiles(in: folder) where !path.hasPrefix("Tests/HouseTests") {
        #expect(!text.contains("TODO") && !text.contains("FIXME"), "\(path)")
        #expect(!path.hasSuffix("Placeholder.swift"), "\(path)")
      }
    }
  }

  @Test func filesStaySmall() throws {
    for folder in ["Sources", "Tests"] {
      for (path, text) in try Checkout.swiftFiles(in: folder)
      where !path.hasSuffix("+Generated.swift") && !path.hasSuffix("Table.swift") {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        let limit = folder == "Tests" ? 800 : 500
        #expect(lines <= limit, "\(path) has \(lines) lines")
      }
    }
  }

  @Test func testsUseSwiftTestingOnly() throws {
    for (path, text) in try Checkout.swiftFiles(in: "Tests") {
      #expect(!SwiftSource(text).imports.contains("XCTest"), "\(path)")
    }
  }

  @Test func committedTextNamesNoMachine() throws {
    let machine = ["/work/", "/tmp/w/", "/tmp/b/", "/root/"].filter { !$0.isEmpty }
    for folder in ["Sources", "Tests", "scripts", "examples"] {
      for path in try Checkout.files(in: folder) where !path.hasPrefix("Tests/HouseTests") {
        guard let text = try? Checkout.text(path) else { continue }
        for word in machine { #expect(!text.contains(word), "\(path) names \(word)") }
      }
    }
  }
}
