import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataAnnotation
@testable import RelataExtraction

/// What the room's readers say of a bracketed text, in words.
///
/// Behind "##" stand scores of the relation head: `Denby leads Hamas 0.9 word claimed=0.8; …`.
struct BracketedReading {
  static let lemmatizer = Lemmatizer()
  let text: BracketedText
  let contexts: [SentenceContext]

  init(_ line: String, published: String? = nil) throws {
    let sides = line.split(separator: " ## ").map(String.init)
    var text = BracketedText(sides[0], published: published) {
      Self.lemmatizer.lemma($0, upos: $1, xpos: $2)
    }
    text.refer { ReferenceResolver.resolve(&$0) }
    if sides.count > 1 { try text.add(scores: sides[1]) }
    let document = text.document
    let types = Dictionary(uniqueKeysWithValues: document.entities.map { ($0.id, $0.type) })
    let lexicon = Lexicon.standard
    var contexts = document.sentences.indices.map { s in
      SentenceContext(
        annotated: document, index: s,
        mentions: document.mentions.indices.filter { document.mentions[$0].sentence == s },
        lexicon: lexicon, schema: .standard, types: types)
    }
    for reference in document.resolved {
      contexts[reference.sentence].references[reference.token] = reference.entities
    }
    for i in contexts.indices {
      contexts[i].heads = HeadScores(
        document.relations.filter { $0.sentence == i }.map {
          OfficeConvention.applied(to: $0, in: contexts[i])
        }, names: document.mentions.filter { $0.sentence == i },
        references: document.references.filter { $0.sentence == i }, schema: .standard)
    }
    let speakers = Quotations.speakers(contexts)
    for i in contexts.indices { contexts[i].quoted = speakers[i] }
    (self.text, self.contexts) = (text, contexts)
  }

  /// "troops = Peru agent "Peruvian troops"": for whom a word stands and by which words.
  func words(_ argument: Argument, in context: SentenceContext) -> String {
    "\(text.name(argument.entity)) \(argument.reference) at "
      + "\(context.tree.form(argument.token)) \"\(context.words(argument.span))\""
  }

  /// "Quint (said) via Denby (told)": who claims something.
  func words(_ attribution: Attribution) -> String {
    let name = attribution.entity.map(text.name) ?? "\"\(attribution.text ?? "")\""
    return "\(name) (\(attribution.cue))"
      + attribution.via.map { via in
        " via \(via.entity.map(text.name) ?? "\"\(via.text ?? "")\"") (\(via.cue))"
      }.joined()
  }

  /// A verb with its arguments.
  func words(_ predication: Predication, in tree: SentenceTree) -> String {
    func list(_ name: String, _ tokens: [Int]) -> [String] {
      tokens.isEmpty ? [] : ["\(name) " + tokens.map { tree.form($0) }.joined(separator: " ")]
    }
    let parts =
      list("by", predication.agents) + list("does", predication.patients)
      + list("to", predication.recipients)
      + predication.obliques.map { "\($0.preposition): \(tree.form($0.token))" }
    return tree.form(predication.verb) + (predication.particle.map { " \($0)" } ?? "")
      + (predication.isPassive ? " (passive)" : "") + ": " + parts.joined(separator: "; ")
  }

  /// How a clause is meant, and the words that say so.
  func words(_ mood: Mood, in tree: SentenceTree) -> String {
    var parts = [mood.status.rawValue]
    if mood.isNegated { parts.append("negated") }
    if mood.isFormer { parts.append("former") }
    if mood.isVoid { parts.append("void") }
    if let attribution = mood.attribution { parts.append("by \(words(attribution))") }
    let cues = (mood.cues ?? []).map { "\(tree.form($0.token)) \($0.effect.rawValue)" }
    return (parts + (cues.isEmpty ? [] : ["[\(cues.joined(separator: ", "))]"]))
      .joined(separator: " ")
  }
}

extension BracketedText {
  /// Scores of the relation head, each in the first sentence that has its word and both ends.
  fileprivate mutating func add(scores: String) throws {
    for part in scores.split(separator: "; ") {
      let words = part.split(separator: " ").map(String.init)
      let document = document
      func end(_ name: String, _ sentence: Int) -> Mention? {
        (document.mentions + document.references).first {
          $0.sentence == sentence && $0.entity != nil
            && self.name($0.entity) == name.replacing("_", with: " ")
        }
      }
      let place = try #require(
        document.sentences.indices.compactMap { s -> (Int, Int, Mention, Mention)? in
          guard let word = document.sentences[s].tokens.firstIndex(where: { $0.form == words[4] }),
            let subject = end(words[0], s), let object = end(words[2], s)
          else { return nil }
          return (s, word, subject, object)
        }.first, "no place for \(part)")
      var moods: [Double]? = words.count > 5 ? [0, 0, 0, 0, 0] : nil
      for mood in words.dropFirst(5) {
        let pair = mood.split(separator: "=").map(String.init)
        moods?[try #require(MoodScores.labels.firstIndex(of: pair[0]))] = try #require(
          Double(pair[1]))
      }
      let score = ScoredRelation(
        sentence: place.0, subject: try #require(place.2.entity), subjectTokens: place.2.tokens,
        object: try #require(place.3.entity), objectTokens: place.3.tokens,
        relation: RelationID(words[1]), probability: try #require(Double(words[3])),
        trigger: place.1, moods: moods.flatMap { MoodScores($0) })
      refer { $0.relations.append(score) }
    }
  }
}
