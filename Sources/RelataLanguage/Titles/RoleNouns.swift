import RelataCore
import Yams

/// The nouns that give their bearers a role: "leader", "press secretary", "brother-in-law".
///
/// Shipped as `roles.yaml`; ``standard`` is parsed once.
package struct RoleNouns: Sendable {
  /// By lemma, the words of longer entries with spaces or hyphens between; frames of one noun in order
  /// of their relations.
  package var frames: [String: [NounFrame]] = [:]

  /// The nouns that ship with Relata.
  package static let standard: RoleNouns = {
    do {
      return try RoleNouns(yaml: String(decoding: PackageResources.roles_yaml, as: UTF8.self))
    } catch {
      preconditionFailure("internal error RL9005: the shipped role nouns do not parse: \(error)")
    }
  }()

  /// No nouns.
  package init() {}

  /// Reads a file of lines by relation under the key `nouns`.
  init(yaml: String) throws {
    let file = try YAMLDecoder().decode([String: [String: [String]]].self, from: yaml)
    for (relation, lines) in file["nouns"] ?? [:] {
      for line in lines {
        for frame in try NounFrame.parse(
          line, relation: RelationID(relation), file: "roles.yaml")
        {
          frames[frame.noun, default: []].append(frame)
        }
      }
    }
    // Files hold dictionaries without order: sort, so that the choice among frames is repeatable.
    frames = frames.mapValues { $0.sorted { $0.relation < $1.relation } }
  }

  /// The frames of the role noun at a word, alone or as the last word of a longer entry ("press
  /// secretary", "brother-in-law"); nil for a word that is no role.
  package func frames(at i: Int, in tree: SentenceTree) -> [NounFrame]? {
    let lemma = tree.lemma(i)
    if i > 0, let found = frames[tree.lemma(i - 1) + " " + lemma] { return found }
    if let hyphenated = Self.hyphenated(i, in: tree), let found = frames[hyphenated] {
      return found
    }
    return frames[lemma]
  }

  /// "brother - in - law" and "secretary - general" as one word, ending at `i` or starting there.
  private static func hyphenated(_ i: Int, in tree: SentenceTree) -> String? {
    if i >= 2, tree.form(i - 1) == "-" {
      var words = [tree.lemma(i)]
      var j = i
      while j >= 2, tree.form(j - 1) == "-" {
        words.insert(tree.lemma(j - 2), at: 0)
        j -= 2
      }
      return words.joined(separator: "-")
    }
    if i + 2 < tree.count, tree.form(i + 1) == "-" {
      var words = [tree.lemma(i)]
      var j = i
      while j + 2 < tree.count, tree.form(j + 1) == "-" {
        words.append(tree.lemma(j + 2))
        j += 2
      }
      return words.joined(separator: "-")
    }
    return nil
  }
}
