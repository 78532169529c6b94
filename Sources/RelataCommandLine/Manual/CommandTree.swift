import ArgumentParser
import Foundation
import RelataCore

/// The command tree as data, read from what ArgumentParser tells about itself.
///
/// The manual and the tests of the documentation work on this, so that neither can miss an option.
struct CommandTree: Decodable {
  struct Command: Decodable {
    var commandName: String
    var aliases: [String]?
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      /// As typed: "--graph" or "-g".
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
  }

  var command: Command

  /// The tree of the whole program.
  static func whole() throws(RelataError) -> CommandTree {
    do {
      return try JSONDecoder().decode(
        CommandTree.self, from: Data(RelataCommand._dumpHelp().utf8))
    } catch {
      throw RelataError(
        .internal, code: "RL9702", "the command tree cannot be read: \(error)",
        hint: "please report this")
    }
  }
}
