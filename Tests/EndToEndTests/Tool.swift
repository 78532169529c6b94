import Foundation
import Testing

/// The built program, run as users run it.
struct Tool {
  /// How a run ended and what it wrote.
  struct Run {
    var status: Int32
    var wasKilled: Bool
    var out: Data
    var err: String

    var text: String { String(decoding: out, as: UTF8.self) }

    /// Standard output as JSON objects, one a line.
    func objects() throws -> [[String: Any]] {
      try text.split(separator: "\n").map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
    }
  }

  /// The executable beside the test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "relata").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate)
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return "relata"
  }()

  /// The checkout that this file is part of.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func process(
    _ executable: String, _ arguments: [String], in folder: String, environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    // A crash is to be seen as one, at once.
    variables["SWIFT_BACKTRACE"] = "enable=no"
    variables["NO_COLOR"] = nil
    variables["RELATA_GRAPH"] = nil
    variables["PATH"] =
      URL(fileURLWithPath: path).deletingLastPathComponent().path + ":" + (variables["PATH"] ?? "")
    variables.merge(environment) { $1 }
    process.environment = variables
    return process
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., in folder: Workplace, input: Data? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    try run(path, arguments, in: folder.path, input: input, environment: environment)
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String], in folder: Workplace) throws -> Run {
    try run(path, arguments, in: folder.path, input: nil, environment: [:])
  }

  /// Runs a line of shell with the program on its path.
  static func shell(_ line: String, in folder: String) throws -> Run {
    try run("/bin/bash", ["-c", line], in: folder, input: nil, environment: [:])
  }

  private static func run(
    _ executable: String, _ arguments: [String], in folder: String, input: Data?,
    environment: [String: String]
  ) throws -> Run {
    let process = process(executable, arguments, in: folder, environment: environment)
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    func handle(_ name: String, _ content: Data = Data()) throws -> FileHandle {
      let url = scratch.appending(path: name)
      try content.write(to: url)
      return try FileHandle(forUpdating: url)
    }
    process.standardInput = try handle("in", input ?? Data())
    process.standardOutput = try handle("out")
    process.standardError = try handle("err")
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      out: try Data(contentsOf: scratch.appending(path: "out")),
      err: String(decoding: try Data(contentsOf: scratch.appending(path: "err")), as: UTF8.self))
  }
}

/// A folder of its own for one test, removed with it.
final class Workplace: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let file = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return path + "/" + name
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
