import RelataCore
import RelataExtraction
import RelataPipeline

/// An explanation as indented lines for people.
struct ExplanationLines {
  let explanation: DocumentExplanation
  let style: TerminalStyle
  /// Columns to wrap the sentence at; nil leaves it on one line.
  let width: Int?

  func lines(_ sentence: SentenceExplanation) -> [String] {
    let document = explanation.document.annotated.document
    let quote = "“" + TextWidth.printable(explanation.words(sentence.span)) + "”"
    var lines = width.map { TextWidth.wrap(quote, to: max(24, $0)) } ?? [quote]
    lines = lines.map(style.bold)
    lines.append(
      style.dim("— \(TextWidth.printable(document.source)), sentence \(sentence.sentence + 1)"))
    if sentence.isFurniture { return lines + ["  page furniture: not read"] }
    lines += seen(sentence)
    for candidate in sentence.candidates {
      lines.append("")
      lines += self.lines(candidate)
      if candidate.isKept { lines += sentence.refused(besides: candidate).map(refused) }
    }
    if !sentence.candidates.contains(where: \.isKept) {
      lines += ["", "  " + style.yellow("gives no relation: ") + reason(sentence)]
    }
    return lines
  }

  // MARK: What was seen

  private func seen(_ sentence: SentenceExplanation) -> [String] {
    var lines: [String] = []
    if !sentence.names.isEmpty {
      let names = sentence.names.map { name in
        let entity = name.entities.first.map { " = \(explanation.name(of: $0))" } ?? ""
        let words = words(name.span)
        return words == name.entities.first.map(explanation.name) ? words : words + entity
      }
      lines.append(field("names", names.joined(separator: "; ")))
    }
    for reference in sentence.references {
      lines.append(
        field("stands for", "\(words(reference.span)) → \(people(reference.entities))"))
    }
    return lines
  }

  /// Why nothing came of a sentence, in words.
  private func reason(_ sentence: SentenceExplanation) -> String {
    if !sentence.candidates.isEmpty { return "every proposal was dropped" }
    let entities = Set((sentence.names + sentence.references).flatMap(\.entities))
    if entities.count < 2 {
      return entities.isEmpty ? "it names nobody" : "it names only one entity"
    }
    guard !sentence.triggers.isEmpty else {
      return "no rule knows a word that would tie \(people(entities.sorted()))"
    }
    return "no rule matched. " + sentence.triggers.map(trigger).joined(separator: ". ")
  }

  private func trigger(_ trigger: SentenceExplanation.Trigger) -> String {
    let relations = trigger.relations.map(\.rawValue).joined(separator: ", ")
    let ends = trigger.arguments.map { argument in
      argument.entities.isEmpty
        ? "“\(words(argument.span))”, which stands for no name" : people(argument.entities)
    }
    let found =
      ends.isEmpty ? "nothing depends on it" : "its words are " + ends.joined(separator: "; ")
    return "“\(words(trigger.span))” can say \(relations): \(found)"
  }

  // MARK: A proposal

  private func lines(_ candidate: CandidateExplanation) -> [String] {
    let ends = (
      explanation.name(of: candidate.subject.entity), explanation.name(of: candidate.object.entity)
    )
    let heading = TextWidth.printable("\(ends.0) — \(candidate.relation) — \(ends.1)")
    var lines: [String] = []
    switch candidate.outcome {
    case .kept(let assertion):
      let tense = assertion.tense == .former ? ", former" : ""
      lines.append(
        "  " + style.green("✓ ") + style.bold(heading) + "  \(assertion.polarity.rawValue), "
          + "\(assertion.status.rawValue)\(tense)  "
          + style.dim(Count.percent(assertion.confidence)))
    default:
      lines.append(
        "  " + style.red("✗ ") + heading + "  " + style.yellow(Self.dropped(candidate.outcome)))
    }
    lines.append(field("rule", rule(candidate.rule)))
    if !candidate.trigger.isEmpty {
      lines.append(field("trigger", candidate.trigger.map(words).joined(separator: " … ")))
    }
    lines.append(field("path", candidate.path.description))
    for end in [candidate.subject, candidate.object] where end.reference != "name" {
      lines.append(
        field(
          "end",
          "\(words(end.span)) stands for \(explanation.name(of: end.entity)) (\(end.reference))"))
    }
    lines.append(field("types", types(candidate)))
    lines.append(field("cues", cues(candidate)))
    if let revision = candidate.revision {
      let sure = Int((revision.probability * 100).rounded())
      lines.append(
        field("status", "\(revision.status.rawValue): the relation head is \(sure) % sure of it"))
    }
    if case .kept(let assertion) = candidate.outcome { lines += details(assertion) }
    lines += (candidate.score?.equations ?? []).map { field($0.name, $0.text) }
    return lines
  }

