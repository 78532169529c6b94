import RelataLanguage

/// Names that belong together though they do not agree: said to be one's, or part of a fuller one.
extension PersonResolver {
  /// Joins full names that the text says are one person's.
  mutating func joinStated() {
    for (name, other) in stated {
      if let p = person(at: name), let q = person(at: other), p != q { merge(q, into: p) }
    }
  }

  /// The same where one is a name of one word; it may be short for somebody named before: "Kern is known as
  /// Max Vale".
  mutating func joinStatedBare() {
    for (name, other) in stated {
      switch (person(at: name), person(at: other)) {
      case (let p?, nil): take(other, p)
      case (nil, let q?):
        if let p = owner(ofBare: name, but: q) {
          merge(q, into: p)
          for name in people[q].names { index.addParts(p, name) }
        } else {
          take(name, q)
        }
      default: break
      }
    }
  }

  /// The only one whose name ends so.
  private func owner(ofBare mention: Int, but other: Int) -> Int? {
    guard let name = PersonName(mentions[mention].form) else { return nil }
    let found = index.people(endingWith: name).filter {
      $0 != other && !people[$0].members.isEmpty && people[$0].names.contains(where: name.isTail)
    }
    return found.count == 1 ? found.first : nil
  }

  private func person(at mention: Int) -> Int? {
    personOf[mentions[mention].form.key] ?? known[mention]
  }

  /// Gives a person a name of one word, to be known by as by a family name: "née Moss".
  private mutating func take(_ mention: Int, _ person: Int) {
    known[mention] = person
    guard let name = PersonName(mentions[mention].form) else { return }
    let full = PersonName(given: people[person].name, familyOf: name)
    people[person].names.append(full)
    index.addParts(person, full)
  }

  private mutating func merge(_ q: Int, into p: Int) {
    for key in people[q].keys { personOf[key] = p }
    people[p].members += people[q].members
    people[p].names += people[q].names
    people[p].keys.formUnion(people[q].keys)
    people[p].subjects += people[q].subjects
    people[p].titles.formUnion(people[q].titles)
    people[p].first = min(people[p].first, people[q].first)
    if people[p].gender == nil { people[p].gender = people[q].gender }
    people[q].members = []
  }

  /// Full names that are parts of fuller ones: tails ("Shah Massoud") join the one that they end, names that
  /// begin another the one whose title they share; between a tail and a beginning, the title decides too.
  mutating func joinParts() {
    for (p, person) in people.enumerated() where !people[p].members.isEmpty {
      func others(_ found: [Int], _ fits: (PersonName) -> Bool) -> [Int] {
        found.filter { q in
          q != p && !people[q].members.isEmpty && people[q].names.contains(where: fits)
            && !(person.isGenderStated && people[q].isGenderStated
              && person.gender != people[q].gender)
        }
      }
      let nicknamed = others(index.people(nicknamed: person.name), person.name.isNickname)
      let ends = others(index.people(endingWith: person.name), person.name.isTail)
      let begins = others(index.people(beginningWith: person.name), person.name.isBeginning)
      var whole = nicknamed.isEmpty ? ends : nicknamed
      if nicknamed.isEmpty, !begins.isEmpty {
        whole = Set(ends + begins).filter { !people[$0].titles.isDisjoint(with: person.titles) }
      }
      if whole.count == 1, let q = whole.first { merge(p, into: q) }
    }
  }

  /// Of the given name, or of the pronoun that begins the next sentence where nobody else is named.
  func gender(of name: PersonName, at i: Int) -> Gender? {
    if name.parts.count > 1, let gender = Gender(givenName: name.parts[0]) { return gender }
    let sentence = mentions[i].sentence
    let isAlone = [i - 1, i + 1].allSatisfy {
      !mentions.indices.contains($0) || mentions[$0].sentence != sentence
        || mentions[$0].type != .person
    }
    guard isAlone, sentence + 1 < sentences.count, let next = sentences[sentence + 1].tokens.first
    else { return nil }
    switch next.form {
    case "He", "His": return .male
    case "She", "Her": return .female
    default: return nil
    }
  }
}
