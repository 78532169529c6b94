/// Dictionary forms of English words by their tags.
struct Lemmatizer {
  func lemma(_ form: String, upos: String, xpos: String) -> String {
    upos == "PROPN" ? form : form.lowercased()
  }
}
