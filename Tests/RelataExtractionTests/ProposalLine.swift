import RelataCore
import RelataTestSupport

@testable import RelataExtraction

/// A proposal and what became of it, on one line.
struct ProposalLine {
  let text: String

  init(_ candidate: CandidateExplanation, in document: AnnotatedDocument) {
    func name(_ end: CandidateExplanation.End) -> String {
      let name = document.entities.first { $0.id == end.entity }?.name ?? "?"
      let words = document.words(end.span)
      let kind = end.reference == "name" ? "" : " \(end.reference)"
      return words == name ? name + kind : "\(name)\(kind) \"\(words)\""
    }
    let trigger = candidate.trigger.map(document.words).joined(separator: "+")
    var parts = [
      "\(name(candidate.subject)) | \(candidate.relation.rawValue) | \(name(candidate.object))",
      "\"\(candidate.predicate)\"",
      "\(candidate.rule.split(separator: ".").dropLast().dropFirst().joined()) by \(trigger)",
    ]
    if candidate.isPresupposed { parts.append("presupposed") }
    if !candidate.cues.isEmpty {
      parts.append(
        candidate.cues.map { "\(document.words($0.span)) \($0.effect.rawValue)" }
          .joined(separator: ", "))
    }
    if case .kept(let assertion) = candidate.outcome {
      parts += Self.facts(assertion, in: document)
    } else {
      parts.append("dropped: \(candidate.outcome.reason ?? "")")
    }
    text = parts.joined(separator: "; ")
  }

  private static func facts(_ assertion: Assertion, in document: AnnotatedDocument) -> [String] {
    let fields = Reading(assertion, in: document).fields
    let flags = [assertion.polarity.rawValue, assertion.status.rawValue, assertion.tense.rawValue]
      .filter { !["positive", "asserted", "current"].contains($0) }
    let pairs = ["by", "cue", "via", "time", "when", "place", "where", "amount", "howmuch"]
      .compactMap { key in fields[key].map { "\(key)=\($0)" } }
    return flags + pairs
  }
}
