import Yams

/// The closed lists of words that decide status, polarity, attribution and reference.
///
/// Each list is documented in `cues.yaml`; unknown list names in a file are ignored.
package struct CueWords: Sendable {
  private var lists: [String: Set<String>] = [:]

  /// The lists that ship with Relata, parsed once.
  package static let standard: CueWords = {
    do {
      return try CueWords(yaml: String(decoding: PackageResources.cues_yaml, as: UTF8.self))
    } catch {
      preconditionFailure("internal error RL9004: the shipped cue words do not parse: \(error)")
    }
  }()

  /// No word in any list.
  package init() {}

  /// Reads a file of lists under the key `cues`.
  init(yaml: String) throws {
    merge(try YAMLDecoder().decode([String: [String: [String]]].self, from: yaml)["cues"] ?? [:])
  }

  package mutating func merge(_ more: [String: [String]]) {
    for (name, words) in more { lists[name, default: []].formUnion(words) }
  }

  private func list(_ name: String) -> Set<String> { lists[name] ?? [] }

  /// Verbs whose clause is somebody's claim: "say", "claim".
  package var saying: Set<String> { list("saying") }
  /// Verbs that deny their clause.
  package var denying: Set<String> { list("denying") }
  /// Verbs that doubt, ask or imagine their clause.
  package var doubting: Set<String> { list("doubting") }
  /// Verbs that negate what depends on them: "fail", "refuse".
  package var negating: Set<String> { list("negating") }
  /// Verbs and nouns that make what depends on them a plan.
  package var planning: Set<String> { list("planning") }
  /// Verbs, nouns and adjectives that make what depends on them unreal.
  package var unreal: Set<String> { list("unreal") }
  /// Participles after "be" that attribute to unnamed sources: "accused", "believed".
  package var hearsay: Set<String> { list("hearsay") }
  /// Adverbs of hearsay: "allegedly".
  package var hearsayAdverbs: Set<String> { list("hearsayAdverbs") }
  /// Auxiliaries of plan and of possibility.
  package var futureAuxiliaries: Set<String> { list("futureAuxiliaries") }
  package var modalAuxiliaries: Set<String> { list("modalAuxiliaries") }
  /// Adjectives that put a role into the past: "former".
  package var former: Set<String> { list("former") }
  /// Labels of those who ask and answer: "q", "interviewer".
  package var turns: Set<String> { list("turns") }
  /// Of these labels, those of who asks, and those of who answers.
  package var questions: Set<String> { list("questions") }
  package var answers: Set<String> { list("answers") }
  /// Words that open an answer and say that it is so, or that it is not.
  package var yes: Set<String> { list("yes") }
  package var no: Set<String> { list("no") }
  /// Subordinators of conditions.
  package var conditional: Set<String> { list("conditional") }
  /// Heads of noun phrases that stand for the state or body that modifies them: "troops".
  package var stateAgents: Set<String> { list("stateAgents") }
  /// Of these heads, those that stand for the body only in the plural: "official".
  package var individuals: Set<String> { list("individuals") }
  /// Heads that stand for the group that modifies them: "fighters".
  package var memberAgents: Set<String> { list("memberAgents") }
  /// Words for bodies that are part of a state: "parliament".
  package var stateBodies: Set<String> { list("stateBodies") }
  /// Words whose bearer is an organ of the state it is named after: "Iraqi Foreign Ministry".
  package var stateOrgans: Set<String> { list("stateOrgans") }
  /// Nouns that say in the plural what two are to each other: "the brothers Selim and Orhan".
  package var mutualKin: Set<String> { list("mutualKin") }
  /// Words that put a bearer below the head of the body: "deputy".
  package var subordinate: Set<String> { list("subordinate") }
  /// Nouns for places that contain or equal a named place: "province".
  package var placeNouns: Set<String> { list("placeNouns") }
  /// Verbs whose place is where their subject, or the patient of a passive, was: "speak".
  package var presence: Set<String> { list("presence") }
  /// Nouns for companies and other organisations that may carry a nationality: "firm".
  package var companyNouns: Set<String> { list("companyNouns") }
  /// Nouns for people whose nationality adjective tells citizenship: "journalist".
  package var personNouns: Set<String> { list("personNouns") }
  /// Nouns that alone may mean a body named before: "the company".
  package var describedBodies: Set<String> { list("describedBodies") }
  /// Modifiers that make a leader one of a faction, not of the state: "opposition".
  package var factions: Set<String> { list("factions") }
  /// Nouns for grounds to believe something: "evidence".
  package var knowledge: Set<String> { list("knowledge") }
  /// Nouns of reports that attribute: "report", "statement".
  package var reportNouns: Set<String> { list("reportNouns") }

  /// Verbs whose past tells what came about and lasts: "bought", "joined".
  package var achieving: Set<String> { list("achieving") }

  // MARK: Proceedings and their ends

  /// Verbs, adjectives and nouns that clear somebody of an act: "acquit", "innocent", "acquittal".
  package var clearing: Set<String> { list("clearing") }
  /// Verbs and nouns that lay an act to somebody without saying that he did it: "arrest", "allegation".
  package var charging: Set<String> { list("charging") }
  /// Verbs, adjectives and nouns that say that he did it: "convict", "guilty", "conviction".
  package var convicting: Set<String> { list("convicting") }
  /// Verbs that take a charge, a verdict or a report back: "quash", "retract".
  package var dropping: Set<String> { list("dropping") }
  /// Words of regret for what was said.
  package var apologizing: Set<String> { list("apologizing") }
  /// Verbs and nouns by which somebody owns to an act: "admit".
  package var confessing: Set<String> { list("confessing") }
  /// Adverbs that say that an accusation, a verdict or a claim is false: "wrongly".
  package var wrongly: Set<String> { list("wrongly") }
  /// Verbs of taking somebody for what he is not: "mistake", "pose".
  package var mistaking: Set<String> { list("mistaking") }
  /// Verbs whose subject is the one whom the charge in their object is laid to: "face".
  package var facing: Set<String> { list("facing") }
  /// Nouns for a change of owner or an attempt at one: "takeover", "bid".
  package var transactions: Set<String> { list("transactions") }
  /// Verbs that say that a transaction did not come about: "collapse", "block".
  package var failing: Set<String> { list("failing") }

  // MARK: Fiction

  /// Nouns for works in which people do what nobody did: "novel".
  package var fiction: Set<String> { list("fiction") }
  /// Verbs of real work in or on such a work: "star".
  package var performing: Set<String> { list("performing") }
  /// Verbs that give an actor his part: "play".
  package var portraying: Set<String> { list("portraying") }
  /// Verbs whose clause is not meant: "joke".
  package var pretending: Set<String> { list("pretending") }

  /// Small words that may stand between a name and the words that introduce another name of the same.
  package var nameFillers: Set<String> { list("nameFillers") }

  /// Finite auxiliaries, as written.
  package var finiteAuxiliaries: Set<String> { list("finiteAuxiliaries") }

  /// Nouns for people who go without a name: "the accused".
  package var unnamedPeople: Set<String> { list("unnamedPeople") }

  /// Who ends a matter by dismissing it: courts and authorities.
  package var benches: Set<String> { list("benches") }

  /// Predicates by which a text says that something is not so: "false".
  package var falsehoods: Set<String> { list("falsehoods") }

  /// Parties as pleadings write them, without an article: "Defendant".
  package var pleadingParties: Set<String> { list("pleadingParties") }

  /// Verbs whose object did what they say it of: "blame".
  package var objectControl: Set<String> { list("objectControl") }

  /// Nouns for what a body has or consists of, never the body: "board".
  package var bodyParts: Set<String> { list("bodyParts") }
}
