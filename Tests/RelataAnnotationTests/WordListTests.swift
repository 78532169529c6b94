import RelataCore
import Testing

@testable import RelataAnnotation

/// Lists of words that decide: each word does what its list is for.
@Suite("Word lists of annotation")
struct WordListTests {
  private func sentenceCount(_ text: String) -> Int {
    TextSplitter(SourceText(text)).sentences.count
  }

  @Test func `each of these words begins a sentence behind an abbreviation`() {
    let starters = """
      The A An He She It They We I You This That These Those There His Her Its Their Our My In On At For
      From By With After Before But And Or Yet So As If When While Although Though Because Since However
      Meanwhile Moreover According Many Most Some Several Both All Each Every No Not Then Now Also Among
      During Until Under Over Despite Even Once Last Earlier Later Today Yesterday Critics Officials What
      Who How Why Where Which Whether Here Such Only Just More Other Others Another One Two Three
      """
    for word in starters.split(whereSeparator: \.isWhitespace) {
      #expect(sentenceCount("He joined Acme Inc. \(word) it grew.") == 2, "\(word)")
    }
    for word in ["Kern", "Acme", "Grew", "Chairman", "Lawyers"] {
      #expect(sentenceCount("He joined Acme Inc. \(word) it grew.") == 1, "\(word)")
    }
  }

  @Test func `an organisation's common first word is no short name for it`() {
    let common = """
      national united international bank central federal state general north south east west northern
      southern eastern western democratic republican first royal people people's world global islamic
      muslim christian free great house supreme high city county university institute ministry department
      office committee council party union association group company court army police security white
      social public human civil joint workers labor labour conservative liberal communist socialist
      revolutionary patriotic popular peace women medical energy health news press daily times washington
      london moscow president saint super kurdish
      """
    for word in common.split(whereSeparator: \.isWhitespace) {
      let name = word.prefix(1).uppercased() + word.dropFirst()
      let entities = entities("[ORGANIZATION \(name) Harbour Works] | [ORGANIZATION \(name)]")
      #expect(entities.count == 2, "\(word)")
    }
    #expect(entities("[ORGANIZATION Lumen Harbour Works] | [ORGANIZATION Lumen]").count == 1)
  }

  private func entities(_ marked: String) -> [DocumentEntity] {
    let text = TaggedText(marked)
    return EntityResolver(document: text.document, sentences: text.sentences, names: text.names)
      .resolve().1
  }

  @Test func `a word of the calendar alone is no surname`() {
    let calendar = """
      January February March April May June July August September October November December
      Monday Tuesday Wednesday Thursday Friday Saturday Sunday
      """
    for word in calendar.split(whereSeparator: \.isWhitespace) {
      let text = TaggedText("[PERSON Anna \(word)] spoke | in \(word)")
      #expect(NameRepair(text.sentences).names(text.names)[1].isEmpty, "\(word)")
    }
    let text = TaggedText("[PERSON Anna Kern] spoke | in Kern")
    #expect(NameRepair(text.sentences).names(text.names)[1].count == 1)
  }

  @Test func `every title stands before a name and is no part of it`() {
    let titles = """
      president prime minister premier chancellor senator sen. representative rep. reps. sens. congressman
      congresswoman general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. corporal
      cpl. private admiral adm. brigadier brig. commander cmdr. secretary undersecretary ambassador amb.
      chairman chairwoman chairperson chief judge governor gov. mayor attorney spokesman spokeswoman
      spokesperson director speaker rev. reverend father sister brother detective inspector sheriff coach
      envoy lawmaker leader bishop archbishop cardinal justice commissioner councilman councilwoman mr.
      mr mrs. mrs ms. ms miss mx. dr. dr prof. prof professor doctor sir dame lord lady king queen prince
      princess sheikh sheik ayatollah imam mullah maulana pope rabbi emir sultan crown messrs. hon. officer
      constable marshal deputy vice ceo cfo founder
      """
    for title in titles.split(whereSeparator: \.isWhitespace) {
      let written = title.prefix(1).uppercased() + title.dropFirst()
      let text = TaggedText("[PERSON \(written) Anna Kern] spoke")
      let names = NameRepair(text.sentences).names(text.names)
      #expect(names == [[NameSpan(words: 1..<3, type: .person, score: 0.9)]], "\(title)")
    }
  }

  @Test func `headlines in capitals are read in title case, their small words in lower case`() {
    func read(_ text: String) -> String {
      let tokens = text.split(separator: " ").map {
        Token(span: Span(0, 0), form: String($0), lemma: "", upos: .noun, head: -1, deprel: "root")
      }
      return Letters.modelInput(Sentence(span: Span(0, 0), tokens: tokens)).map(\.form)
        .joined(separator: " ")
    }
    #expect(read("MINISTER OF OIL MEETS U.S. ENVOY") == "Minister of Oil Meets U.S. Envoy")
    #expect(
      read(
        "KERN A AN THE IN ON AT TO FOR FROM BY WITH AND OR BUT AS IS ARE WAS BE NOT THAT ITS HIS HER"
      )
        == "Kern A an the in on at to for from by with and or but as is are was be not that its his her"
    )
    #expect(read("I SAW ÉMILE IN ŁÓDŹ NOW") == "I Saw Émile in Łódź Now")
    #expect(read("OIL MEETS GAS") == "OIL MEETS GAS")
    #expect(read("OIL MEETS GAS X Y 5 , 77") == "OIL MEETS GAS X Y 5 , 77")
    #expect(read("OIL MEETS GAS TODAY") == "Oil Meets Gas Today")
    #expect(read("OIL MEETS GAS ToDAY") == "OIL MEETS GAS ToDAY")
    #expect(read("日本 MEETS GAS") == "日本 MEETS GAS")
  }
}
