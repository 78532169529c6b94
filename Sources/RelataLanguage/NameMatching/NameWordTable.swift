import Foundation

/// How often words stand in names, from `name-weights.tsv`.
package struct NameWordTable: Sendable {
  private var weights: [BearerKind: [[UInt8]: (rarity: Float, omission: Float)]] = [:]
  /// Rarity of a word that the table does not have.
  private var unknown: [BearerKind: Float] = [:]

  /// Reads rows of skeleton, kind, rarity and omission; the skeleton "*" is every other word.
  package init(_ bytes: [UInt8]) {
    for row in TableRows(bytes) where row.count == 4 {
      guard let kind = BearerKind(rawValue: row[1] == "P" ? "PERSON" : "ORGANIZATION"),
        let rarity = Float(row[2]), let omission = Float(row[3])
      else { continue }
      if row[0] == "*" {
        unknown[kind] = rarity
      } else {
        weights[kind, default: [:]][NameSpelling.symbols(row[0])] = (rarity, omission)
      }
    }
  }

  /// Bits of information of a word and log odds that it may be left out.
  func weights(of skeleton: [UInt8], _ kind: BearerKind) -> (rarity: Float, omission: Float) {
    weights[kind]?[skeleton] ?? (unknown[kind] ?? 10, 0)
  }
}
