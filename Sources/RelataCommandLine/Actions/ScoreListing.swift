import RelataEvaluation
import RelataPipeline

/// One line of what `relata eval` tells: rates, counts, or a single number.
struct ScoreRow {
  var file: String
  var name: String
  var precision: Double?
  var recall: Double?
  var f1: Double?
  var counts: PrecisionRecall?
  /// A measure that is one number: an accuracy, a calibration error, a count.
  var value: Double?
  /// F1 of the same text in worse form.
  var variants: [TextVariant: Double] = [:]

  init(_ name: String, _ counts: PrecisionRecall, file: String) {
    self.init(
      name, file: file, precision: counts.precision, recall: counts.recall, f1: counts.f1)
    self.counts = counts
  }

  init(_ name: String, _ rates: FractionalPrecisionRecall, file: String) {
    self.init(name, file: file, precision: rates.precision, recall: rates.recall, f1: rates.f1)
  }

  init(
    _ name: String, file: String, precision: Double? = nil, recall: Double? = nil,
    f1: Double? = nil, value: Double? = nil
  ) {
    (self.file, self.name) = (file, name)
    (self.precision, self.recall, self.f1, self.value) = (precision, recall, f1, value)
  }
}

extension Listing {
  /// The rows as a table; columns that no row fills are left out.
  init(scores rows: [ScoreRow]) {
    let hasValues = rows.contains { $0.value != nil }
    let variants = TextVariant.allCases.filter { variant in
      rows.contains { $0.variants[variant] != nil }
    }
    var columns: [Column] = [.init(title: "File"), .init(title: "Score")]
    for title in ["Precision", "Recall", "F1", "Right", "Wrong", "Missed"] {
      columns.append(.init(title: title, isNumeric: true))
    }
    if hasValues { columns.append(.init(title: "Value", isNumeric: true)) }
    columns += variants.map { .init(title: Self.title($0), isNumeric: true) }
    self.init(columns)
    for row in rows {
      var cells = [row.file, row.name] + [row.precision, row.recall, row.f1].map(Self.rate)
      let counts = row.counts.map { [$0.truePositives, $0.falsePositives, $0.falseNegatives] }
      cells += counts.map { $0.map(String.init) } ?? ["", "", ""]
      if hasValues { cells.append(row.value.map(Self.number) ?? "") }
      cells += variants.map { Self.rate(row.variants[$0]) }
      append(cells, object: .object(Self.fields(row)))
    }
  }

  private static func fields(_ row: ScoreRow) -> [JSONMember] {
    var fields = [JSONMember("file", .string(row.file)), JSONMember("score", .string(row.name))]
    for (key, rate) in [
      ("precision", row.precision), ("recall", row.recall), ("f1", row.f1), ("value", row.value),
    ] {
      if let rate { fields.append(JSONMember(key, .decimal(rate))) }
    }
    if let counts = row.counts {
      fields += [
        JSONMember("truePositives", .integer(counts.truePositives)),
        JSONMember("falsePositives", .integer(counts.falsePositives)),
        JSONMember("falseNegatives", .integer(counts.falseNegatives)),
      ]
    }
    let variants = TextVariant.allCases.compactMap { variant in
      row.variants[variant].map { JSONMember(variant.rawValue, .decimal($0)) }
    }
    if !variants.isEmpty { fields.append(JSONMember("f1OfVariants", .object(variants))) }
    return fields
  }

  private static func title(_ variant: TextVariant) -> String {
    switch variant {
    case .lowerCase: "Lower case"
    case .upperCase: "Capitals"
    case .scanned: "Scanned"
    case .unpunctuated: "No marks"
    }
  }

  /// Per cent with one decimal: "87.5".
  private static func rate(_ rate: Double?) -> String {
    guard let rate else { return "" }
    guard rate.isFinite else { return "–" }
    let tenths = Int((rate * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Three decimals, none for whole numbers: "0.021", "3".
  private static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "–" }
    if value == value.rounded() { return String(Int(value)) }
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000 + 1000).dropFirst()
    return "\(value < 0 ? "−" : "")\(thousandths / 1000).\(digits)"
  }
}
