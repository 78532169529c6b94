import RelataCore
import RelataLanguage
import RelataTestSupport

@testable import RelataAnnotation
@testable import RelataExtraction

/// What the room's readers say of a bracketed text, in words.
struct BracketedReading {
  static let lemmatizer = Lemmatizer()
  let text: BracketedText
  let contexts: [SentenceContext]

  init(_ line: String, published: String? = nil) {
    var text = BracketedText(line, published: published) {
      Self.lemmatizer.lemma($0, upos: $1, xpos: $2)
    }
    text.refer { ReferenceResolver.resolve(&$0) }
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
