import Foundation
import Testing

/// Calculates the right side of a printed equation again: products, sums of products, `1 / (1 + e^(-x))`.
enum Arithmetic {
  /// What it comes to; a logistic may only use a left side of the equations before, which are known.
  static func value(_ text: String, known: [Double]) throws -> Double {
    if text.hasPrefix("1 / (1 + e^(-") {
      let exponent = try number(String(text.dropFirst("1 / (1 + e^(-".count)))
      #expect(known.contains(exponent), "\(exponent) stands nowhere before")
      return limited(1 / (1 + exp(-exponent)), text)
    }
    let sum = try text.components(separatedBy: " + ").reduce(0.0) { sum, summand in
      let factors = summand.components(separatedBy: " × ")
      for factor in factors where factor.contains("log odds of") {
        try checkLogOdds(factor, known: known)
      }
      return sum + (try factors.reduce(1.0) { $0 * (try number($1)) })
    }
    return limited(sum, text)
  }

  /// "-1.9924 log odds of the relation head's 0.12": the first number follows from the last.
  private static func checkLogOdds(_ factor: String, known: [Double]) throws {
    let value = try number(factor)
    let probability = try #require(Double(factor.split(separator: " ").last ?? ""))
    let odds = log(probability / (1 - probability))
    #expect(abs(odds - value) < 0.03, "the log odds of \(probability) are \(odds), not \(value)")
    if factor.contains("the rule's score") {
      #expect(
        known.contains { abs(min($0, 0.99) - probability) < 0.0001 },
        "\(probability) stands nowhere before")
    }
  }

  private static func limited(_ value: Double, _ text: String) -> Double {
    text.contains("at most 0.99") ? min(value, 0.99) : value
  }

  private static func number(_ text: String) throws -> Double {
    let digits = text.prefix { "-0123456789.".contains($0) }
    return try #require(Double(digits), "no number in '\(text)'")
  }
}
