/// The closed lists of words that decide status, polarity, attribution and reference.
///
/// Each list is documented in `cues.yaml`; unknown list names in a file are ignored.
struct CueWords: Sendable {
  private var lists: [String: Set<String>] = [:]

  mutating func merge(_ more: [String: [String]]) {
    for (name, words) in more { lists[name, default: []].formUnion(words) }
  }

  private func list(_ name: String) -> Set<String> { lists[name] ?? [] }

  /// Verbs whose clause is somebody's claim: "say", "claim".
  var saying: Set<String> { list("saying") }
  /// Verbs that deny their clause.
  var denying: Set<String> { list("denying") }
  /// Verbs that doubt, ask or imagine their clause.
  var doubting: Set<String> { list("doubting") }
  /// Verbs that negate what depends on them: "fail", "refuse".
  var negating: Set<String> { list("negating") }
  /// Verbs and nouns that make what depends on them a plan.
  var planning: Set<String> { list("planning") }
  /// Verbs, nouns and adjectives that make what depends on them unreal.
  var unreal: Set<String> { list("unreal") }
  /// Participles after "be" that attribute to unnamed sources: "accused", "believed".
  var hearsay: Set<String> { list("hearsay") }
  /// Adverbs of hearsay: "allegedly".
  var hearsayAdverbs: Set<String> { list("hearsayAdverbs") }
  /// Auxiliaries of plan and of possibility.
  var futureAuxiliaries: Set<String> { list("futureAuxiliaries") }
  var modalAuxiliaries: Set<String> { list("modalAuxiliaries") }
  /// Adjectives that put a role into the past: "former".
  var former: Set<String> { list("former") }
  /// Subordinators of conditions.
  var conditional: Set<String> { list("conditional") }
  /// Heads of noun phrases that stand for the state or body that modifies them: "troops".
  var stateAgents: Set<String> { list("stateAgents") }
  /// Of these heads, those that stand for the body only in the plural: "official".
  var individuals: Set<String> { list("individuals") }
  /// Heads that stand for the group that modifies them: "fighters".
  var memberAgents: Set<String> { list("memberAgents") }
  /// Words for bodies that are part of a state: "parliament".
  var stateBodies: Set<String> { list("stateBodies") }
  /// Words whose bearer is an organ of the state it is named after: "Iraqi Foreign Ministry".
  var stateOrgans: Set<String> { list("stateOrgans") }
  /// Words that put a bearer below the head of the body: "deputy".
  var subordinate: Set<String> { list("subordinate") }
  /// Nouns for places that contain or equal a named place: "province".
  var placeNouns: Set<String> { list("placeNouns") }
  /// Verbs whose place is where their subject, or the patient of a passive, was: "speak".
  var presence: Set<String> { list("presence") }
  /// Nouns for companies and other organisations that may carry a nationality: "firm".
  var companyNouns: Set<String> { list("companyNouns") }
  /// Nouns for people whose nationality adjective tells citizenship: "journalist".
  var personNouns: Set<String> { list("personNouns") }
  /// Modifiers that make a leader one of a faction, not of the state: "opposition".
  var factions: Set<String> { list("factions") }
  /// Nouns for grounds to believe something: "evidence".
  var knowledge: Set<String> { list("knowledge") }
  /// Nouns of reports that attribute: "report", "statement".
  var reportNouns: Set<String> { list("reportNouns") }
}
