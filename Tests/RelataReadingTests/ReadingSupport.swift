import Foundation
import RelataCore

@testable import RelataReading

/// What a reading gave, sorted by kind.
struct Outcome {
  var documents: [Document] = []
  var diagnostics: [Diagnostic] = []
  var failures: [RelataError] = []

  init(_ inputs: [Input], format: InputFormat = .auto) {
    for event in DocumentReader(format: format).read(inputs) {
      switch event {
      case .document(let document): documents.append(document)
      case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
      case .failure(let error): failures.append(error)
      }
    }
  }

  init(bytes: [UInt8], name: String = "a.txt", format: InputFormat = .auto) {
    self.init([.bytes(bytes, name: name)], format: format)
  }

  init(_ text: String, name: String = "a.txt", format: InputFormat = .auto) {
    self.init(bytes: Array(text.utf8), name: name, format: format)
  }

  var codes: [String] { diagnostics.map(\.code) + failures.map(\.code) }
}

/// A folder that disappears with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("relata-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

/// The furniture of a text in words.
func furniture(_ text: String) -> [String] {
  let source = SourceText(text)
  return FurnitureDetector().spans(in: source).map { source[$0] }
}
