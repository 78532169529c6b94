import Foundation
import RelataCore
import Testing

@testable import RelataCommandLine

@Suite struct OutputFileTests {
  private let streams = OutputStreams(out: MemorySink(), err: MemorySink())

  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test func aFileIsReplacedWholeAndNothingElseIsLeft() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.svg").path
    try OutputFile(path: path).write(Array("one".utf8), streams: streams)
    try OutputFile(path: path).write(Array("two".utf8), streams: streams)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.svg"])
  }

  @Test func aLinkStaysALink() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "target").path
    let link = folder.appending(path: "link").path
    try Data("old".utf8).write(to: URL(fileURLWithPath: target))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try OutputFile(path: link).write(Array("new".utf8), streams: streams)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test func permissionsOfAnOlderFileAreKept() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x").path
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try OutputFile(path: path).write(Array("new".utf8), streams: streams)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func aFolderAndAMissingFolderAreRefused() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, code) in [(folder.path, "RL7302"), (folder.path + "/no/x", "RL7301")] {
      for attempt in [
        { try OutputFile(path: path).check() },
        { try OutputFile(path: path).write([1], streams: streams) },
      ] {
        let error = #expect(throws: RelataError.self) { try attempt() }
        #expect(error?.code == code)
        #expect(error?.kind == .cannotCreate)
      }
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDeviceIsTold() throws {
    let error = #expect(throws: RelataError.self) {
      try OutputFile(path: "/dev/full").write(
        Array(repeating: 65, count: 100_000), streams: streams)
    }
    #expect(error?.code == "RL7402")
    #expect(error?.kind == .inputOutput)
  }
}
