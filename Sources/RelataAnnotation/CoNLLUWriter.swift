import Foundation
import RelataCore
import RelataLanguage

/// Writes annotated documents in CoNLL-U (universaldependencies.org/format.html), names in MISC.
///
/// `NER=B-PERSON` and `NER=I-PERSON` mark names, `SpaceAfter=No` missing spaces and `TokenRange=start:end`
/// the span in the document's text, in Unicode scalars. Words written as one with their clitics
/// ("don't", "Anna's") have a line for the whole. Letters are composed (NFC), as the format demands,
/// and white space inside `# text` is one space; only `TokenRange` tells how the document has them.
public struct CoNLLUWriter: Sendable {
  public init() {}

  /// The document as text, ending with the blank line behind its last sentence; empty without sentences.
  ///
  /// - Parameters:
  ///   - document: What is to be written.
  ///   - sentencesBefore: Sentences of earlier parts, where `document` is a part of a longer one.
  ///   - offset: Where that part begins in the whole text.
  /// - Returns: CoNLL-U, lines ending in LF.
  /// - Complexity: O(words).
  public func text(
    _ document: AnnotatedDocument, sentencesBefore: Int = 0, offset: Int = 0
  ) -> String {
    var names: [Int: [Int: String]] = [:]
    for mention in document.mentions where mention.kind == .name {
      // A name inside another one has no place in a column.
      if mention.tokens.contains(where: { names[mention.sentence]?[$0] != nil }) { continue }
      for i in mention.tokens {
        let position = i == mention.tokens.lowerBound ? "B" : "I"
        names[mention.sentence, default: [:]][i] = "\(position)-\(mention.type.rawValue)"
      }
    }
    let id = Self.identifier(document.document.id.rawValue)
    var output = ""
    var isFirst = sentencesBefore == 0
    for (i, sentence) in document.sentences.enumerated() where !sentence.tokens.isEmpty {
      if isFirst { output += "# newdoc id = \(id)\n" }
      isFirst = false
      output += "# sent_id = \(id)-\(sentencesBefore + i + 1)\n"
      if sentence.isFurniture { output += "# furniture = yes\n" }
      let following =
        i + 1 < document.sentences.count ? document.sentences[i + 1].tokens.first : nil
      write(sentence, before: following, names[i] ?? [:], offset, to: &output)
    }
    return output
  }

  private func write(
    _ sentence: Sentence, before following: Token?, _ names: [Int: String], _ offset: Int,
    to output: inout String
  ) {
    let tokens = sentence.tokens
    let forms = tokens.map { Self.field($0.form) }
    let isJoined = tokens.indices.map { i in
      (i + 1 < tokens.count ? tokens[i + 1] : following)?.span.start == tokens[i].span.end
    }
    var text = ""
    var rows = ""
    var whole = 0..<0
    for (i, token) in tokens.enumerated() {
      if i >= whole.upperBound {
        whole = i..<i + 1
        while whole.upperBound < tokens.count, isJoined[whole.upperBound - 1],
          Self.isWritten(tokens[whole.upperBound], asPartOf: tokens[whole.upperBound - 1])
        {
          whole = i..<whole.upperBound + 1
        }
        if whole.count > 1 {
          let space = isJoined[whole.upperBound - 1] ? "SpaceAfter=No" : "_"
          rows += "\(i + 1)-\(whole.upperBound)\t\(forms[whole].joined())"
          rows += "\t_\t_\t_\t_\t_\t_\t_\t\(space)\n"
        }
      }
      text += forms[i]
      if i + 1 < tokens.count, !isJoined[i] { text += " " }
      var misc = names[i].map { ["NER=\($0)"] } ?? []
      if isJoined[i], whole.count == 1 { misc.append("SpaceAfter=No") }
      misc.append("TokenRange=\(offset + token.span.start):\(offset + token.span.end)")
      let fields = [
        "\(i + 1)", forms[i], token.lemma.isEmpty ? "_" : Self.field(token.lemma),
        token.upos.rawValue, token.xpos.isEmpty ? "_" : token.xpos, "_", "\(token.head + 1)",
        token.head < 0 ? "root" : token.deprel, "_", misc.joined(separator: "|"),
      ]
      rows += fields.joined(separator: "\t") + "\n"
    }
    output += "# text = \(text)\n" + rows + "\n"
  }

  private static let clitics: Set<String> = ["s", "m", "re", "ve", "ll", "d", "t"]

  /// Whether a word is written as one with the word it touches: "n't", "'s", "not" in "cannot".
  private static func isWritten(_ token: Token, asPartOf host: Token) -> Bool {
    guard let last = host.form.unicodeScalars.last, let first = token.form.unicodeScalars.first,
      ScalarClass.isWord(last) || last == "."
    else { return false }
    if ScalarClass.isApostrophe(first) {
      let rest = String(String.UnicodeScalarView(token.form.unicodeScalars.dropFirst()))
      return rest.isEmpty ? token.upos == .part : clitics.contains(rest.lowercased())
    }
    return ScalarClass.isLetter(last) && ScalarClass.isLetter(first)
  }

  /// A column's content, composed; plain text is left as it is.
  private static func field(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 128 } ? text : text.precomposedStringWithCanonicalMapping
  }

  /// An id without white space, which comments and tools split at, and without the slash, which ids of
  /// parallel treebanks reserve.
  private static func identifier(_ id: String) -> String {
    var clean = ""
    for scalar in field(id).unicodeScalars {
      clean += ScalarClass.isSpace(scalar) ? "_" : scalar == "/" ? "%2F" : String(scalar)
    }
    return clean.isEmpty ? "document" : clean
  }
}