  /// What else was proposed between the ends of what was kept: it may be the right reading.
  private func refused(_ candidate: CandidateExplanation) -> String {
    field(
      "instead of",
      "\(explanation.name(of: candidate.subject.entity)) — \(candidate.relation) — "
        + "\(explanation.name(of: candidate.object.entity)) (\(candidate.rule)), "
        + Self.dropped(candidate.outcome))
  }

  private static func dropped(_ outcome: CandidateOutcome) -> String {
    guard let reason = outcome.reason else { return "" }
    if case .readBy = outcome { return reason }
    return "dropped: " + reason
  }

  private func details(_ assertion: Assertion) -> [String] {
    var lines: [String] = []
    if let attribution = assertion.attribution {
      let speaker =
        attribution.entity.map(explanation.name) ?? attribution.text ?? "somebody unnamed"
      let via = attribution.via.map { reporter in
        "; passed on by "
          + (reporter.entity.map(explanation.name) ?? reporter.text ?? "somebody unnamed")
      }
      lines.append(field("says so", "\(speaker) (“\(attribution.cue)”)" + via.joined()))
    }
    let qualifiers = [
      (
        "when", assertion.time ?? (assertion.evidence.time == nil ? nil : "not known"),
        assertion.evidence.time
      ),
      ("where", assertion.place, assertion.evidence.place),
      ("how much", assertion.amount, assertion.evidence.amount),
    ]
    for (name, value, span) in qualifiers {
      guard let value, let span else { continue }
      let quoted = words(span) == value ? value : "\(value) (“\(words(span))”)"
      lines.append(field(name, quoted))
    }
    return lines
  }

  private func types(_ candidate: CandidateExplanation) -> String {
    let pair = "\(candidate.subject.type.rawValue) → \(candidate.object.type.rawValue)"
    guard let type = RelationSchema.standard[candidate.relation] else { return pair }
    func list(_ types: Set<EntityType>) -> String {
      types.sorted().map(\.rawValue).joined(separator: "|")
    }
    return "\(pair); \(candidate.relation) takes \(list(type.domain)) → \(list(type.range))"
  }

  private func cues(_ candidate: CandidateExplanation) -> String {
    if candidate.isPresupposed { return "none asked: the construction presupposes it" }
    if candidate.cues.isEmpty { return "none" }
    return candidate.cues.map { "“\(words($0.span))” \($0.effect.rawValue)" }.joined(
      separator: ", ")
  }

  // MARK: Words

  private func field(_ name: String, _ value: String) -> String {
    let padding = String(repeating: " ", count: max(1, 12 - name.count))
    return "      " + style.dim(name) + padding + TextWidth.printable(value)
  }

  private func people(_ entities: [EntityID]) -> String {
    entities.isEmpty
      ? "nobody that is sure" : entities.map(explanation.name).joined(separator: ", ")
  }

  /// "rule.passive.v1 (a passive verb with its arguments)"; the bare id of a rule that is not ours.
  private func rule(_ id: String) -> String {
    RuleRegistry.rule(id).map { "\(id) (\($0.construction))" } ?? id
  }

  private func words(_ span: Span) -> String { TextWidth.printable(explanation.words(span)) }
}

extension CandidateExplanation {
  /// Whether it became an assertion.
  var isKept: Bool {
    if case .kept = outcome { true } else { false }
  }
}
