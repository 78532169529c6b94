import RelataCore
import RelataLanguage
import Yams

/// What a label says of the names that stand beside it.
enum LineLabel: Hashable, Sendable {
  /// It names what the lines are about: "Company".
  case subject
  /// It names the role that somebody has: "Position".
  case post
  /// It relates the names beside it and the subject; the former are its first end if `valueIsFirst`.
  case relation(RelationID, valueIsFirst: Bool)
}

/// The words of labels that are no role nouns, from `labels.yaml`.
struct LineLabels: Sendable {
  /// By the words in lower case with single spaces.
  private var labels: [String: LineLabel] = [:]
  /// The most words that a label has.
  private(set) var longest = 0

  /// The labels that ship, parsed once.
  static let standard: LineLabels = {
    do {
      return try LineLabels(
        yaml: String(decoding: PackageResources.labels_yaml, as: UTF8.self), file: "labels.yaml")
    } catch {
      preconditionFailure("internal error RL9006: the shipped labels do not parse: \(error)")
    }
  }()

  private struct File: Decodable {
    var labels: [String: [String]]
    var subjects: String
    var posts: String
  }

  init(yaml: String, file name: String) throws {
    let file = try YAMLDecoder().decode(File.self, from: yaml)
    for (relation, lines) in file.labels {
      for line in lines {
        let (words, from, to, _) = try FrameLine.split(line, file: name)
        guard Set([from, to]) == ["v", "k"] else { throw FrameLine.malformed(line, file: name) }
        for word in words {
          add(word, .relation(RelationID(relation), valueIsFirst: from == "v"))
        }
      }
    }
    for word in file.subjects.split(separator: " ") { add(String(word), .subject) }
    for word in file.posts.split(separator: " ") { add(String(word), .post) }
  }

  private mutating func add(_ entry: String, _ label: LineLabel) {
    let words = entry.replacing("_", with: " ")
    labels[words] = label
    longest = max(longest, words.split(separator: " ").count)
  }

  /// What the longest ending of the words says that is a label; nil for none.
  func label(endingIn words: [String]) -> (label: LineLabel, length: Int)? {
    for length in (0...min(words.count, longest)).reversed() where length > 0 {
      if let found = labels[words.suffix(length).joined(separator: " ")] { return (found, length) }
    }
    return nil
  }
}
