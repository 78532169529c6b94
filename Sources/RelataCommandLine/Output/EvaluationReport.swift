import RelataCore
import RelataEvaluation
import RelataPipeline

/// What `eval` writes: tables for what is scored, in JSON one array of all rows.
struct EvaluationReport {
  private var annotation: [ScoreRow] = []
  private var scores = Listing([
    .init(title: "File"), .init(title: "Score"), .init(title: "Precision", isNumeric: true),
    .init(title: "Recall", isNumeric: true), .init(title: "F1", isNumeric: true),
    .init(title: "F1 95 %", isNumeric: true), .init(title: "Right", isNumeric: true),
    .init(title: "Wrong", isNumeric: true), .init(title: "Missed", isNumeric: true),
  ])
  private var traps = Listing([
    .init(title: "File"), .init(title: "Half"), .init(title: "Category"),
    .init(title: "Wrong emitted %", isNumeric: true), .init(title: "95 %", isNumeric: true),
    .init(title: "of", isNumeric: true), .init(title: "Right found %", isNumeric: true),
    .init(title: "95 %", isNumeric: true), .init(title: "of", isNumeric: true),
  ])
  private var readings = Listing([
    .init(title: "File"), .init(title: "Kind"), .init(title: "Wholly right %", isNumeric: true),
    .init(title: "95 %", isNumeric: true), .init(title: "With a wrong edge %", isNumeric: true),
    .init(title: "95 %", isNumeric: true), .init(title: "of", isNumeric: true),
  ])
  private var pages = Listing([
    .init(title: "File"), .init(title: "Page"), .init(title: "Precision", isNumeric: true),
    .init(title: "Recall", isNumeric: true), .init(title: "F1", isNumeric: true),
    .init(title: "F1 95 %", isNumeric: true), .init(title: "Other text read", isNumeric: true),
    .init(title: "of", isNumeric: true), .init(title: "Title %", isNumeric: true),
    .init(title: "Author %", isNumeric: true), .init(title: "Day %", isNumeric: true),
    .init(title: "Outlet %", isNumeric: true), .init(title: "Address %", isNumeric: true),
    .init(title: "Pages", isNumeric: true),
  ])
  private var identity = Listing([
    .init(title: "File"), .init(title: "Kind"), .init(title: "One, joined %", isNumeric: true),
    .init(title: "95 %", isNumeric: true), .init(title: "unsure", isNumeric: true),
    .init(title: "of", isNumeric: true), .init(title: "Two, joined %", isNumeric: true),
    .init(title: "95 %", isNumeric: true), .init(title: "unsure", isNumeric: true),
    .init(title: "of", isNumeric: true), .init(title: "Open, joined %", isNumeric: true),
    .init(title: "unsure", isNumeric: true), .init(title: "of", isNumeric: true),
    .init(title: "Name missing", isNumeric: true),
  ])
  private var calibration = Listing([
    .init(title: "File"), .init(title: "Confidence"), .init(title: "Mean", isNumeric: true),
    .init(title: "Measured precision", isNumeric: true),
    .init(title: "Assertions", isNumeric: true),
  ])
  private var causes = Listing([
    .init(title: "File"), .init(title: "Error"), .init(title: "Cause"),
    .init(title: "Edges", isNumeric: true), .init(title: "Share %", isNumeric: true),
  ])
  private var errors = Listing([
    .init(title: "Document"), .init(title: "Error"), .init(title: "Cause"),
    .init(title: "Reading"), .init(title: "Text"),
  ])

  /// Rows of names, trees and coreference.
  mutating func append(_ rows: [ScoreRow]) { annotation += rows }

  // MARK: Scores

  /// One row for the counts of a score; with an interval if the counts by document are known.
  mutating func append(
    _ score: PrecisionRecall, of name: String, file: String, byDocument: [PrecisionRecall] = []
  ) {
    append(
      rates: (score.precision, score.recall, score.f1), of: name, file: file,
      counts: (score.truePositives, score.falsePositives, score.falseNegatives),
      intervals: [
        "precisionInterval": BootstrapInterval(byDocument, \.precision),
        "recallInterval": BootstrapInterval(byDocument, \.recall),
        "f1Interval": BootstrapInterval(byDocument, \.f1),
      ])
  }

