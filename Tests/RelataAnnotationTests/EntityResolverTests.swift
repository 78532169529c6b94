import RelataCore
import Testing

@testable import RelataAnnotation

/// Sentences with names marked as `[PERSON John Smith]`; every word hangs on the first, the root.
///
/// A mark with `*` makes the name the subject, one with `~` an adjective before the next word.
private struct Marked {
  var document: Document
  var sentences: [Sentence] = []
  var names: [[NameSpan]] = []

  init(_ texts: String...) {
    var plain = ""
    var marks: [[(Span, EntityType, Character?)]] = []
    for text in texts {
      marks.append([])
      if !plain.isEmpty { plain += "\n\n" }
      var rest = Substring(text)
      while let open = rest.firstIndex(of: "[") {
        plain += rest[..<open]
        let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
        let inside = rest[rest.index(after: open)..<close].split(separator: " ", maxSplits: 1)
        var label = String(inside[0])
        let flag = label.last.flatMap { "*~".contains($0) ? $0 : nil }
        if flag != nil { label.removeLast() }
        let start = plain.unicodeScalars.count
        plain += inside[1]
        marks[marks.count - 1].append(
          (Span(start, plain.unicodeScalars.count), EntityType(rawValue: label) ?? .other, flag))
        rest = rest[rest.index(after: close)...]
      }
      plain += rest
    }
    document = Document(id: "d", source: "test", text: SourceText(plain))
    let splitter = WordSplitter(document.text)
    var start = 0
    for (text, marks) in zip(plain.components(separatedBy: "\n\n"), marks) {
      let span = Span(start, start + text.unicodeScalars.count)
      start = span.end + 2
      var tokens = splitter.words(in: span).enumerated().map { i, word in
        Token(
          span: word, form: document.text[word], lemma: "", upos: .noun, head: i == 0 ? -1 : 0,
          deprel: i == 0 ? "root" : "dep")
      }
      var spans: [NameSpan] = []
      for (mark, type, flag) in marks {
        let words = tokens.indices.filter { mark.contains(tokens[$0].span) }
        let range = words[0]..<words[words.count - 1] + 1
        for i in range {
          tokens[i].upos = flag == "~" ? .adj : .propn
          if flag == "*" { tokens[i].deprel = "nsubj" }
        }
        spans.append(NameSpan(words: range, type: type, score: 0.9))
      }
      sentences.append(Sentence(span: span, tokens: tokens))
      names.append(spans)
    }
  }

  /// For each mention its words, and the name and type of what it refers to.
  func resolved() -> [String] {
    let (mentions, entities) = EntityResolver(
      document: document, sentences: sentences, names: names
    )
    .resolve()
    return mentions.map { mention in
      let entity = entities.first { $0.id == mention.entity }
      return
        "\(document.text[mention.span]) = \(entity.map { "\($0.name) \($0.type.rawValue)" } ?? "-")"
    }
  }
}

extension DocumentID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

