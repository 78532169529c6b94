import RelataCore
import RelataLanguage

/// Places inside places and bodies in places: "Cagliari, Sardinia", "Basra in southern Iraq", "the Tajik capital, Dushanbe".
///
/// Positive: "The bomb went off in Mosul, Iraq." → located_in(Mosul, Iraq).
/// Negative: "Paris, London and Rome objected." is a list and yields nothing.
struct PlaceRule: ExtractionRule {
  func candidates(in context: SentenceContext) -> [Candidate] {
    let tree = context.tree
    let finder = ArgumentFinder(context)
    var found = bodies(in: context, finder: finder) + people(in: context, finder: finder)
    for name in context.names where name.mention.type == .location {
      guard let inner = finder.single(name.head).first(where: { $0.reference == .name }) else {
        continue
      }
      found += outer(of: inner, in: context, finder: finder).map { outer, trigger, rule in
        Candidate(
          subject: inner, relation: "located_in", object: outer,
          predicate: trigger.isEmpty
            ? "in" : trigger.map { tree.form($0).lowercased() }.joined(separator: " "),
          trigger: trigger, anchor: inner.token, isPresupposed: true, rule: rule)
      }
    }
    return found
  }

  /// "the American embassy in Tehran", "the G-8 summit in St. Petersburg".
  private func bodies(in context: SentenceContext, finder: ArgumentFinder) -> [Candidate] {
    let tree = context.tree
    var found: [Candidate] = []
    for name in context.names
    where name.mention.type == .organization || name.mention.type == .event {
      guard let body = finder.single(name.head).first(where: { $0.reference == .name }) else {
        continue
      }
      for child in tree.children(name.head, "nmod")
      where ["in", "at"].contains(tree.preposition(child)) && child > name.head {
        for place in finder.single(child) where isPlaceName(place) {
          found.append(
            Candidate(
              subject: body, relation: "located_in", object: place,
              predicate: tree.preposition(child), trigger: tree.children(child, "case"),
              anchor: body.token, isPresupposed: true, rule: "rule.body-place.v1"))
        }
      }
    }
    return found + presence(in: context, finder: finder)
  }

  /// "Mr. Singh is in Kashmir", "Aboul Gheit in Cairo": people where a phrase of their own puts them.
  private func people(in context: SentenceContext, finder: ArgumentFinder) -> [Candidate] {
    let tree = context.tree
    var found: [Candidate] = []
    for i in tree.tokens.indices {
      let preposition = tree.preposition(i)
      guard ["in", "at", "near"].contains(preposition) else { continue }
      let places = finder.single(i).filter(isPlaceName)
      guard !places.isEmpty else { continue }
      let cases = tree.children(i, "case")
      if !tree.children(i, "cop").isEmpty {
        let movable: Set<EntityType> = [.person, .organization, .group]
        let present = tree.children(i, "nsubj").flatMap { finder.arguments($0) }
          .filter { movable.contains($0.type) }
        found += pairs(present, places).map { person, place in
          Candidate(
            subject: person, relation: "located_in", object: place,
            predicate: "is \(preposition)", trigger: tree.children(i, "cop") + cases, anchor: i,
            isPresupposed: false, rule: "rule.copula-place.v1")
        }
      } else if tree.deprel(i) == "nmod", let head = tree.head(i), head < i,
        let mention = context.mention(at: head), mention.type == .person
      {
        let present = finder.single(head).filter { $0.reference == .name }
        found += pairs(present, places).map { person, place in
          Candidate(
            subject: person, relation: "located_in", object: place, predicate: preposition,
            trigger: cases,
            anchor: tree.ancestors(head).first { tree.token($0).upos == .verb } ?? head,
            isPresupposed: false, rule: "rule.person-place.v1")
        }
      }
    }
    return found
  }

  /// Bodies and their troops where a phrase puts them: "U.S. forces in Iraq".
  private func presence(in context: SentenceContext, finder: ArgumentFinder) -> [Candidate] {
    let tree = context.tree
    var found: [Candidate] = []
    for i in tree.tokens.indices where tree.token(i).upos == .noun && context.mention(at: i) == nil
    {
      for child in tree.children(i, "nmod") where tree.preposition(child) == "in" && child > i {
        let places = finder.single(child).filter(isPlaceName)
        guard !places.isEmpty else { continue }
        for (body, place) in pairs(finder.single(i), places) where body.type != .location {
          found.append(
            Candidate(
              subject: body, relation: "located_in", object: place, predicate: "in",
              trigger: tree.children(child, "case"), anchor: i, isPresupposed: true,
              rule: "rule.presence-noun.v1"))
        }
      }
    }
    for predication in context.predications
    where context.lexicon.cues.presence.contains(predication.lemma) {
      found += presence(of: predication, in: context, finder: finder)
    }
    return found
  }

