import RelataCore
import RelataLanguage

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
  mutating func addWord(
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
