import RelataCore

/// The rules that ship, each under one id.
///
/// The one place that knows them all: `confidence.yaml` is measured for them, `relata explain` takes its
/// words from them, and a test holds that every id an assertion can carry stands here, is trusted above
/// the floor and does what its examples say.
public enum RuleRegistry {
  /// In the order in which their proposers are asked; ids are unique.
  public static let rules: [Rule] = [
    .verb, .passive, .transfer, .title, .apposition, .copula, .listed, .event, .attended, .compound,
    .adjective,
    .bodyPlace, .presenceNoun, .presenceVerb, .copulaPlace, .personPlace, .place, .address,
    .placeDescription, .placeGenitive, .organ, .owner, .ofPlace, .company, .ownFirm, .ofBody,
    .resident, .trade, .stateRun,
    .countryman, .nationality, .calling, .people, .party, .tableRow, .labelled, .pattern, .head,
  ]

  /// The rule with an id; nil for an id of another version of Relata.
  public static func rule(_ id: String) -> Rule? { byID[id] }

  private static let byID = Dictionary(
    rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