  /// "spoke in Ottawa", "was kidnapped in Gaza": where somebody was.
  private func presence(
    of predication: Predication, in context: SentenceContext, finder: ArgumentFinder
  ) -> [Candidate] {
    let tree = context.tree
    var candidates: [Candidate] = []
    for oblique in predication.obliques where ["in", "at"].contains(oblique.preposition) {
      let places = finder.single(oblique.token).filter(isPlaceName)
      var present = predication.isPassive ? predication.patients : predication.agents
      // Whom one meets somewhere is there too.
      if predication.lemma == "meet" { present += predication.patients }
      if predication.lemma == "meet" {
        present += predication.obliques.filter { $0.preposition == "with" }.map(\.token)
      }
      let movable: Set<EntityType> = [.person, .organization, .group]
      let found = present.flatMap { finder.arguments($0) }
      let people = found.filter { movable.contains($0.type) }
      for (person, place) in pairs(people, places) {
        let cases = tree.children(oblique.token, "case")
        candidates.append(
          Candidate(
            subject: person, relation: "located_in", object: place,
            predicate: tree.form(predication.verb).lowercased() + " " + oblique.preposition,
            trigger: [predication.verb] + cases, anchor: predication.verb, isPresupposed: false,
            rule: "rule.presence-verb.v1"))
      }
    }
    return candidates
  }

  private func outer(
    of inner: Argument, in context: SentenceContext, finder: ArgumentFinder
  ) -> [(Argument, [Int], String)] {
    let tree = context.tree
    let head = inner.token
    var found: [(Argument, [Int], String)] = []
    for child in tree.children(head, "nmod", "appos", "conj") where child > head {
      let preposition = tree.preposition(child)
      if tree.relation(child) == "nmod", ["in", "of"].contains(preposition) {
        for place in finder.single(child) where isPlaceName(place) {
          found.append((place, tree.children(child, "case"), "rule.place.v1"))
        }
      } else if tree.relation(child) == "appos" || tree.deprel(child) == "nmod:unmarked"
        || tree.relation(child) == "conj" && tree.children(child, "cc").isEmpty,
        isAddress(head, child, in: context)
      {
        for place in finder.single(child) where isPlaceName(place) {
          found.append((place, [], "rule.address.v1"))
        }
      }
      if tree.relation(child) == "appos" {
        found += description(child, in: context, finder: finder)
      }
    }
    // "in the Tajik capital of Dushanbe", "Iraq's Anbar province": the description holds the name.
    if let noun = tree.head(head), isDescription(noun, of: head, in: context) {
      let isPhrase = tree.deprel(head) == "nmod"
      found += description(
        noun, in: context, finder: finder, allowsPhrase: !isPhrase && noun < head)
    }
    let owners = tree.children(head, "nmod:poss").flatMap { finder.single($0) }
    for owner in owners where isPlaceName(owner) && owner.token < head {
      found.append((owner, [], "rule.place-genitive.v1"))
    }
    return found.filter { $0.0.entity != inner.entity }
  }

  private func isPlaceName(_ argument: Argument) -> Bool {
    argument.type == .location
      && (argument.reference == .name || argument.reference == .description)
  }

  /// "Mosul, Iraq": two names with only a comma between, not part of a longer list.
  private func isAddress(_ head: Int, _ child: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    guard let mention = context.mention(at: head), let other = context.mention(at: child),
      let sentenceMention = tree.sentence.tokens.indices.first(where: {
        tree.token($0).span.start >= mention.span.end
      }), tree.form(sentenceMention) == ",",
      sentenceMention + 1 < tree.count,
      tree.token(sentenceMention + 1).span.start == other.span.start
    else { return false }
    return tree.children(head, "conj").allSatisfy { $0 == child } && tree.relation(head) != "conj"
  }

  private func isDescription(_ noun: Int, of name: Int, in context: SentenceContext) -> Bool {
    let tree = context.tree
    guard context.lexicon.cues.placeNouns.contains(tree.lemma(noun)),
      context.mention(at: noun) == nil || context.headToken(ofMentionAt: noun) == name
    else { return false }
    switch tree.deprel(name) {
    case "appos", "compound", "flat": return true
    case "nmod": return tree.preposition(name) == "of"
    default: return false
    }
  }

  /// The bigger place in a description such as "the Tajik capital" or "a province in southern Iraq".
  private func description(
    _ noun: Int, in context: SentenceContext, finder: ArgumentFinder, allowsPhrase: Bool = true
  ) -> [(Argument, [Int], String)] {
    let tree = context.tree
    guard context.lexicon.cues.placeNouns.contains(tree.lemma(noun)),
      context.mention(at: noun)?.entity == nil
    else { return [] }
    var found: [(Argument, [Int], String)] = []
    for child in tree.children(noun, "nmod:poss", "amod", "compound", "nmod") {
      let preposition = tree.preposition(child)
      if tree.deprel(child) == "nmod" {
        guard preposition == "in" || (preposition == "of" && allowsPhrase) else { continue }
      }
      for place in finder.single(child) where isPlaceName(place) {
        found.append((place, [noun], "rule.place-description.v1"))
      }
    }
    return found
  }
}
