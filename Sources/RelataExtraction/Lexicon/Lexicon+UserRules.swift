import RelataLanguage

extension Lexicon {
  /// The lexicon with a user's trigger words, which are tried before the shipped ones.
  func adding(_ triggers: [UserTrigger]) -> Lexicon {
    var changed = self
    for trigger in triggers.reversed() { changed.insert(trigger.frames) }
    return changed
  }

  private mutating func insert(_ frames: UserTrigger.Frames) {
    switch frames {
    case .verbs(let frames):
      for frame in frames { verbFrames[frame.verb, default: []].insert(frame, at: 0) }
    case .nouns(let frames):
      for frame in frames { roles.frames[frame.noun, default: []].insert(frame, at: 0) }
    case .events(let events):
      for event in events { eventNouns[event.noun, default: []].insert(event, at: 0) }
    case .adjectives(let frames):
      for frame in frames { adjectives[frame.adjective, default: []].insert(frame, at: 0) }
    case .compounds(let words, let frame):
      for word in words { compounds[word] = frame }
    }
  }
}