  /// One row for facts found in another corpus.
  mutating func append(
    _ score: FactCounts, of name: String, file: String, byDocument: [FactCounts] = []
  ) {
    append(
      rates: (score.precision, score.recall, score.f1), of: name, file: file,
      counts: (
        score.rightPredictions, score.predictions - score.rightPredictions,
        score.facts - score.found
      ),
      intervals: [
        "precisionInterval": BootstrapInterval(byDocument, \.precision),
        "recallInterval": BootstrapInterval(byDocument, \.recall),
        "f1Interval": BootstrapInterval(byDocument, \.f1),
      ])
  }

  /// One row for B³.
  mutating func append(clusters: [BCubed], file: String) {
    let total = clusters.reduce(into: BCubed()) { $0 += $1 }
    append(
      rates: (total.precision, total.recall, total.f1), of: "entities B³", file: file, counts: nil,
      intervals: ["f1Interval": BootstrapInterval(clusters, \.f1)])
  }

  /// One row for open predicates.
  mutating func append(open bySentence: [OpenCounts], file: String) {
    let total = bySentence.reduce(into: OpenCounts()) { $0 += $1 }
    append(
      rates: (total.precision, total.recall, total.f1), of: "CaRB", file: file, counts: nil,
      intervals: ["f1Interval": BootstrapInterval(bySentence, \.f1)])
  }

  private mutating func append(
    rates: (Double, Double, Double), of name: String, file: String, counts: (Int, Int, Int)?,
    intervals: KeyValuePairs<String, BootstrapInterval?>
  ) {
    var members: [(String, JSONValue)] = [
      ("file", .string(file)), ("score", .string(name)), ("precision", .decimal(rates.0)),
      ("recall", .decimal(rates.1)), ("f1", .decimal(rates.2)),
    ]
    if let counts {
      members += [
        ("truePositives", .integer(counts.0)), ("falsePositives", .integer(counts.1)),
        ("falseNegatives", .integer(counts.2)),
      ]
    }
    for case (let key, let interval?) in intervals { members.append((key, Self.json(interval))) }
    scores.append(
      [
        file, name, Self.percent(rates.0), Self.percent(rates.1), Self.percent(rates.2),
        Self.percent(intervals.first { $0.key == "f1Interval" }?.value),
        counts.map { String($0.0) } ?? "",
        counts.map { String($0.1) } ?? "", counts.map { String($0.2) } ?? "",
      ], object: Self.object(members))
  }

  // MARK: Traps

  /// One row for a category, or for all.
  mutating func append(
    _ results: [TrapEvaluation.Result], category: String, half: String, file: String
  ) {
    let counts = results.map(\.counts)
    let total = counts.reduce(into: TrapCounts()) { $0 += $1 }
    let wrong = BootstrapInterval(counts, \.wrongRate)
    let right = BootstrapInterval(counts, \.rightRate)
    var members: [(String, JSONValue)] = [
      ("file", .string(file)), ("score", .string("traps")), ("category", .string(category)),
      ("half", .string(half)), ("items", .integer(results.count)),
      ("wrongEmitted", .integer(total.wrongEmitted)), ("wrongReadings", .integer(total.wrong)),
      ("wrongRate", .decimal(total.wrongRate)), ("rightFound", .integer(total.rightFound)),
      ("rightReadings", .integer(total.right)), ("rightRate", .decimal(total.rightRate)),
    ]
    if let wrong { members.append(("wrongRateInterval", Self.json(wrong))) }
    if let right { members.append(("rightRateInterval", Self.json(right))) }
    traps.append(
      [
        file, half, category, Self.percent(total.wrongRate), Self.percent(wrong),
        String(total.wrong),
        Self.percent(total.rightRate), Self.percent(right), String(total.right),
      ], object: Self.object(members))
  }

