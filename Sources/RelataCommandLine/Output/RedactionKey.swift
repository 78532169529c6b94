import Foundation
import RelataCore
import RelataGraph
import RelataPipeline

/// Who stands behind which pseudonym and what could not be decided: for the editor's eyes, never part of an
/// output.
struct RedactionKey {
  var redaction: Redaction
  /// Words that may name somebody redacted, with how often they stand in the graph.
  var undecided: [UndecidedName: Int]

  /// Words told on standard error at most; a file has them all.
  private static let longest = 12

  /// Writes the key to a file that only its owner may read, or tells it on standard error.
  ///
  /// - Throws: RL7301 and the like for a file that cannot be written.
  func tell(to file: OutputFile?, in context: CommandContext) throws(RelataError) {
    guard !redaction.isEmpty else { return }
    guard let file else {
      if context.isJSON {
        if !context.isQuiet { context.streams.note(JSONWriter().text(["redaction": json])) }
      } else {
        for line in lines { context.say("relata: \(TextWidth.printable(line))") }
      }
      return
    }
    let isNew = !FileManager.default.fileExists(atPath: file.path)
    try file.write(JSONWriter(pretty: true).bytes(json) + [0x0a], streams: context.streams)
    if isNew { chmod(file.path, 0o600) }
    let count = Count.of(undecided.count, "undecided name")
    context.say("relata: wrote \(file.path): who stands behind which pseudonym, and \(count)")
  }

  private var sorted: [(name: UndecidedName, count: Int)] {
    undecided.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var lines: [String] {
    var lines = redaction.entities.map { entity in
      "\(redaction.pseudonyms[entity.id] ?? "") stands for \(entity.name)"
    }
    for (name, count) in sorted.prefix(Self.longest) {
      let fate = name.isHidden ? "hidden" : "left"
      lines.append("\(fate) '\(Self.line(name.words))' (\(count)): \(name.reason.rawValue)")
    }
    if undecided.count > Self.longest {
      lines.append(
        "\(undecided.count - Self.longest) more undecided; --redaction-key FILE lists them all")
    }
    return lines
  }

  private static func line(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  var json: JSONValue {
    [
      "pseudonyms": .array(
        redaction.entities.map { entity in
          [
            "pseudonym": .string(redaction.pseudonyms[entity.id] ?? ""),
            "name": .string(entity.name), "type": .string(entity.type.rawValue),
            "aliases": .strings(entity.aliases), "id": .string(entity.id.rawValue),
            "redactedId": .string(redaction.id(entity.id).rawValue),
          ]
        }),
      "undecided": .array(
        sorted.map { name, count in
          [
            "words": .string(name.words), "reason": .string(name.reason.rawValue),
            "hidden": .bool(name.isHidden), "count": .integer(count),
          ]
        }),
    ]
  }
}
