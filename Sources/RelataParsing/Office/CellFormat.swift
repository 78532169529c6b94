import Foundation

/// How a cell shows its number (ECMA-376, part 1, 18.8.31): as a day, a share, an amount of money.
enum CellFormat: Equatable {
  /// As many digits as it has.
  case general
  case moment(SerialDay.Parts)
  case number(Digits)

  struct Digits: Equatable {
    var decimals = 0
    /// Zeros that fill up to so many digits before the point.
    var least = 0
    var isGrouped = false
    var isPercent = false
    /// Thousands that are left away.
    var scale = 0
    /// A currency, or other words.
    var before = ""
    var after = ""
  }

  /// The text of a number in this format; it is kept as the file writes it where it cannot be told better.
  func text(_ written: String, is1904: Bool) -> String {
    guard let value = Double(written), value.isFinite else { return written }
    switch self {
    case .general: return Self.plain(value, written)
    case .moment(let parts):
      return SerialDay.text(value, is1904: is1904, parts: parts) ?? Self.plain(value, written)
    case .number(let digits): return digits.text(value) ?? Self.plain(value, written)
    }
  }

  /// Without what binary fractions add to decimal ones: 0.40500000000000003 is 0.405.
  private static func plain(_ value: Double, _ written: String) -> String {
    guard written.contains(where: { ".eE".contains($0) }), abs(value) < 1e15 else { return written }
    let short = String(format: "%.15g", value)
    return short.contains("e") ? written : short
  }
}

extension CellFormat.Digits {
  /// nil for numbers of more digits than a spreadsheet knows.
  func text(_ value: Double) -> String? {
    var value = value
    for _ in 0..<scale { value /= 1_000 }
    if isPercent { value *= 100 }
    guard abs(value) < 1e15, decimals <= 15,
      // Spreadsheets know 15 digits, and round what they show of them away from zero.
      let known = Double(String(format: "%.15g", value))
    else { return nil }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let rounded =
      abs(known) * factor < 1e15
      ? (known * factor).rounded(.toNearestOrAwayFromZero) / factor : known
    let digits = String(format: "%.\(decimals)f", abs(rounded)).split(separator: ".")
    var whole = String(digits.first ?? "0")
    if whole.count < least { whole = String(repeating: "0", count: least - whole.count) + whole }
    if isGrouped { whole = Self.grouped(whole) }
    let number = ([whole] + digits.dropFirst().map(String.init)).joined(separator: ".")
    return (rounded < 0 ? "-" : "") + before + number + (isPercent ? " %" : "") + after
  }

  private static func grouped(_ digits: String) -> String {
    let count = digits.count
    return digits.enumerated().reduce(into: "") { out, next in
      if next.offset > 0, (count - next.offset).isMultiple(of: 3) { out += "," }
      out.append(next.element)
    }
  }
}
