import RelataCore
import RelataLanguage

/// A name for a redacted entity that a text states beside the graph's own: "née Kern", "Nora 'Nell' Feldt".
struct StatedName: Hashable {
  enum Kind: Hashable { case surname, middle, nickname, full, phrase, role }
  var owner: Int
  var words: [String]
  var kind: Kind
}

extension HiddenNames {
  /// The names of entities of a graph.
  ///
  /// - Parameters:
  ///   - redacted: The redacted entities, in the order of their pseudonyms.
  ///   - graph: Where other entities have their names from, too.
  ///   - stated: What the texts say besides.
  init(_ redacted: [Entity], in graph: KnowledgeGraph, stated: Set<StatedName> = []) {
    let entities = graph.entities
    let hidden = Set(redacted.map(\.id))
    let learned = Set(stated.map(\.words))
    for entity in entities where !hidden.contains(entity.id) {
      for form in [entity.name] + entity.aliases {
        let words = FoldedText.words(of: form)
        steps += words.count
        // Where a person goes by one word it may be the redacted.
        if words.count == 1, entity.type != .person, !learned.contains(words) {
          others.insert(words[0])
          if entity.type == .location || entity.type == .group { places.insert(words[0]) }
        }
      }
    }
    for (index, entity) in redacted.enumerated() { add(entity, .one(index)) }
    let statedByOwner = Dictionary(grouping: stated, by: \.owner)
    for (owner, names) in statedByOwner.sorted(by: { $0.key < $1.key }) {
      guard redacted.indices.contains(owner) else { continue }
      add(
        names.sorted { $0.words.lexicographicallyPrecedes($1.words) }, of: redacted[owner],
        .one(owner))
    }
    for entity in entities where !hidden.contains(entity.id) {
      for form in [entity.name] + entity.aliases {
        let words = FoldedText.words(of: form)
        let isConcerned = words.contains { concerned.contains($0) || initials[$0] != nil }
        if words.count > 1, !learned.contains(words), isConcerned {
          add(other: words)
        }
      }
    }
    addRoles(of: redacted, in: graph, stated: stated)
  }

  private mutating func add(_ entity: Entity, _ owner: Owner) {
    for form in ([entity.name] + entity.aliases).flatMap(Self.spellings) {
      for reading in LetterReading.allCases {
        if reading != .plain, !form.unicodeScalars.contains(where: LetterReading.isAmbiguous) {
          continue
        }
        add(form, of: entity.type, owner, as: reading)
      }
    }
  }

  /// A written form in its readings and spellings.
  mutating func add(_ form: String, of type: EntityType, _ owner: Owner, as reading: LetterReading)
  {
    let text = FoldedText(Array(form.unicodeScalars), as: reading)
    let all = text.words.map(\.folded)
    guard !all.isEmpty else { return }
    if all.count > 1 {
      add(form: all, owner)
      let joint = all.joined()
      add(joint, owner, to: \.joined)
      if joint.unicodeScalars.count > 5 { add(letters: joint, owner, .full) }
    } else {
      addWord(all[0], .form, owner, isMention: true)
    }
    if type == .person {
      addPerson(form, owner, as: reading)
    } else {
      addAcronym(text, owner)
    }
  }

  /// A surname or a whole form of one word, alone and within longer words.
  private mutating func addWord(
    _ word: String, _ kind: Entry.Kind, _ owner: Owner, isMention: Bool = false
  ) {
    add(word, kind, owner, isMention: isMention)
    let scalars = word.unicodeScalars
    let hasCase = scalars.contains { $0.properties.isLowercase }
    guard scalars.count >= (hasCase ? 4 : 2), !CommonNames.contains(word), !places.contains(word)
    else { return }
    add(letters: word, owner, .name)
    for stem in DerivedWord.stems(of: word) { add(letters: stem, owner, .stem) }
  }

  private mutating func addPerson(_ form: String, _ owner: Owner, as reading: LetterReading) {
    guard let parts = PersonNameParts(form, as: reading) else { return }
    for nickname in parts.nicknames { addNickname(nickname, owner) }
    guard parts.words.count > 1 else { return }
    add(form: parts.words, owner)
    for surname in parts.surnames { addSurname(surname, owner) }
    if !parts.particles.isEmpty {
      let long = parts.particles + parts.surnames.prefix(1)
      add(form: long, owner)
      addWord(long.joined(), .surname, owner)
    }
    if parts.surnames.count > 1 { add(form: parts.surnames.reversed(), owner) }
    for middle in parts.middle { addGiven(middle, .given, owner) }
    // "the Fox" has none.
    if let given = parts.given, !NameContext.functionWords.contains(given) {
      addGiven(given, .given, owner)
      for surname in parts.surnames { addPair(given, surname, parts, owner) }
      addInitials(parts, owner)
    }
  }

  mutating func addSurname(_ surname: String, _ owner: Owner) {
    addWord(surname, .surname, owner)
    add(String(surname.prefix(1)), owner, to: \.surnameInitials)
  }

