/// Words of names that are set aside before names are compared, from `name-asides.tsv`.
struct NameAsides: Sendable {
  /// What a word set aside is; the table's head says it in full.
  enum Class: String, CaseIterable, Hashable, Sendable {
    case particle, title, legal, link, generation, prefix
  }

  private let table: WordTable<Class>
  private let phrases: [BearerKind: [String: Class]]
  /// Begin a word without being written apart ("abdulrahman"), longest first.
  private let prefixes: [[UInt8]]

  init(_ bytes: [UInt8]) {
    table = WordTable<Class>(bytes)
    var phrases: [BearerKind: [String: Class]] = [.person: [:], .organization: [:]]
    for (kind, classes) in [
      (BearerKind.person, [Class.title, .particle, .generation]),
      (.organization, [.legal, .link]),
    ] {
      for found in classes { for word in table[found] { phrases[kind]?[word] = found } }
    }
    self.phrases = phrases
    prefixes = table[.prefix].map { NameSpelling.symbols($0) }
      .sorted { $0.count > $1.count }
  }

  /// The longest phrase that is set aside at the beginning of words, with the number of its words.
  func leading(_ words: ArraySlice<String>, _ kind: BearerKind) -> (what: Class, count: Int)? {
    for count in stride(from: min(4, words.count), to: 0, by: -1) {
      if let found = phrases[kind]?[words.prefix(count).joined(separator: " ")] {
        return (found, count)
      }
    }
    return nil
  }

  /// A person's word without the prefix that others write apart; four letters remain at least.
  func withoutPrefix(_ word: [UInt8]) -> [UInt8] {
    for prefix in prefixes where word.count >= prefix.count + 4 && word.starts(with: prefix) {
      return Array(word.dropFirst(prefix.count))
    }
    return word
  }
}