  // MARK: Identity

  /// One row for a kind of cases, or for all.
  mutating func append(identity results: [IdentityEvaluation.Result], kind: String, file: String) {
    let counts = results.map(\.counts)
    let total = counts.reduce(into: IdentityCounts()) { $0 += $1 }
    let recall = BootstrapInterval(counts, \.recall)
    let wrong = BootstrapInterval(counts, \.wrongRate)
    var members: [(String, JSONValue)] = [
      ("file", .string(file)), ("score", .string("identity")), ("kind", .string(kind)),
      ("same", .integer(total.same)), ("sameJoined", .integer(total.sameJoined)),
      ("sameUnsure", .integer(total.sameUnsure)), ("recall", .decimal(total.recall)),
      ("different", .integer(total.different)),
      ("differentJoined", .integer(total.differentJoined)),
      ("differentUnsure", .integer(total.differentUnsure)),
      ("wrongRate", .decimal(total.wrongRate)), ("open", .integer(total.open)),
      ("openJoined", .integer(total.openJoined)), ("openUnsure", .integer(total.openUnsure)),
      ("openRate", .decimal(total.openRate)), ("missing", .integer(total.missing)),
    ]
    if let recall { members.append(("recallInterval", Self.json(recall))) }
    if let wrong { members.append(("wrongRateInterval", Self.json(wrong))) }
    identity.append(
      [
        file, kind, Self.percent(total.recall), Self.percent(recall), String(total.sameUnsure),
        String(total.same), Self.percent(total.wrongRate), Self.percent(wrong),
        String(total.differentUnsure), String(total.different), Self.percent(total.openRate),
        String(total.openUnsure), String(total.open), String(total.missing),
      ], object: Self.object(members))
  }

  // MARK: Readings

  /// One row for a kind of short text, or for all.
  mutating func append(_ results: [ReadingEvaluation.Result], kind: String, file: String) {
    let counts = results.map(\.counts)
    let total = counts.reduce(into: ReadingCounts()) { $0 += $1 }
    let right = BootstrapInterval(counts, \.rightRate)
    let wrong = BootstrapInterval(counts, \.wrongRate)
    var members: [(String, JSONValue)] = [
      ("file", .string(file)), ("score", .string("readings")), ("kind", .string(kind)),
      ("texts", .integer(total.texts)), ("whollyRight", .integer(total.whollyRight)),
      ("rightRate", .decimal(total.rightRate)), ("withWrongEdge", .integer(total.withWrongEdge)),
      ("wrongRate", .decimal(total.wrongRate)),
    ]
    if let right { members.append(("rightRateInterval", Self.json(right))) }
    if let wrong { members.append(("wrongRateInterval", Self.json(wrong))) }
    readings.append(
      [
        file, kind, Self.percent(total.rightRate), Self.percent(right),
        Self.percent(total.wrongRate), Self.percent(wrong), String(total.texts),
      ], object: Self.object(members))
  }

  // MARK: Pages

  /// One row for a page, or for all.
  mutating func append(pages results: [PageEvaluation.Result], of name: String, file: String) {
    let counts = results.map(\.counts)
    let total = counts.reduce(into: PageCounts()) { $0 += $1 }
    let interval = BootstrapInterval(counts) { $0.mean(\.f1) }
    let rates = [total.mean(\.precision), total.mean(\.recall), total.mean(\.f1)]
    let fields: [(String, KeyPath<PageCounts, Int>)] = [
      ("titles", \.titles), ("authors", \.authors), ("days", \.days), ("outlets", \.outlets),
      ("addresses", \.addresses),
    ]
    var members: [(String, JSONValue)] = [
      ("file", .string(file)), ("score", .string("pages")), ("page", .string(name)),
      ("pages", .integer(total.pages)), ("precision", .decimal(rates[0])),
      ("recall", .decimal(rates[1])), ("f1", .decimal(rates[2])),
      ("absent", .integer(total.absent)), ("absentRead", .integer(total.absentRead)),
    ]
    for (key, field) in fields { members.append((key, .decimal(total.share(field)))) }
    if let interval { members.append(("f1Interval", Self.json(interval))) }
    pages.append(
      [file, name] + rates.map(Self.percent)
        + [Self.percent(interval), String(total.absentRead), String(total.absent)]
        + fields.map { Self.percent(total.share($0.1)) } + [String(total.pages)],
      object: Self.object(members))
  }

