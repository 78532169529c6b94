import RelataIsolation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A program that reads the words of pictures: tesseract, which is started for each page and linked by nothing.
///
/// Its library would be one more that every build needs, for what few runs ask for; as a program it is used where it is
/// installed, under the limits of the child that starts it.
public struct TextRecognizer: Codable, Hashable, Sendable {
  /// What it calls itself, with its version: "tesseract 5.3.0".
  public let name: String
  private let path: String
  /// The folder of its models, where the environment names one.
  private let models: String?

  /// Words that it is less sure of, in percent, are dirt.
  private static let leastSure = 20.0
  private static let secondsOfPage = 60.0

  /// Looks for the program on the search path of an environment, and asks it for its version.
  ///
  /// - Returns: nil where there is none, or none that answers.
  public static func find(in environment: [String: String]) -> TextRecognizer? {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    for folder in folders where folder.hasPrefix("/") {
      let path = "\(folder)/tesseract"
      guard FileManager.default.isExecutableFile(atPath: path) else { continue }
      let asked = try? process(path, ["--version"], []).run(
        input: [], timeout: 20, handle: ChildHandle())
      guard let asked, asked.ending == .exited(0) else { continue }
      // Old versions tell it on standard error.
      let words = String(decoding: asked.output + asked.messages, as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      guard words.count > 1, words[0] == "tesseract" else { continue }
      return TextRecognizer(
        name: "tesseract \(words[1])", path: path, models: environment["TESSDATA_PREFIX"])
    }
    return nil
  }

  private static func process(
    _ path: String, _ arguments: [String], _ variables: [String]
  ) -> ChildProcess {
    ChildProcess(
      executable: path, arguments: arguments,
      // Documents are read several at once already.
      environment: ChildEnvironment.variables(adding: variables + ["OMP_THREAD_LIMIT=1"]),
      isStartedByChildren: true)
  }

  /// The words of a picture.
  ///
  /// - Parameter picture: In a format that leptonica reads from memory, such as PGM.
  /// - Returns: In the order in which they are read; nil where the program failed.
  package func words(of picture: [UInt8]) -> [RecognizedWord]? {
    let outcome = try? Self.process(
      path, ["stdin", "stdout", "-l", "eng", "tsv"], models.map { ["TESSDATA_PREFIX=\($0)"] } ?? []
    ).run(input: picture, timeout: Self.secondsOfPage, handle: ChildHandle())
    guard let outcome, outcome.ending == .exited(0) else { return nil }
    return String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap(RecognizedWord.init).filter { $0.sureness >= Self.leastSure }
  }
}

/// A word of a picture, and where it stands, in pixels from the upper left corner.
package struct RecognizedWord: Equatable, Sendable {
  package var text: String
  /// Words of one line have the same.
  package var line: String
  package var left: Double
  package var top: Double
  package var width: Double
  package var height: Double
  /// In percent.
  package var sureness: Double

  /// A row of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, sureness, text.
  ///
  /// Nil of a row for more than a word, and of blank words.
  init?(_ row: Substring) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 12, cells[0] == "5" else { return nil }
    let numbers = cells[6...10].compactMap { Double($0) }
    let text = cells[11].filter { !$0.isWhitespace }
    guard numbers.count == 5, numbers.allSatisfy(\.isFinite), !text.isEmpty else { return nil }
    self.text = text
    line = cells[1...4].joined(separator: " ")
    (left, top, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
    sureness = numbers[4]
  }
}
