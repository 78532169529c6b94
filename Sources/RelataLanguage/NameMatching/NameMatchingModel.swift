/// Forests that decide on pairs of names, with the thresholds that their training found.
package struct NameMatchingModel: Sendable {
  /// Probabilities that divide the three verdicts.
  package struct Thresholds: Sendable {
    /// From here on a pair is one bearer's.
    package let same: Double
    /// Below it is two bearers'.
    package let different: Double
    /// From here on "same" is right as often as it is complete: the best F1.
    package let even: Double
  }

  let person: DecisionForest
  let organization: DecisionForest

  /// The model that ships, parsed at the first use.
  package static let standard = NameMatchingModel(
    person: LargeTables.nameForestPerson,
    organization: LargeTables.nameForestOrganization)

  /// Reads two forests, UTF-8.
  package init(person: [UInt8], organization: [UInt8]) {
    self.person = DecisionForest(person)
    self.organization = DecisionForest(organization)
  }

  func forest(of kind: BearerKind) -> DecisionForest {
    kind == .person ? person : organization
  }

  func probability(_ features: [Float], of kind: BearerKind) -> Double {
    forest(of: kind).probability(features)
  }

  /// The thresholds of names of a kind.
  package func thresholds(of kind: BearerKind) -> Thresholds {
    let given = forest(of: kind).thresholds
    return Thresholds(
      same: given["same"] ?? 1, different: given["different"] ?? 0, even: given["even"] ?? 0.5)
  }
}
