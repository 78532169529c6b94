import Foundation
import RelataAnnotation
import RelataCore
import RelataEvaluation
import RelataExtraction
import RelataReading
import Testing

/// What the tool reads of the files under Tests/Benchmark may not get worse.
///
/// `thresholds.json` holds counts, not rates or seconds: of what should not come out at most so many, of what
/// should at least so many. A change that betters a figure says so in its message: write the new count
/// there, so that it is not lost again. `RELATA_RECORD=1` writes those that became better and fails once.
@Suite(.serialized) struct QualityGateTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Benchmark")

  /// A stored count: the least or the greatest that is allowed.
  private struct Threshold: Codable {
    var atLeast: Int?
    var atMost: Int?

    func allows(_ count: Int) -> Bool { count >= atLeast ?? .min && count <= atMost ?? .max }

    func isBettered(by count: Int) -> Bool {
      atLeast.map { count > $0 } ?? false || atMost.map { count < $0 } ?? false
    }

    var words: String { atLeast.map { "at least \($0)" } ?? atMost.map { "at most \($0)" } ?? "?" }

    func moved(to count: Int) -> Threshold {
      atLeast == nil ? Threshold(atMost: count) : Threshold(atLeast: count)
    }
  }

  /// Every file is read with the shipped weights and rules, by as many threads as there are, once.
  @Test func `traps, readings and articles are read as well as before`() async throws {
    let traps = try Trap.read(jsonl: try data("traps.jsonl"), file: "traps.jsonl")
    let articles = try GoldArticle.read(jsonl: try data("articles.jsonl"), file: "articles.jsonl")
    let readings = try PlainReading.read(
      jsonl: try data("readings.jsonl"), file: "readings.jsonl")
    let read = try await extracted(
      articles.map { ($0.id, $0.text) } + traps.map { ($0.id, $0.text) }
        + readings.map { ($0.id, $0.text) })
    var counts: [String: Int] = [:]
    add(traps, Array(read[articles.count..<(articles.count + traps.count)]), to: &counts)
    add(readings, Array(read.suffix(readings.count)), to: &counts)
    add(articles, Array(read.prefix(articles.count)), to: &counts)
    try compare(counts)
  }

  /// Rates as thousandths, so that the stored thresholds stay counts.
  @Test func `pages are read as well as before`() throws {
    var counts: [String: Int] = [:]
    for folder in ["dev", "held", "held2"] {
      let pages = Self.folder.appending(path: "pages/\(folder)")
      var evaluation = PageEvaluation()
      let names = try FileManager.default.contentsOfDirectory(atPath: pages.path).sorted()
      for name in names where name.hasSuffix(".json") {
        let stem = String(name.dropLast(5))
        let gold = try SavedPage.read(
          Data(contentsOf: pages.appending(path: name)), file: name)
        let page = pages.appending(path: "\(stem).html").path
        var document: Document?
        for case .document(let found) in DocumentReader(format: .html).read([.path(page)]) {
          document = document ?? found
        }
        evaluation.add(document, gold: gold, name: stem)
      }
      let total = evaluation.results.reduce(into: PageCounts()) { $0 += $1.counts }
      #expect(total.pages == 20)
      counts["pages, \(folder): F1 in thousandths"] = Int(total.mean(\.f1) * 1000)
      counts["pages, \(folder): other text read"] = total.absentRead
      counts["pages, \(folder): right fields"] =
        total.titles + total.authors + total.days + total.outlets + total.addresses
    }
    try compare(counts)
  }

  private func extracted(_ texts: [(id: String, text: String)]) async throws -> [ExtractedDocument]
  {
    let annotator = try Annotator()
    let extractor = try AssertionExtractor()
    return try await withThrowingTaskGroup(of: (Int, ExtractedDocument).self) { group in
      for (i, item) in texts.enumerated() {
        group.addTask {
          let text = SourceText(item.text)
          let document = Document(
            id: DocumentID(item.id), source: item.id, text: text,
            furniture: FurnitureDetector().spans(in: text))
          return (i, extractor.extract(try annotator.annotate(document)))
        }
      }
      var read: [Int: ExtractedDocument] = [:]
      for try await (i, document) in group { read[i] = document }
      return read.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// Readings of each half; nobody looks at the items of the half `held`.
  private func add(
    _ traps: [Trap], _ read: [ExtractedDocument], to counts: inout [String: Int]
  ) {
    var evaluation = TrapEvaluation()
    for (trap, document) in zip(traps, read) { evaluation.add(document, trap: trap) }
    for half in Trap.Half.allCases {
      let results = evaluation.results.filter { $0.trap.half == half }
      let sum = results.reduce(into: TrapCounts()) { $0 += $1.counts }
      counts["traps, \(half.rawValue): wrong readings"] = sum.wrongEmitted
      counts["traps, \(half.rawValue): right readings"] = sum.rightFound
    }
  }

  private func add(
    _ readings: [PlainReading], _ read: [ExtractedDocument], to counts: inout [String: Int]
  ) {
    var evaluation = ReadingEvaluation()
    for (reading, document) in zip(readings, read) { evaluation.add(document, reading: reading) }
    let sum = evaluation.results.reduce(into: ReadingCounts()) { $0 += $1.counts }
    counts["readings: wholly right"] = sum.whollyRight
    counts["readings: with a wrong edge"] = sum.withWrongEdge
  }

  private func add(
    _ articles: [GoldArticle], _ read: [ExtractedDocument], to counts: inout [String: Int]
  ) {
    var evaluation = EdgeEvaluation()
    for (article, document) in zip(articles, read) { evaluation.add(document, gold: article) }
    for measure in [EdgeMeasure.entities, .typed, .strict] {
      counts["articles: right \(measure.rawValue)"] = evaluation[measure].truePositives
      counts["articles: wrong \(measure.rawValue)"] = evaluation[measure].falsePositives
    }
    counts["articles: right claimants"] = evaluation[.attributionSource].truePositives
  }

  private func compare(_ counts: [String: Int]) throws {
    var thresholds = try JSONDecoder().decode(
      [String: Threshold].self, from: try data("thresholds.json"))
    let isPages = counts.keys.contains { $0.hasPrefix("pages") }
    #expect(
      Set(thresholds.keys.filter { $0.hasPrefix("pages") == isPages }) == Set(counts.keys),
      "each figure has a threshold")
    var bettered: [String] = []
    for (figure, count) in counts.sorted(by: { $0.key < $1.key }) {
      guard let threshold = thresholds[figure] else { continue }
      #expect(threshold.allows(count), "\(figure): \(count), was \(threshold.words)")
      guard threshold.isBettered(by: count) else { continue }
      bettered.append("\(figure): \(count), was \(threshold.words)")
      thresholds[figure] = threshold.moved(to: count)
    }
    guard !bettered.isEmpty else { return }
    let list = bettered.joined(separator: "\n  ")
    guard ProcessInfo.processInfo.environment["RELATA_RECORD"] != nil else {
      print("better than Tests/Benchmark/thresholds.json says; write it there:\n  \(list)")
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let text = String(decoding: try encoder.encode(thresholds), as: UTF8.self)
    try (text + "\n").write(
      to: Self.folder.appending(path: "thresholds.json"), atomically: true, encoding: .utf8)
    Issue.record("recorded as better:\n  \(list)")
  }

  private func data(_ name: String) throws -> Data {
    try Data(contentsOf: Self.folder.appending(path: name))
  }
}
