import Relata

let annotator = try Annotator()
let annotated = annotator.annotate("Anna Kern met Paul Weiss in Oslo. Kern left on Monday.")
for mention in annotated.mentions {
  print(annotated.words(mention.span), mention.type, mention.score)
}
for token in annotated.sentences[0].tokens {
  print(token.form, token.lemma, token.upos.rawValue, token.head, token.deprel)
}
print(CoNLLUWriter().text(annotated))