@Suite("Entity resolution")
struct EntityResolverTests {
  @Test func `a surname means the person named before`() {
    let names = Marked(
      "[PERSON* Robert Stryk] met [PERSON Lindsey Graham].", "[PERSON Stryk] left [PERSON Graham]."
    ).resolved()
    #expect(
      names == [
        "Robert Stryk = Robert Stryk PERSON", "Lindsey Graham = Lindsey Graham PERSON",
        "Stryk = Robert Stryk PERSON", "Graham = Lindsey Graham PERSON",
      ])
  }

  @Test func `relatives stay apart and the surname goes to the living`() {
    let names = Marked(
      "[PERSON* Ahmad Massoud], son of the late commander [PERSON Ahmad Shah Massoud], fled.",
      "[PERSON* Massoud] hired a lobbyist.", "He fought beside [PERSON Ahmad Shah Massoud].",
      "[PERSON Massoud] left."
    ).resolved()
    #expect(
      names == [
        "Ahmad Massoud = Ahmad Massoud PERSON", "Ahmad Shah Massoud = Ahmad Shah Massoud PERSON",
        "Massoud = Ahmad Massoud PERSON", "Ahmad Shah Massoud = Ahmad Shah Massoud PERSON",
        "Massoud = Ahmad Massoud PERSON",
      ])
  }

  @Test func `firms of two legal forms are two, and the bare name means the one named last`() {
    let names = Marked(
      "[ORGANIZATION Ostrel Marine Ltd] won.", "[ORGANIZATION Ostrel Marine] paid.",
      "[ORGANIZATION Ostrel Marine LLC] was paid.", "[ORGANIZATION Ostrel Marine] kept it.",
      "[ORGANIZATION Ostrel Marine Limited] sued."
    ).resolved()
    #expect(
      names == [
        "Ostrel Marine Ltd = Ostrel Marine Limited ORGANIZATION",
        "Ostrel Marine = Ostrel Marine Limited ORGANIZATION",
        "Ostrel Marine LLC = Ostrel Marine LLC ORGANIZATION",
        "Ostrel Marine = Ostrel Marine LLC ORGANIZATION",
        "Ostrel Marine Limited = Ostrel Marine Limited ORGANIZATION",
      ])
  }

  @Test func `a relative's part ends with the paragraph`() {
    let names = Marked(
      "[PERSON* Paul Kern] left.", "His wife, [PERSON* Helen Kern], left.", "[PERSON Kern] ate."
    ).resolved()
    #expect(names.last == "Kern = Paul Kern PERSON")
  }

  @Test func `initials may be missing, but different ones are different people`() {
    let names = Marked(
      "[PERSON George W. Bush] spoke.", "[PERSON George Bush] left.",
      "[PERSON George H. Bush] stayed."
    ).resolved()
    #expect(
      names == [
        "George W. Bush = George W. Bush PERSON", "George Bush = George W. Bush PERSON",
        "George H. Bush = George H. Bush PERSON",
      ])
  }

  @Test func `particles and given names`() {
    let names = Marked(
      "[PERSON* Haider al-Abadi] met [PERSON Saddam Hussein].",
      "[PERSON Al-Abadi] and [PERSON Saddam] spoke; [PERSON Abadi] left."
    ).resolved()
    #expect(
      names == [
        "Haider al-Abadi = Haider al-Abadi PERSON", "Saddam Hussein = Saddam Hussein PERSON",
        "Al-Abadi = Haider al-Abadi PERSON", "Saddam = Saddam Hussein PERSON",
        "Abadi = Haider al-Abadi PERSON",
      ])
  }

  @Test func `a surname may come before the full name`() {
    #expect(
      Marked("[PERSON Kimunya] resigns", "[PERSON Amos Kimunya] resigned.").resolved()
        == ["Kimunya = Amos Kimunya PERSON", "Amos Kimunya = Amos Kimunya PERSON"])
  }

  @Test func `countries, their abbreviations and adjectives are one`() {
    let names = Marked(
      "The [LOCATION U.S.] and the [LOCATION United States] praised [GROUP~ American] firms.",
      "[GROUP Americans] in [LOCATION Britain] met [GROUP~ British] envoys of the [LOCATION UK]."
    ).resolved()
    #expect(
      names == [
        "U.S. = United States LOCATION", "United States = United States LOCATION",
        "American = United States LOCATION", "Americans = Americans GROUP",
        "Britain = United Kingdom LOCATION", "British = United Kingdom LOCATION",
        "UK = United Kingdom LOCATION",
      ])
  }

  @Test func `acronyms and short forms join the one organisation that fits`() {
    let names = Marked(
      "The [ORGANIZATION African Union] paid [ORGANIZATION Kericho Highland Teas Ltd.] and the [ORGANIZATION Treasury Department].",
      "The [ORGANIZATION AU], [ORGANIZATION Kericho Highland] and the [ORGANIZATION Treasury] agreed."
    ).resolved()
    #expect(
      names.suffix(3) == [
        "AU = African Union ORGANIZATION",
        "Kericho Highland = Kericho Highland Teas Ltd. ORGANIZATION",
        "Treasury = Treasury Department ORGANIZATION",
      ])
  }

  @Test func `a name with its legal form is whole`() {
    let names = Marked(
      "[ORGANIZATION Cobalt Bay Ltd] sued [ORGANIZATION Cobalt Bay Trust]."
    ).resolved()
    #expect(
      names == [
        "Cobalt Bay Ltd = Cobalt Bay Ltd ORGANIZATION",
        "Cobalt Bay Trust = Cobalt Bay Trust ORGANIZATION",
      ])
  }

  @Test func `two candidates are none`() {
    let names = Marked(
      "The [ORGANIZATION American University] beat the [ORGANIZATION Arab Union].",
      "The [ORGANIZATION Arab Unity] and [ORGANIZATION AU] lost."
    ).resolved()
    #expect(names.last == "AU = AU ORGANIZATION")
    #expect(
      Marked(
        "[ORGANIZATION National Bank] and [ORGANIZATION National Guard].",
        "[ORGANIZATION National] won."
      )
      .resolved().last == "National = National ORGANIZATION")
  }

  @Test func `an acronym in brackets belongs to the name before it`() {
    #expect(
      Marked("The [ORGANIZATION Revolutionary Armed Forces] ([ORGANIZATION FARC]) left.").resolved()
        .last
        == "FARC = Revolutionary Armed Forces ORGANIZATION")
  }

  @Test func `case, article and possessive make no difference, dates refer to nothing`() {
    let names = Marked(
      "[LOCATION KENYA] WINS",
      "[LOCATION Kenya]'s team won the [EVENT the Olympics] on [DATE Monday]."
    ).resolved()
    #expect(
      names == [
        "KENYA = Kenya LOCATION", "Kenya = Kenya LOCATION", "the Olympics = Olympics EVENT",
        "Monday = -",
      ])
  }

  @Test func `a people is one, as adjective and noun, named by its plural`() {
    let names = Marked(
      "[GROUP~ Kurdish] leaders met [GROUP Kurds] and a [GROUP Republican].",
      "[GROUP Republicans] left.")
    #expect(
      names.resolved() == [
        "Kurdish = Kurds GROUP", "Kurds = Kurds GROUP", "Republican = Republicans GROUP",
        "Republicans = Republicans GROUP",
      ])
  }

  @Test func `names of one writing have one type`() {
    var marked = Marked("[ORGANIZATION Taliban] [ORGANIZATION Taliban] [GROUP Taliban]")
    marked.names[0][2].score = 0.5
    #expect(Set(marked.resolved()) == ["Taliban = Taliban ORGANIZATION"])
  }
}
