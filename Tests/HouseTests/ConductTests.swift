import Foundation
import Testing

@Suite struct ConductTests {
  /// Words that only the command line may use: printing, ending the process, reading its surroundings.
  private static let reserved = [
    "print(", "debugPrint(", "exit(", "NSLog(", "puts(", "FileHandle.standardOutput",
    "FileHandle.standardError", "ProcessInfo.processInfo.environment", "getenv(",
    "CommandLine.arguments",
  ]

  /// Places below that may, each with its reason.
  private static let exceptions: [String: Set<String>] = [
    // The child process that draws is this executable once more, and must find the runtime libraries.
    "Sources/RelataIsolation/RunningProgram.swift": ["CommandLine.arguments"],
    "Sources/RelataIsolation/ChildEnvironment.swift": ["getenv("],
    // A child ends with its work, before the program that it also is has begun.
    "Sources/Graphviz/Rendering/RenderChild.swift": ["exit(", "CommandLine.arguments"],
    // Weights lie beside the executable.
    "Sources/RelataAnnotation/WeightLocation.swift": ["CommandLine.arguments"],
  ]

  @Test func nothingBelowTheCommandLinePrintsExitsOrReadsTheEnvironment() throws {
    var violations: [String] = []
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      guard !["RelataCommandLine", "relata", "relata-read"].contains(Checkout.target(of: path))
      else { continue }
      let source = SwiftSource(text)
      for word in Self.reserved where Self.exceptions[path]?.contains(word) != true {
        violations += source.lines(with: word).map { "\(path):\($0): \(word)" }
      }
    }
    #expect(violations.isEmpty)
  }

  @Test func dataNeverTraps() throws {
    let unwrap = try Regex(#"[\w\])]!(\.|\[|\)|,|$| |\?)"#)
    var violations: [String] = []
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      let source = SwiftSource(text)
      for word in ["try!", "fatalError(", "as!"] {
        violations += source.lines(with: word).map { "\(path):\($0): \(word)" }
      }
      for (number, line) in source.code.enumerated()
      where line.contains("!") && line.contains(unwrap) {
        violations.append("\(path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
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
      for (path, text) in try Checkout.swiftFiles(in: folder)
      where !path.hasPrefix("Tests/HouseTests") {
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
    let machine = ["/root/", "/home/", "/Users/"]
    for folder in ["Sources", "Tests", "scripts", "examples"] {
      for path in try Checkout.files(in: folder) where !path.hasPrefix("Tests/HouseTests") {
        guard let text = try? Checkout.text(path) else { continue }
        for word in machine { #expect(!text.contains(word), "\(path) names \(word)") }
      }
    }
  }
}
