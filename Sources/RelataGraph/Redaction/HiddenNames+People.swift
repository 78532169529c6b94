import RelataLanguage

/// What goes with a name: surname, given name and its short forms, pairs, handles and initials of them.
extension HiddenNames {
  mutating func addPerson(_ form: String, _ owner: Owner, as reading: LetterReading) {
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

  mutating func addGiven(_ name: String, _ kind: Entry.Kind, _ owner: Owner) {
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
  mutating func addPair(
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

  mutating func addInitials(_ parts: PersonNameParts, _ owner: Owner) {
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
  mutating func addAcronym(_ text: FoldedText, _ owner: Owner) {
    let capitals = text.words.filter { $0.isCapital && !$0.isNumber }
    guard capitals.count > 2 else { return }
    add(capitals.map { String($0.folded.prefix(1)) }.joined(), owner, to: \.initials)
  }
}
