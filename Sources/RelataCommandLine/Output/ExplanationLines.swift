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
      lines.append("  " + style.red("✗ ") + heading + "  " + style.yellow(dropped(candidate)))
    }
    lines.append(field("rule", RuleWords.of(candidate.rule)))
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
    if let score = candidate.score { lines.append(field("confidence", confidence(score))) }
    return lines
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

  private func confidence(_ score: ScoreExplanation) -> String {
    let factors = score.factors.map { factor in
      let why =
        switch factor.reason {
        case .agent: "stands for its body"
        case .pronoun: "stands for a name elsewhere"
        case .nameScore: "sure of the name"
        }
      return " × \(Self.decimal(factor.value)) \(why)"
    }
    let source = score.entry == "default" ? "no measurement" : "measured for \(score.entry)"
    return "\(Self.decimal(score.confidence)) = \(Self.decimal(score.precision)) \(source)"
      + factors.joined()
  }

  private func dropped(_ candidate: CandidateExplanation) -> String {
    switch candidate.outcome {
    case .kept: ""
    case .unknownRelation: "dropped: the schema has no such relation"
    case .typesRefused: "dropped: the types of the ends do not fit"
    case .objected(.otherClause): "dropped: an end takes part in another clause"
    case .objected(.origin): "dropped: an adjective of origin does not act for its state"
    case .objected(.otherBearer): "dropped: the role is somebody else's"
    case .objected(.subordinate): "dropped: a deputy does not lead"
    case .objected(.polarity): "dropped: rules and relation head disagree on whether it is denied"
    case .collectiveObject: "dropped: here people do not stand for their state"
    case .unknownToTheText: "dropped: the text says that it does not know"
    case .belowFloor: "dropped: too uncertain"
    case .readBy(let rule): "read already, at least as surely, by \(rule)"
    }
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

  private func words(_ span: Span) -> String { TextWidth.printable(explanation.words(span)) }

  private static func decimal(_ value: Double) -> String { JSONWriter().text(.decimal(value)) }
}

extension CandidateExplanation {
  /// Whether it became an assertion.
  var isKept: Bool {
    if case .kept = outcome { true } else { false }
  }
}
