/// What every report says about how it came about and what it cannot say.
enum ReportMethod {
  static let paragraphs = [
    "Relata read the documents below sentence by sentence, found the people, organizations and places they "
      + "name, and kept a relation only where a sentence states one. Every relation rests on the quoted "
      + "sentences; nothing comes from outside these documents.",
    "“Stated” means that the text says so in its own voice. “Claimed” means that somebody whom the text "
      + "quotes says so. “Planned” and “possible” relations had not happened when the text was written. "
      + "Negated relations are those that a text denies.",
    "An agency story that several outlets print is one source, though they cut or head it otherwise; so are several "
      + "texts of one outlet, and a sentence that several reports have word for word.",
    "Confidence is an estimate of how likely the sentence was read correctly, not of whether what it says "
      + "is true. Names were joined to one entity by spelling and context, which can be wrong. Read the "
      + "quote before you rely on a relation.",
  ]
}
