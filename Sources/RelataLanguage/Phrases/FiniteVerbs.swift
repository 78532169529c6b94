/// Words that can be the verb of a subject before them, where no tags are known yet.
package enum FiniteVerbs {
  /// Whether a word in lower case is a third person or past form of a listed verb, or ends like a past.
  package static func contains(_ word: String) -> Bool { VerbForms.parse(word) != nil }
}