  private mutating func addGiven(_ name: String, _ kind: Entry.Kind, _ owner: Owner) {
    guard name.unicodeScalars.count > 1, !NameWord.isParticle(name) else { return }
    add(name, kind, owner)
    // A form of one word already, "Bob" for Robert: his other short forms, and the long one.
    for short in Nicknames.short(of: name) + Nicknames.full(of: name) where short.count > 1 {
      add(short, .nickname, owner)
    }
  }

  mutating func addNickname(_ words: [String], _ owner: Owner) {
    if words.count > 1 {
      add(form: words, owner)
    } else if let word = words.first {
      add(word, .given, owner)
    }
  }

  /// Given name and surname as they stand together.
  private mutating func addPair(
    _ given: String, _ surname: String, _ parts: PersonNameParts, _ owner: Owner
  ) {
    let (g, s) = (String(given.prefix(1)), String(surname.prefix(1)))
    add(form: [given, surname], owner)
    add(form: [surname, given], owner)
    add(form: [surname] + [given] + parts.middle, owner)
    for key in ["\(given) \(surname)", "\(given) \(s)"] { add(key, owner, to: \.pairs) }
    for letter in Set([g] + Nicknames.full(of: given).map { String($0.prefix(1)) }).sorted() {
      add("\(letter) \(surname)", owner, to: \.pairs)
    }
    let middles = parts.letters.dropFirst().joined()
    for name in [given] + Nicknames.short(of: given) {
      add("\(name) \(surname)", owner, to: \.pairs)
      add("\(name) \(s)", owner, to: \.pairs)
      add(name + surname, owner, to: \.joined)
      add(surname + name, owner, to: \.joined)
    }
    for key in [g + surname, surname + g, g + middles + surname] {
      addHandle(key, from: surname, owner)
    }
    addHandle(given + s, from: given, owner)
    add(letters: given + surname, owner, .full)
    add(letters: surname + given, owner, .full)
  }

  /// "nfeldt": in running text only where it is no common word with a letter more, no plural, and nobody's given name.
  private mutating func addHandle(_ key: String, from name: String, _ owner: Owner) {
    add(key, owner, to: \.handles)
    guard name.count > 3, !CommonNames.contains(name), !CommonNames.contains(key),
      !DerivedWord.isInflection(String(key.dropFirst(name.count))) || !key.hasPrefix(name),
      !Nicknames.contains(key), Gender(givenName: key) == nil
    else { return }
    bareHandles.insert(key)
  }

  private mutating func addInitials(_ parts: PersonNameParts, _ owner: Owner) {
    guard let first = parts.letters.first else { return }
    let all = parts.letters.joined()
    let surnames = parts.surnames.reversed().map { String($0.prefix(1)) }
    let particles = parts.particles.map { String($0.prefix(1)) }.joined()
    var keys: Set<String> = []
    for given in [first, all] {
      for surname in [surnames[surnames.count - 1], surnames[0], surnames.joined()] {
        keys.insert(given + surname)
        keys.insert(given + particles + surname)
      }
    }
    for key in keys.sorted() { add(key, owner, to: \.initials) }
  }

  /// "NRF" for National Resistance Front.
  private mutating func addAcronym(_ text: FoldedText, _ owner: Owner) {
    let capitals = text.words.filter { $0.isCapital && !$0.isNumber }
    guard capitals.count > 2 else { return }
    add(capitals.map { String($0.folded.prefix(1)) }.joined(), owner, to: \.initials)
  }

  /// What the texts say besides: the given names go with a stated surname, and so on.
  private mutating func add(_ names: [StatedName], of entity: Entity, _ owner: Owner) {
    let own = PersonNameParts(entity.name)
    for name in names {
      switch name.kind {
      case .full: add(name.words.joined(separator: " "), of: entity.type, owner, as: .plain)
      case .phrase: add(form: name.words, owner)
      case .nickname: addNickname(name.words, owner)
      case .middle:
        for word in name.words { addGiven(word, .given, owner) }
        if var parts = own, let given = parts.given {
          parts.letters = [String(given.prefix(1))] + name.words.map { String($0.prefix(1)) }
          addInitials(parts, owner)
        }
      case .surname:
        for word in name.words where !NameWord.isParticle(word) { addSurname(word, owner) }
        if name.words.count > 1 { add(form: name.words, owner) }
        if var parts = own, let given = parts.given {
          parts.surnames = name.words.suffix(1)
          for word in name.words where !NameWord.isParticle(word) {
            addPair(given, word, parts, owner)
          }
          addInitials(parts, owner)
        }
      case .role: roles.insert(name.words) { .joined($0, owner) }
      }
    }
  }

  // MARK: Spellings

  /// A form as it stands, with its umlauts spelled out, and with spelled-out ones as if they were letters.
  private static func spellings(_ form: String) -> [String] {
    var result = [form]
    var spelled = form
    for (letter, letters) in LetterReading.umlauts {
      spelled = spelled.replacing(letter, with: letters)
    }
    if spelled != form { result.append(spelled) }
    let short = form.split(separator: " ", omittingEmptySubsequences: false).map { word in
      var word = String(word)
      // "Joe" and "Sue" are no umlauts.
      guard word.count > 4 else { return word }
      for (letters, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
        word = word.replacing(letters, with: letter)
      }
      return word
    }.joined(separator: " ")
    if short != form { result.append(short) }
    return result
  }

}
