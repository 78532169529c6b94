import Foundation
import RelataCore

/// Two names and whether they are one bearer's.
public struct NamePair: Hashable, Sendable {
  /// What bears them.
  public var type: EntityType
  public var first: String
  public var second: String
  /// Whether one bearer has both.
  public var isSame: Bool

  /// Reads rows of type, name, name and 1 or 0, separated by tabs; a first row that begins with "type" is a head.
  ///
  /// - Throws: `RelataError` RL8011 with the line that is no pair.
  public static func read(tsv data: Data, file: String) throws(RelataError) -> [NamePair] {
    var pairs: [NamePair] = []
    let lines = String(decoding: data, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if index == 0, fields[0] == "type" { continue }
      guard fields.count == 4, let type = EntityType(rawValue: fields[0]),
        ["0", "1"].contains(fields[3])
      else {
        throw RelataError(
          .badInput, code: "RL8011", "not a pair of names",
          at: InputLocation(file: file, line: index + 1),
          hint: "one pair a line: type, name, name and 1 or 0, separated by tabs")
      }
      pairs.append(
        NamePair(type: type, first: fields[1], second: fields[2], isSame: fields[3] == "1"))
    }
    return pairs
  }
}
