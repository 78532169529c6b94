import RelataCore

/// Which words of a document somebody else than its writer says, and who.
///
/// Speech is what stands in quotation marks, in blocks that are quotations, in lines that begin with ">", and behind a
/// speaker's label ("DORN: …"). Who is not named stays open.
package struct Speeches: Sendable {
  /// The word that names a speaker, and the verb of speech whose subject it is.
  package struct Speaker: Hashable, Sendable {
    package var sentence: Int
    package var token: Int
    /// Nil for a signature and a label.
    package var verb: Int?
  }

  /// For each word of each sentence the number of the speech it is part of.
  private var speech: [[Int?]]
  private var speakers: [Speaker?] = []
  /// Whether each speech ends in a mark.
  private var closed: [Bool] = []

  /// Reads the speeches of a document.
  ///
  /// - Parameters:
  ///   - sentences: All of them in order, with their names; nil for furniture.
  ///   - document: Whose they are.
  /// - Complexity: O(words).
  package init(_ sentences: [SentenceNames?], of document: Document) {
    let text = document.text
    speech = sentences.map { [Int?](repeating: nil, count: $0?.tree.count ?? 0) }
    let finder = SpeakerFinder(sentences: sentences)
    var scanner = QuotationScanner()
    var label: SpeakerFinder.Label?
    var isQuotedLine = false
    /// The end and the speaker of the speech before, and the last sentence that named him.
    var last: (sentence: Int, speech: Int)?
    var end: Int?
    for (s, names) in sentences.enumerated() {
      guard let names, let first = names.tree.tokens.first else {
        scanner.startParagraph()
        (label, last) = (nil, nil)
        continue
      }
      let gap = Self.gap(text, from: end, to: first.span.start)
      end = names.tree.tokens.last?.span.end
      if gap == .paragraph { scanner.startParagraph() }
      if gap != .none {
        let block = document.blockIndex(at: first.span.start).map { document.blocks[$0] }
        (label, isQuotedLine) = (nil, names.tree.form(0) == ">" || block?.kind == .quotation)
      }
      if let labelled = finder.label(of: s) { label = labelled }
      let wasOpen = scanner.isOpen
      var inside = scanner.read(names.tree.tokens.map(\.form))
      if let label {
        let start = label.sentence == s ? label.colon : -1
        inside = inside.indices.map { $0 > start }
      } else if isQuotedLine {
        inside = inside.map { _ in true }
      }
      var current = wasOpen && inside.first == true ? last?.speech : nil
      if isQuotedLine, let last, last.sentence == s - 1,
        speech[last.sentence].allSatisfy({ $0 != nil })
      {
        current = last.speech
      }
      for i in inside.indices where inside[i] {
        if i == 0 || !inside[i - 1], current == nil || i > 0 {
          current = speakers.count
          closed.append(false)
          speakers.append(
            label.map(\.speaker)
              ?? finder.before(
                s, i, after: gap, running: last.map { ($0.sentence, speakers[$0.speech]) })
          )
        }
        speech[s][i] = current
        if let current {
          closed[current] =
            i > 0 && QuotationMark(names.tree.form(i)) != nil
            || isQuotedLine || label != nil
        }
      }
      guard let current else { continue }
      last = (s, current)
      // Who is named beside it is surer than who spoke before.
      for number in Set(speech[s].compactMap { $0 }) where label == nil {
        if let beside = finder.beside(s, inside: speech[s].map { $0 == number }, quoted: inside) {
          speakers[number] = beside
        }
      }
    }
    sign(with: finder)
  }

  /// "“…” — Nina Dorn": who signs in the sentence that follows.
  private mutating func sign(with finder: SpeakerFinder) {
    for s in speech.indices.dropLast() where speech[s + 1].contains(nil) {
      guard let number = speech[s].last.flatMap({ $0 }), speakers[number]?.verb == nil,
        let signer = finder.signature(s + 1, from: 0)
      else { continue }
      speakers[number] = signer
    }
  }

  /// Whether somebody else than the writer says a word; never in furniture.
  package func isQuoted(_ sentence: Int, _ token: Int) -> Bool { number(sentence, token) != nil }

  /// Who says a word; nil for the writer and for somebody who is not named.
  package func speaker(_ sentence: Int, _ token: Int) -> Speaker? {
    number(sentence, token).flatMap { speakers[$0] }
  }

  /// Whether the speech that a word is part of ends in a mark: another one may be a slip.
  package func isClosed(_ sentence: Int, _ token: Int) -> Bool {
    number(sentence, token).map { closed[$0] } ?? false
  }

  private func number(_ sentence: Int, _ token: Int) -> Int? {
    speech[sentence].indices.contains(token) ? speech[sentence][token] : nil
  }

  enum Gap { case none, line, paragraph }

  private static func gap(_ text: SourceText, from end: Int?, to start: Int) -> Gap {
    guard let end else { return .paragraph }
    guard end < start, start <= text.count else { return .none }
    let breaks = text.scalars[end..<start].count { $0 == "\n" }
    return breaks > 1 ? .paragraph : breaks == 1 ? .line : .none
  }
}