  // MARK: Calibration and errors

  /// The filled bins and the expected calibration error.
  mutating func append(_ table: Calibration, file: String) {
    for bin in table.bins where bin.count > 0 {
      let name = "\(Self.hundredths(bin.lower))–\(Self.hundredths(bin.lower + 0.1))"
      calibration.append(
        [
          file, name, Self.hundredths(bin.confidence), Self.hundredths(bin.precision),
          String(bin.count),
        ],
        object: [
          "file": .string(file), "score": .string("confidence \(name)"),
          "confidence": .decimal(bin.confidence), "precision": .decimal(bin.precision),
          "assertions": .integer(bin.count),
        ])
    }
    let total = table.bins.map(\.count).reduce(0, +)
    calibration.append(
      [file, "expected error", "", Self.hundredths(table.expectedError), String(total)],
      object: [
        "file": .string(file), "score": .string("calibration error"),
        "error": .decimal(table.expectedError), "assertions": .integer(total),
      ])
  }

  /// How many edges each cause explains.
  mutating func append(_ breakdown: ErrorBreakdown, file: String) {
    let misses = ErrorBreakdown.Miss.allCases.map { ($0.rawValue, breakdown.misses[$0] ?? 0) }
    let faults = ErrorBreakdown.Fault.allCases.map { ($0.rawValue, breakdown.faults[$0] ?? 0) }
    for (error, rows) in [("missed", misses), ("wrong", faults)] {
      let total = rows.map(\.1).reduce(0, +)
      for (cause, count) in rows where count > 0 {
        let share = Double(count) / Double(total)
        causes.append(
          [file, error, cause, String(count), Self.percent(share)],
          object: [
            "file": .string(file), "score": .string("\(error): \(cause)"), "edges": .integer(count),
            "share": .decimal(share),
          ])
      }
    }
  }

  /// One wrong or missed reading.
  mutating func append(
    error: String, cause: String, reading: String, text: String, document: String
  ) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    errors.append(
      [document, error, cause, reading, words],
      object: [
        "score": .string("error"), "document": .string(document), "error": .string(error),
        "cause": .string(cause), "reading": .string(reading), "text": .string(words),
      ])
  }

  // MARK: Writing

  func write(as format: ListingFormat, in context: CommandContext) throws(RelataError) {
    let listings = [
      Listing(scores: annotation), scores, traps, readings, pages, identity, calibration, causes,
      errors,
    ].filter { !$0.rows.isEmpty }
    guard format == .table || format == .csv else {
      var all = Listing([])
      for listing in listings { all.objects += listing.objects }
      return try all.write(as: format, to: context.streams, style: context.style)
    }
    for (index, listing) in listings.enumerated() {
      if index > 0 { try context.streams.print("") }
      try listing.write(as: format, to: context.streams, style: context.style)
    }
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONMember($0.0, $0.1) })
  }

  private static func json(_ interval: BootstrapInterval) -> JSONValue {
    ["low": .decimal(interval.low), "high": .decimal(interval.high)]
  }

  /// Per cent with one decimal: "87.5".
  private static func percent(_ rate: Double) -> String {
    guard rate.isFinite else { return "–" }
    let tenths = Int((rate * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func percent(_ interval: BootstrapInterval?) -> String {
    interval.map { "\(percent($0.low))–\(percent($0.high))" } ?? ""
  }

  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
