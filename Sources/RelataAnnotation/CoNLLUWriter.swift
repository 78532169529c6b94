import RelataCore

/// Writes annotated documents in CoNLL-U (universaldependencies.org/format.html), names in MISC.
///
/// `NER=B-PERSON` and `NER=I-PERSON` mark names, `SpaceAfter=No` missing spaces and `TokenRange=start:end`
/// the span in the document's text, in Unicode scalars. White space inside `# text` is one space.
public struct CoNLLUWriter: Sendable {
  public init() {}

  /// The document as text, ending with the blank line behind its last sentence; empty without sentences.
  ///
  /// - Complexity: O(words).
  public func text(_ document: AnnotatedDocument) -> String {
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
    var isFirst = true
    for (i, sentence) in document.sentences.enumerated() where !sentence.tokens.isEmpty {
      if isFirst { output += "# newdoc id = \(id)\n" }
      isFirst = false
      output += "# sent_id = \(id)-\(i + 1)\n"
      if sentence.isFurniture { output += "# furniture = yes\n" }
      let following =
        i + 1 < document.sentences.count ? document.sentences[i + 1].tokens.first : nil
      write(sentence, before: following, names[i] ?? [:], to: &output)
    }
    return output
  }

  private func write(
    _ sentence: Sentence, before following: Token?, _ names: [Int: String], to output: inout String
  ) {
    let tokens = sentence.tokens
    var text = ""
    var rows = ""
    for (i, token) in tokens.enumerated() {
      let next = i + 1 < tokens.count ? tokens[i + 1] : following
      let isJoined = next.map { $0.span.start == token.span.end } ?? false
      text += token.form
      if i + 1 < tokens.count, !isJoined { text += " " }
      var misc = names[i].map { ["NER=\($0)"] } ?? []
      if isJoined { misc.append("SpaceAfter=No") }
      misc.append("TokenRange=\(token.span.start):\(token.span.end)")
      let fields = [
        "\(i + 1)", token.form, token.lemma.isEmpty ? "_" : token.lemma, token.upos.rawValue,
        token.xpos.isEmpty ? "_" : token.xpos, "_", "\(token.head + 1)",
        token.head < 0 ? "root" : token.deprel, "_", misc.joined(separator: "|"),
      ]
      rows += fields.joined(separator: "\t") + "\n"
    }
    output += "# text = \(text)\n" + rows + "\n"
  }

  /// An id without white space, which comments and tools split at.
  private static func identifier(_ id: String) -> String {
    let clean = String(
      String.UnicodeScalarView(id.unicodeScalars.map { ScalarClass.isSpace($0) ? "_" : $0 }))
    return clean.isEmpty ? "document" : clean
  }
}
