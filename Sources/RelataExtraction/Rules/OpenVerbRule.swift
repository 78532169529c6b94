import RelataCore

/// Verbs between two actors that the lexicon does not type: kept as `other` with the words of the text.
///
/// Positive: "Hong Kong joined Japan in banning …" has a typed frame; "Iran expelled Britain" → other.
/// Negative: verbs with a clause as complement ("wants Iran to leave") yield nothing.
struct OpenVerbRule: ExtractionRule {
  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    var found: [Candidate] = []
    for predication in PredicationReader(tree: tree).all()
    where context.lexicon.verbFrames[predication.lemma] == nil
      && !context.lexicon.cues.isLight(predication.lemma)
      && tree.children(predication.verb, "ccomp", "xcomp").isEmpty
    {
      let agents = predication.agents.flatMap { finder.arguments($0) }
      let patients = predication.patients.flatMap { finder.arguments($0) }
      for (agent, patient) in pairs(agents, patients) where agent.type.isActor && patient.type.isActor {
        let trigger = [predication.verb] + tree.children(predication.verb, "compound:prt")
        found.append(
          Candidate(
            subject: agent, relation: .other, object: patient,
            predicate: trigger.map { tree.form($0).lowercased() }.joined(separator: " "),
            trigger: trigger, anchor: predication.verb, isPresupposed: false, rule: "rule.open.v1"))
      }
    }
    return found
  }
}
