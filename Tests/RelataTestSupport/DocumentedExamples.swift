import Foundation

/// Holds the Swift examples of an article against a test file in which they are compiled.
public enum DocumentedExamples {
  /// Examples of the article that do not stand in the file, wherever lines are broken.
  ///
  /// - Parameters:
  ///   - file: The path of the test file, three levels below the root of the checkout.
  ///   - article: Below Sources.
  ///   - count: Examples that the article has; another number counts as one missing.
  /// - Returns: Empty if all is well.
  /// - Throws: Where one of the files cannot be read.
  public static func missing(from file: String, article: String, count: Int) throws -> [String] {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Sources/" + article), encoding: .utf8)
    let code = squeezed(try String(contentsOfFile: file, encoding: .utf8))
    let examples = text.matches(of: #/```swift\n([\s\S]*?)```/#).map { String($0.1) }
    let missing = examples.filter { !code.contains(squeezed($0)) }
    return examples.count == count ? missing : missing + ["\(examples.count) examples"]
  }

  private static func squeezed(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
  }
}
