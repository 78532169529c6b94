import Foundation
import RelataCore

/// What a careful reader takes from a saved web page.
///
/// Lies beside the page as `NAME.json`; `Tests/Benchmark/README.md` documents the format.
public struct SavedPage: Decodable, Sendable {
  /// The content system or trap that the page stands for.
  public var kind: String
  /// The headline without the outlet's name; nil where the page has no story.
  public var title: String?
  /// Several are joined by commas.
  public var author: String?
  /// The newspaper or site.
  public var outlet: String?
  /// A day, or a day with a time, as ISO 8601.
  public var published: String?
  /// The canonical address.
  public var url: String?
  /// The story's blocks in order; empty where the page has no story.
  public var text: [String]
  /// Phrases of the page that are no part of the story.
  public var absent: [String]

  /// Reads the expectations of one page.
  ///
  /// - Throws: `RelataError` RL8010 if the file does not decode.
  public static func read(_ data: Data, file: String) throws(RelataError) -> SavedPage {
    do {
      return try JSONDecoder().decode(SavedPage.self, from: data)
    } catch {
      throw RelataError(
        .badInput, code: "RL8010", "not what is to be read of a page",
        at: InputLocation(file: file),
        hint: "one JSON object with kind, title, author, outlet, published, url, text and absent")
    }
  }
}
