import RelataCore

/// Annotated documents in CoNLL-U (universaldependencies.org/format), names in the last column.
///
/// Names stand in MISC as `NER=B-PERSON`, `NER=I-PERSON`, together with `Entity=e1` on the first word of a
/// resolved mention and `SpaceAfter=No`. Pronouns and descriptions are not marked. The features and the
/// enhanced dependencies are empty.
public enum CoNLLU {
  /// The sentences of a document, each followed by an empty line; empty for a document without any.
  public static func text(_ annotated: AnnotatedDocument) -> String {
    var names: [Int: [Mention]] = [:]
    for mention in annotated.mentions where mention.kind == .name {
      names[mention.sentence, default: []].append(mention)
    }
    var out = "# newdoc id = \(oneLine(annotated.document.id.rawValue))\n"
    for (index, sentence) in annotated.sentences.enumerated() {
      out += "# sent_id = \(oneLine(annotated.document.id.rawValue))-\(index + 1)\n"
      out += "# text = \(oneLine(annotated.words(sentence.span)))\n"
      if sentence.isFurniture { out += "# furniture = yes\n" }
      out += lines(sentence, misc: misc(sentence, names[index] ?? [])) + "\n"
    }
    return annotated.sentences.isEmpty ? "" : out
  }

  private static func lines(_ sentence: Sentence, misc: [[String]]) -> String {
    var out = ""
    for (index, token) in sentence.tokens.enumerated() {
      let fields = [
        String(index + 1), field(token.form), field(token.lemma), token.upos.rawValue,
        field(token.xpos), "_", String(token.head + 1), field(token.deprel), "_",
        misc[index].isEmpty ? "_" : misc[index].joined(separator: "|"),
      ]
      out += fields.joined(separator: "\t") + "\n"
    }
    return out
  }

  /// The last column of every word, keys in alphabetical order.
  private static func misc(_ sentence: Sentence, _ names: [Mention]) -> [[String]] {
    var misc = [[String]](repeating: [], count: sentence.tokens.count)
    for name in names {
      for index in name.tokens where misc.indices.contains(index) && misc[index].isEmpty {
        if index == name.tokens.lowerBound, let entity = name.entity {
          misc[index].append("Entity=\(entity)")
        }
        let prefix = index == name.tokens.lowerBound ? "B" : "I"
        misc[index].append("NER=\(prefix)-\(name.type.rawValue)")
      }
    }
    for index in sentence.tokens.indices.dropFirst() where !sentence.tokens[index].spaceBefore {
      misc[index - 1].append("SpaceAfter=No")
    }
    return misc
  }

  /// A field without white space at its ends; "_" for an empty one.
  private static func field(_ text: String) -> String {
    let line = oneLine(text)
    return line.isEmpty ? "_" : line
  }

  private static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}
