import RelataCore
import RelataLanguage

/// What the coreference head and the rules both read of a document before they resolve a word: its names on
/// their trees, who speaks where, and what is said of people.
///
/// Holds as long as mentions and sentences stay the same. Building costs O(words).
struct ReferenceSource {
  /// For each sentence its names; nil for furniture and for a sentence without words.
  let sentences: [SentenceNames?]
  let speech: SpeechReferences
  let people: DescribedPeople

  init(_ document: AnnotatedDocument) {
    var mentions = [[Mention]](repeating: [], count: document.sentences.count)
    for mention in document.mentions where mentions.indices.contains(mention.sentence) {
      mentions[mention.sentence].append(mention)
    }
    sentences = document.sentences.enumerated().map { i, sentence in
      sentence.isFurniture || sentence.tokens.isEmpty
        ? nil : SentenceNames(SentenceTree(sentence), mentions[i])
    }
    speech = SpeechReferences(sentences, of: document.document)
    people = DescribedPeople(document.mentions, document.sentences)
  }
}
