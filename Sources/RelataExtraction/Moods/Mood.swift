import RelataCore
import RelataLanguage

/// How a clause is meant: whether it is stated, by whom, and whether it is denied.
struct Mood: Sendable {
  var isNegated = false
  var status: AssertionStatus = .asserted
  var isFormer = false
  var attribution: Attribution?
  /// Whether the text says that it does not know: "no evidence that they met".
  var isVoid = false
  /// Whether the words leave no doubt of the status, so that the relation head has no say.
  var isSettled = false
  /// The status that the relation head put in place of the rules'.
  var revision: StatusRevision?
  /// The words that decided, in order of reading; nil where nobody wants to know.
  var cues: [MoodCue]?

  /// Keeps the less certain of two statuses; a claim about a plan stays a plan with a claimant.
  mutating func weaken(to other: AssertionStatus, by token: Int? = nil) {
    let order: [AssertionStatus] = [.asserted, .claimed, .planned, .hypothetical]
    func rank(_ status: AssertionStatus) -> Int { order.firstIndex(of: status) ?? 0 }
    note(CueEffect(other), token)
    if rank(other) > rank(status) { status = other }
  }

  /// Turns a statement into its denial and back.
  mutating func negate(by token: Int?) {
    isNegated.toggle()
    note(.negates, token)
  }

  /// The first claimant stays: the one nearest to the clause.
  ///
  /// Who claims that they claim it passes it on.
  mutating func attribute(to claimant: Attribution?, by token: Int?) {
    guard let claimant else { return }
    if let first = attribution {
      let reporter = Attribution.Reporter(
        entity: claimant.entity, text: claimant.text, cue: claimant.cue)
      let isSame =
        first.entity == claimant.entity && first.text == claimant.text
        || first.via.contains { $0.entity == claimant.entity && $0.text == claimant.text }
      guard !isSame else { return }
      attribution?.via.append(reporter)
    } else {
      attribution = claimant
    }
    note(.attributes, token)
  }

  mutating func note(_ effect: CueEffect, _ token: Int?) {
    guard let token, cues != nil else { return }
    let cue = MoodCue(effect: effect, token: token)
    if cues?.contains(cue) == false { cues?.append(cue) }
  }
}
