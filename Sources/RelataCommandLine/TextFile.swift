import Foundation
import RelataCore

/// A text that a command reads whole.
enum TextFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - kind: What it is, for messages: "template".
  /// - Returns: The whole text.
  /// - Throws: RL7205 if the file cannot be read, RL7206 if it is not UTF-8.
  static func text(_ path: String, kind: String) throws(RelataError) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw RelataError(
        .noInput, code: "RL7205", "the \(kind) cannot be read", at: InputLocation(file: path),
        hint: "check that the file exists and is no folder")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw RelataError(
        .badInput, code: "RL7206", "the \(kind) is not UTF-8", at: InputLocation(file: path),
        hint: "convert it first; nothing was changed")
    }
    return text
  }
}
