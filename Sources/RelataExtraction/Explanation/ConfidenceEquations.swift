import RelataCore

/// A line of arithmetic: `0.7474 = 0.784 measured for rule.verb.v1 hired × 0.9533 sure of the name`.
public struct ConfidenceEquation: Hashable, Sendable {
  /// What stands on the left: "rule score", "log odds" or "confidence".
  public var name: String
  /// The number and what it is made of; every number on the right stands there, or on the left of an
  /// equation before.
  public var text: String
}

extension ConfidenceScore {
  /// How the confidence comes about, step by step, so that a reader can calculate it again.
  ///
  /// Numbers are rounded to four decimals, the confidence to three.
  public var equations: [ConfidenceEquation] {
    let product =
      Self.words(precision) + " " + origin
      + factors.map { " × \(Self.words($0.value)) \($0.reason.words)" }.joined()
    let limit = isLimited ? ", at most \(Self.words(Self.most))" : ""
    if terms.isEmpty {
      return [.init(name: "confidence", text: Self.words(confidence) + " = " + product + limit)]
    }
    let sum = terms.reduce(0) { $0 + $1.product }
    var equations: [ConfidenceEquation] = []
    if source != .head {
      equations.append(.init(name: "rule score", text: Self.words(ruleScore) + " = " + product))
    }
    let summands = terms.filter { $0.weight != 0 && $0.value != 0 }.map(Self.summand)
    equations.append(
      .init(
        name: "log odds",
        text: Self.words(sum) + " = " + (summands.isEmpty ? "0" : summands.joined(separator: " + "))
      ))
    equations.append(
      .init(
        name: "confidence",
        text: Self.words(confidence) + " = 1 / (1 + e^(-\(Self.words(sum))))" + limit))
    return equations
  }

  private var isLimited: Bool {
    (terms.isEmpty ? ruleScore : Self.logistic(terms.reduce(0) { $0 + $1.product })) > Self.most
  }

  private var origin: String {
    switch source {
    case .measured: "measured for \(entry)"
    case .stated: "judged for \(entry), too rare to be measured"
    case .author: "stated in your rules"
    case .head: "from the relation head"
    }
  }

  private static func summand(_ term: Term) -> String {
    let weight = words(term.weight)
    switch term.reason {
    case .constant: return "\(weight) always"
    case .relation: return "\(weight) for the relation"
    case .rule, .head:
      let whose = term.reason == .rule ? "the rule's score" : "the relation head's"
      let probability = term.probability.map { " \(words($0))" } ?? ""
      return "\(weight) × \(words(term.value)) log odds of \(whose)\(probability)"
    case .references: return "\(weight) × \(words(term.value)) ends that are no names"
    case .names: return "\(weight) × \(words(term.value)) doubt about the names"
    case .links: return "\(weight) × \(words(term.value)) doubt about what the ends stand for"
    case .distance: return "\(weight) × \(words(term.value)) for the distance"
    }
  }

  /// Four decimals at most, without superfluous zeros: "0.7474", "-1.5", "3".
  private static func words(_ number: Double) -> String {
    let scaled = (abs(number) * 10_000).rounded()
    guard scaled < 1e15 else { return "\(number)" }
    let value = Int64(scaled)
    let sign = number < 0 && value > 0 ? "-" : ""
    var fraction = String(value % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return sign + String(value / 10_000) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension ConfidenceScore.Reason {
  fileprivate var words: String {
    switch self {
    case .agent: "stands for its body"
    case .pronoun: "stands for a name elsewhere"
    case .nameScore: "sure of the name"
    }
  }
}
