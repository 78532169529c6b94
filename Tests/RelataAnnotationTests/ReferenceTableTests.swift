import RelataCore
import RelataInference
import RelataTestSupport
import Testing

@testable import RelataAnnotation
@testable import RelataLanguage

/// What may refer to something, how far it reaches and what the antecedent head is told of each pair, on
/// trees written by hand.
@Suite("Candidates of reference, as approved")
struct ReferenceTableTests {
  private static let forms = ["per", "org", "loc", "grp", "evt", "oth", "pro", "desc"]
  private static let roles = [
    "-", "subject", "object", "oblique", "nominal", "apposition", "conjunct", "root", "possessor",
  ]
  private static let likeness = [
    "unlike", "same", "same-end", "within", "initials", "shared", "pronoun",
  ]
  private static let places = ["elsewhere", "siblings", "below", "above", "subject", "beside"]

  private func candidates(_ text: TaggedText) -> [MentionCandidate] {
    var vocabulary = PairFeatures.Vocabulary()
    return text.sentences.indices.flatMap { number -> [MentionCandidate] in
      let mentions = text.names[number].enumerated().map { i, name in
        let tokens = text.sentences[number].tokens[name.words]
        let span = Span(tokens.first?.span.start ?? 0, tokens.last?.span.end ?? 0)
        return (
          index: i,
          mention: Mention(
            id: "m\(i)", span: span, sentence: number, tokens: name.words, type: name.type,
            kind: name.score == 0.1 ? .nominal : .name, entity: EntityID("e\(i)"))
        )
      }
      return MentionCandidate.all(
        in: text.sentences[number], number: number, mentions: mentions, words: &vocabulary)
    }
  }

  private func read(_ marked: String) -> [String] {
    let text = TaggedText(marked)
    let found = candidates(text)
    let lines = found.enumerated().map { i, candidate in
      let sentence = text.sentences[candidate.sentence]
      let words = sentence.tokens[candidate.words].map(\.form).joined(separator: " ")
      let extent = text.document.text[MentionExtent.span(of: candidate, in: sentence)]
      let marked = text.document.text[
        MentionExtent.span(of: candidate, in: sentence, withMark: true)]
      var line = "\(i) \(words): \(Self.forms[candidate.form]) \(candidate.reference)"
      if extent != words { line += " (\(extent))" }
      if marked != extent { line += " marked (\(marked))" }
      let features = candidate.features
      line += " \(Self.roles[features.role])"
      if features.isPlural { line += " plural" }
      if features.isQuoted { line += " quoted" }
      if let mention = candidate.mention { line += " m\(mention)" }
      if let gender = Gender.of(candidate, in: sentence) { line += " \(gender)" }
      line += " relation-role \(PairFeatures.relationRole(sentence.tokens[candidate.head].deprel))"
      return line
    }
    return lines + pairs(found, text)
  }

  private func pairs(_ found: [MentionCandidate], _ text: TaggedText) -> [String] {
    var lines: [String] = []
    for j in found.indices {
      for i in 0..<j {
        var values = [Int](repeating: 0, count: 9)
        let (later, earlier) = (found[j], found[i])
        let between = later.sentence - earlier.sentence
        PairFeatures.write(
          later, j, earlier, i, sentences: between, in: text.sentences[later.sentence],
          into: &values)
        #expect(values[0] == PairScorer.bucket(between) && values[1] == PairScorer.bucket(j - i))
        let kinds = later.reference.rawValue * MentionCandidate.Reference.count
        #expect(values[2] == kinds + earlier.reference.rawValue)
        #expect(values[4] == later.form * 8 + earlier.form)
        #expect(values[6] == later.features.role * 9 + earlier.features.role)
        #expect(
          values[7] == (later.features.isQuoted ? 2 : 0) + (earlier.features.isQuoted ? 1 : 0))
        lines.append(
          "\(j)-\(i) \(Self.likeness[values[3]]) \(Self.places[values[5]]) number \(values[8])")
      }
    }
    return lines
  }

  @Test func `candidates, extents and pairs are as approved`() throws {
    for difference in try ApprovedTable("references.txt").differences({ read($0) }) {
      Issue.record("\(difference)")
    }
  }

  @Test func `furniture has no candidates`() {
    #expect(candidates(TaggedText("![PERSON Anna Kern] met/VERB them/PRON")).isEmpty)
  }
}
