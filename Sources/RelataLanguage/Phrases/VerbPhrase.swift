import RelataCore

/// Whether a phrase is about one or several.
public enum GrammaticalNumber: Sendable, Hashable, CaseIterable {
  case singular, plural
}

/// A verb with its complement, able to take any polarity, status and tense.
struct VerbPhrase: Hashable, Sendable {
  enum Head: Hashable, Sendable {
    case be
    case verb(VerbForms)
  }

  var head: Head
  /// What follows the verb: "a member of", "for", or nothing.
  var complement: String
  /// Whether the plain statement stands in the past: an event rather than a state.
  var isEvent: Bool
  /// Whether the subject can plan it; otherwise it "is set to" happen.
  var isVolitional = true
  /// Whether "formerly" makes sense; births and bloodlines only take the past.
  var takesAdverb = true

  /// Reads "is a member of", "leads", "hired" …; nil if the first word is no known verb form.
  static func parse(_ phrase: String) -> VerbPhrase? {
    let words = phrase.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first?.lowercased() else { return nil }
    let rest = words.count > 1 ? words[1] : ""
    switch first {
    case "is", "are": return VerbPhrase(head: .be, complement: rest, isEvent: false)
    case "was", "were": return VerbPhrase(head: .be, complement: rest, isEvent: true)
    default:
      guard let (forms, isPast) = VerbForms.parse(first) else { return nil }
      return VerbPhrase(head: .verb(forms), complement: rest, isEvent: isPast)
    }
  }

  /// The phrase in words.
  func words(
    polarity: Polarity, status: AssertionStatus, tense: TenseClass, number: GrammaticalNumber
  ) -> String {
    let former = tense == .former
    let negative = polarity == .negative
    switch status {
    case .planned:
      if isVolitional {
        let plan = VerbPhrase(
          head: .verb(
            VerbForms(base: "plan", third: "plans", past: "planned", participle: "planned")),
          complement: "to " + becoming, isEvent: former)
        return plan.plain(negative: negative, number: number)
      }
      return VerbPhrase(head: .be, complement: "set to " + base, isEvent: former)
        .plain(negative: negative, number: number)
    case .hypothetical:
      return "might " + (negative ? "not " : "") + (former ? "have " + perfect : base)
    case .asserted, .claimed:
      guard former else { return plain(negative: negative, number: number) }
      if negative {
        if isEvent && takesAdverb { return "had not " + perfect }
        return asEvent.plain(negative: true, number: number)
      }
      guard takesAdverb else { return asEvent.plain(negative: false, number: number) }
      let adverb = isEvent ? "previously" : "formerly"
      switch head {
      case .be: return join(number == .plural ? "were" : "was", adverb, complement)
      case .verb(let forms): return join(adverb, forms.past, complement)
      }
    }
  }

  /// "leads", "hired", "does not support", "was not born in".
  private func plain(negative: Bool, number: GrammaticalNumber) -> String {
    let plural = number == .plural
    switch head {
    case .be:
      let be = isEvent ? (plural ? "were" : "was") : (plural ? "are" : "is")
      return join(be, negative ? "not" : "", complement)
    case .verb(let forms):
      if negative {
        return join(isEvent ? "did" : plural ? "do" : "does", "not", base)
      }
      return join(isEvent ? forms.past : plural ? forms.base : forms.third, complement)
    }
  }

  private var asEvent: VerbPhrase {
    var copy = self
    copy.isEvent = true
    return copy
  }

  private var base: String {
    switch head {
    case .be: join("be", complement)
    case .verb(let forms): join(forms.base, complement)
    }
  }

  /// The infinitive after "plans to": one becomes a member rather than is one.
  private var becoming: String {
    let starts = ["a ", "an ", "the ", "part ", "allied ", "affiliated ", "connected "]
    let isPost = complement.hasSuffix(" of") || complement.hasSuffix(" for")
    guard head == .be, isPost || starts.contains(where: { complement.hasPrefix($0) }) else {
      return base
    }
    return join("become", complement)
  }

  private var perfect: String {
    switch head {
    case .be: join("been", complement)
    case .verb(let forms): join(forms.participle, complement)
    }
  }

  private func join(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
