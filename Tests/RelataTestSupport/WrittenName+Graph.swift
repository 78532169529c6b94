import Foundation
import RelataCore

extension WrittenName {
  /// Whether an output still tells the form: what is short counts as a word of its own only.
  package func isLeft(in output: String) -> Bool {
    let folded = Self.folded(output)
    return telling.contains { telling in
      if telling.unicodeScalars.count > 5 {
        return output.contains(telling) || folded.contains(Self.folded(telling))
      }
      if telling == telling.uppercased() { return Self.hasWord(telling, in: output) }
      return Self.hasWord(Self.folded(telling), in: folded)
    }
  }

  private static func folded(_ text: String) -> String {
    text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  private static func hasWord(_ word: String, in text: String) -> Bool {
    var start = text.startIndex
    while let range = text.range(of: word, range: start..<text.endIndex) {
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
      if !isPart(before), !isPart(after) || !isPart(word.last ?? " ") { return true }
      start = text.index(after: range.lowerBound)
    }
    return false
  }

  /// Lines as `relata extract` writes them: for each form a document that has it in its title, its quote,
  /// its claimant and, where it is an address, its id and source.
  package static func extraction() throws -> String {
    let texts =
      statements.map { (text: $0, form: "") }
      + all.map { (text: "On Monday \($0.text) met Milo Hartwell there.", form: $0.text) }
      + survivors.map { (text: $0, form: "") }
    return try texts.enumerated().map { number, item in
      let isAddress = addresses.contains { $0.text == item.form }
      return try line(number, item.text, item.form, isAddress: isAddress)
    }.joined(separator: "\n") + "\n"
  }

  private static func line(
    _ number: Int, _ words: String, _ form: String, isAddress: Bool
  ) throws -> String {
    let length = words.unicodeScalars.count
    let span = ["start": 0, "end": length]
    // What all documents share, so that they tell of the same people.
    let affair = "They know of the quarry, the larkspur, the dredger and the foundling."
    let text = words + " " + affair
    let last = ["start": length + 1, "end": text.unicodeScalars.count]
    let mentions: [[String: Any]] = ["e1", "e2", "e3"].enumerated().map { i, entity in
      [
        "id": "r\(i + 1)", "start": length + 1, "end": length + 5, "type": "PERSON",
        "kind": "pronoun", "entity": entity, "score": 1,
      ]
    }
    func entity(_ id: String, _ name: String, _ aliases: [String], _ roles: [String]) -> [String:
      Any]
    {
      ["id": id, "name": name, "type": "PERSON", "aliases": aliases, "roles": roles]
    }
    let claimant: Any =
      form.isEmpty
      ? NSNull()
      : [
        "entity": NSNull(), "text": form, "cue": "said",
        "via": [["entity": NSNull(), "text": form, "cue": "told"]],
      ]
    let object: [String: Any] = [
      "document": [
        "id": isAddress ? "\(number) \(form)" : "d\(number)",
        "source": isAddress ? form : "The Example", "published": "2021-09-25",
        "title": form.isEmpty ? "A day in Astel" : "What \(form) did",
        "sha256": SHA256.hexDigest(of: text.utf8),
      ] as [String: Any],
      "text": text, "furniture": [Any](), "sentences": [span, last],
      "mentions": mentions,
      "entities": [
        entity("e1", "Nora Feldt", ["Feldt"], ["mayor"]),
        entity("e2", "Milo Hartwell", ["Hartwell"], []), entity("e3", "Anna Steiner", [], []),
      ],
      "assertions": [
        [
          "id": "a1", "subject": "e1", "relation": number % 2 == 0 ? "met_with" : "supports",
          "object": number % 3 == 0 ? "e3" : "e2", "predicate": "met", "polarity": "positive",
          "status": "asserted", "tense": "current", "attribution": claimant, "time": NSNull(),
          "place": NSNull(), "confidence": 0.8, "extractor": "rule.test.v1",
          "evidence": [
            "sentence": 0, "start": 0, "end": length, "subject": NSNull(),
            "object": NSNull(), "trigger": NSNull(),
          ] as [String: Any],
        ] as [String: Any]
      ],
    ]
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    // What begins otherwise is no extraction.
    return "{\"schemaVersion\":1," + String(decoding: data, as: UTF8.self).dropFirst()
  }
}
