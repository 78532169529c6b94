import Foundation
import RelataCore
import Testing

@testable import RelataReading

@Suite struct DocumentReaderTests {
  @Test func `a text file becomes a document with a stable id`() {
    let text =
      "Minister quits over loans\n\nThe minister resigned on Monday after the loans came to light.\n"
    let here = Outcome(text, name: "here/minister.txt").documents
    let there = Outcome(text, name: "/somewhere/else/minister.txt").documents
    #expect(here == there)
    #expect(here.first?.id.rawValue == "minister-" + (here.first?.sha256.prefix(8) ?? ""))
    #expect(here.first?.source == "minister.txt")
    #expect(here.first?.title == "Minister quits over loans")
    #expect(here.first?.text.string == text)
  }

  @Test func `the same name with other text is another document`() {
    #expect(Outcome("One.").documents.first?.id != Outcome("Two.").documents.first?.id)
  }

  @Test func `folders are read recursively in order, and nothing is left out in silence`() throws {
    let folder = try TemporaryFolder()
    try folder.write("B.", to: "b.txt")
    try folder.write("A.", to: "a/z.txt")
    try folder.write("{\"id\": \"j\", \"text\": \"J.\"}", to: "c/d/j.jsonl")
    try folder.write("<p>H.</p>", to: "h.html")
    try folder.write("N.", to: "notes")
    try folder.write("No.", to: ".hidden/x.txt")
    try folder.write("No.", to: ".x.txt")
    try folder.write("No.", to: "h_files/script.txt")
    try folder.write("No.", to: "p.png")
    try folder.write("No.", to: "a/q.JPG")
    try folder.write("No.", to: "old.doc")
    try folder.write("No.", to: "thing.xyz")
    let outcome = Outcome([.path(folder.path)])
    #expect(outcome.documents.map(\.text.string) == ["A.", "B.", "J.", "H.", "N."])
    #expect(outcome.failures.map(\.code) == ["RL1017", "RL1017"])
    #expect(outcome.failures.first?.message.contains("Word document") == true)
    #expect(outcome.diagnostics.map(\.code) == ["RL1106", "RL1106"])
    #expect(
      outcome.diagnostics.map(\.message) == [
        "left out: folder saved with a page (1): h_files", "left out: picture (2): q.JPG, p.png",
      ])
  }

  @Test func `of files with odd names the first bytes tell what they are`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<!-- x --><rss><channel/></rss>", to: "feed.xml")
    try folder.write("<note/>", to: "note.xml")
    try folder.write("%PDF-1.4", to: "scan.bin")
    try folder.write("{\\rtf1 A.}", to: "letter.doc")
    try folder.write("<html><p>H.</p>", to: "table.xls")
    try folder.write("none", to: "cache.bin")
    try folder.write(#"[ {"title": "T", "text": "A met B."} ]"#, to: "articles.json")
    try folder.write(#"{"text": "settings"}"#, to: "package.json")
    try folder.write(#"[{"name": "x"}]"#, to: "list.json")
    try folder.write("x", to: "~$letter.docx")
    let listing = FolderListing(folder.path, extensions: nil)
    #expect(
      listing.files.map { FileName($0).name } == [
        "articles.json", "feed.xml", "letter.doc", "scan.bin", "table.xls",
      ])
    #expect(listing.failures.map { FileName($0.location?.file ?? "").name } == ["note.xml"])
    #expect(
      listing.leftOut.mapValues { $0.map { FileName($0).name } } == [
        "data": ["cache.bin"], "lock file": ["~$letter.docx"],
        "program or its settings": ["list.json", "package.json"],
      ])
  }

  @Test func `a page is read as one, even if it is called a text`() {
    let outcome = Outcome(
      "<!DOCTYPE html><html><body><p>Karl Denby owns it, and he said so on Monday.</p></body></html>",
      name: "page.txt")
    #expect(
      outcome.documents.map(\.text.string) == ["Karl Denby owns it, and he said so on Monday."])
  }

  @Test(arguments: [
    (
      "de",
      "Der Minister Karl Denby hat am Montag die Übernahme der Karst Bank durch die Familie Vogt verteidigt. "
        + "Nach Angaben der Staatsanwaltschaft wurden zwei Millionen Euro gezahlt, die er nie erhalten haben will."
    ),
    (
      "ru",
      "Министр Карл Денби в понедельник защищал покупку банка семьёй Фогт. По словам прокуратуры, было "
        + "заплачено два миллиона евро, которых он, как он утверждает, никогда не получал и о которых не знал."
    ),
    (
      "fr",
      "Le ministre Karl Denby a défendu lundi le rachat de la banque par la famille Vogt. Selon le parquet, "
        + "deux millions d'euros ont été versés, qu'il affirme n'avoir jamais reçus de qui que ce soit."
    ),
  ])
  func `a text in another language is told of, and nothing in it is read`(
    code: String, text: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.txt")
    let outcome = Outcome([.path(folder.path)])
    #expect(outcome.codes == ["RL1108"])
    #expect(outcome.documents.first?.language == code)
    #expect(outcome.diagnostics.first?.message.contains("(\(code))") == true)
    let document = try #require(outcome.documents.first)
    #expect(document.furniture == [document.text.span])
    let all = DocumentReader(readsAnyLanguage: true).read([.path(folder.path)]).compactMap {
      if case .document(let document) = $0 { document } else { nil }
    }
    #expect(all.first?.furniture == [])
  }

  @Test func `names from everywhere make no text foreign`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Oleksandr Petrenko met Jürgen Weiß, José Núñez and Nguyễn Văn Lam in Łódź on Monday, said Ibrahim "
        + "al-Hashimi of the Partido Socialista Obrero Español. Wang Xiaoming paid the Süddeutsche Zeitung.",
      to: "a.txt")
    let outcome = Outcome([.path(folder.path)])
    #expect(outcome.codes == [])
    #expect(outcome.documents.first?.language == "en")
  }

  @Test func `links that lead back up do not loop`() throws {
    let folder = try TemporaryFolder()
    try folder.write("A.", to: "a/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/up", withDestinationPath: folder.path)
    #expect(Outcome([.path(folder.path)]).documents.count == 1)
  }

  @Test func `a folder without documents says so`() throws {
    let folder = try TemporaryFolder()
    try folder.write("No.", to: "picture.png")
    let outcome = Outcome([.path(folder.path)])
    #expect(outcome.failures.map(\.code) == ["RL1004"])
    #expect(outcome.failures.first?.kind == .noInput)
  }

  @Test func `an empty folder says so, also one of empty folders`() throws {
    let folder = try TemporaryFolder()
    #expect(Outcome([.path(folder.path)]).failures.map(\.code) == ["RL1004"])
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    #expect(Outcome([.path(folder.path)]).failures.map(\.code) == ["RL1004"])
  }

  @Test(.timeLimit(.minutes(5))) func `a pipe in a folder is not waited for`() throws {
    let folder = try TemporaryFolder()
    try folder.write("A.", to: "a.txt")
    #expect(mkfifo(folder.path + "/b.txt", 0o600) == 0)
    #expect(Outcome([.path(folder.path)]).documents.map(\.text.string) == ["A."])
  }

  @Test func `a missing file is reported and the others are read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("A.", to: "a.txt")
    let missing = folder.path + "/missing.txt"
    let outcome = Outcome([.path(missing), .path(folder.path + "/a.txt")])
    #expect(outcome.failures.map(\.code) == ["RL1001"])
    #expect(outcome.failures.first?.kind == .noInput)
    #expect(outcome.failures.first?.location?.file == missing)
    #expect(outcome.documents.count == 1)
  }

  @Test(.enabled(if: geteuid() != 0))
  func `a file without read permission says so`() throws {
    let folder = try TemporaryFolder()
    try folder.write("A.", to: "a.txt")
    chmod(folder.path + "/a.txt", 0)
    #expect(Outcome([.path(folder.path + "/a.txt")]).failures.map(\.code) == ["RL1002"])
  }

  @Test(arguments: ["", " \n\t\n", "\u{FEFF}", "\u{FEFF}\n"])
  func `blank inputs give a warning and no document`(text: String) {
    for format in [InputFormat.auto, .text, .html] {
      let outcome = Outcome(text, format: format)
      #expect(outcome.documents.isEmpty)
      #expect(outcome.failures.isEmpty && outcome.codes == ["RL1101"], "\(format) \(outcome.codes)")
    }
  }

  @Test func `a file with another extension is judged by its first bytes`() {
    #expect(
      Outcome("<!DOCTYPE html><title>T</title><p>A b.", name: "page").documents.first?.text.string
        == "A b.")
    #expect(
      Outcome("{\"id\": \"1\", \"text\": \"A b.\"}", name: "<stdin>").documents.first?.id.rawValue
        == "1")
    #expect(Outcome("A b.", name: "<stdin>").documents.first?.source == "stdin")
  }

  @Test func `a failing stream becomes a failure`() {
    struct Broken: Error {}
    let outcome = Outcome([.stream(name: "<stdin>") { throw Broken() }, .bytes(Array("A.".utf8))])
    #expect(outcome.failures.map(\.code) == ["RL1003"])
    #expect(outcome.documents.count == 1)
  }

  @Test func `text handed over directly is read by the same rules`() {
    let document = DocumentReader().document(text: "A\r\nb.", name: "x.txt")
    #expect(document?.text.string == "A\nb.")
    #expect(DocumentReader().document(text: " ", name: "x.txt") == nil)
  }

  @Test func `furniture can be left unmarked`() {
    var reader = DocumentReader()
    reader.furnitureDetector = nil
    let document = reader.document(text: "Sign up for our newsletter\n\nA met B.", name: "x.txt")
    #expect(document?.furniture == [])
  }
}
