import Foundation
import RelataCore
import RelataLanguage

/// Finds the names of redacted entities in text and replaces them.
///
/// Words are compared folded, with anything but letters between them: "Ahmad Massoud" is also found in
/// "ahmad-massoud.html" and "AHMAD MASSOUD". A written form of four letters or more goes inside of longer
/// words too. A given name alone goes unless it is part of another entity's name, which keeps all but
/// what is a written form.
struct TextRedaction: Sendable {
  /// What stands for a redacted name inside of another entity's name: a pseudonym there would be a
  /// second person.
  static let blank = "[…]"

  private struct Pattern {
    var words: [String]
    /// nil for the name of another entity.
    var pseudonym: String?
    /// Whether it counts only with a capital: a surname may be a common word.
    var isSurname = false
  }

  /// Names, written forms and surnames, and names of other entities, by their first word, longest first.
  private var patterns: [String: [Pattern]] = [:]
  /// Given names and the like.
  private var parts: [String: String] = [:]
  /// Written forms as they stand, longest first.
  private var forms: [(form: [Unicode.Scalar], pseudonym: String)] = []

  init(_ pseudonyms: [EntityID: String], in graph: KnowledgeGraph) {
    guard !pseudonyms.isEmpty else { return }
    var hard: [Pattern] = []
    for (id, pseudonym) in pseudonyms.sorted(by: { $0.key < $1.key }) {
      guard let entity = graph.entity(id) else { continue }
      for form in [entity.name] + entity.aliases {
        let words = Self.words(Array(form.unicodeScalars)).map(\.folded)
        guard !words.isEmpty else { continue }
        hard.append(Pattern(words: words, pseudonym: pseudonym))
        if words.count > 1 { hard.append(Pattern(words: [words.joined()], pseudonym: pseudonym)) }
        if Self.isLong(form) { forms.append((Array(form.unicodeScalars), pseudonym)) }
        guard entity.type == .person, words.count > 1 else { continue }
        let names = words.filter(NameKey.isNameWord)
        if let surname = names.last {
          hard.append(Pattern(words: [surname], pseudonym: pseudonym, isSurname: true))
        }
        for name in names.dropLast() { parts[name] = pseudonym }
      }
    }
    forms.sort {
      $0.form.count != $1.form.count ? $0.form.count > $1.form.count : $0.pseudonym < $1.pseudonym
    }
    let concerned = Set(hard.flatMap(\.words)).union(parts.keys)
    var others: [Pattern] = []
    for entity in graph.entities where pseudonyms[entity.id] == nil {
      for form in [entity.name] + entity.aliases {
        let words = Self.words(Array(form.unicodeScalars)).map(\.folded)
        if words.count > 1, words.contains(where: concerned.contains) {
          others.append(Pattern(words: words, pseudonym: nil))
        }
      }
    }
    for pattern in hard + others { patterns[pattern.words[0], default: []].append(pattern) }
    // Of equals, a redacted name goes before another entity's.
    for key in patterns.keys {
      patterns[key]?.sort { a, b in
        if a.words.count != b.words.count { return a.words.count > b.words.count }
        if (a.pseudonym == nil) != (b.pseudonym == nil) { return b.pseudonym == nil }
        if a.isSurname != b.isSurname { return b.isSurname }
        return (a.pseudonym ?? "") < (b.pseudonym ?? "")
      }
    }
  }

  /// Whether a form is replaced inside of longer words: four letters, or two of a script without case.
  private static func isLong(_ form: String) -> Bool {
    let letters = form.unicodeScalars.filter(\.properties.isAlphabetic)
    let hasCase = letters.contains { $0.properties.isUppercase || $0.properties.isLowercase }
    return letters.count >= (hasCase ? 4 : 2)
  }

  // MARK: Results

  /// A text after its edits, with the way back from old offsets.
  struct Output {
    var text: String
    fileprivate var edits: [Edit]

    /// Where an offset of the old text, in scalars, lies in the new one; inside of a replaced name its
    /// beginning or end.
    func position(of offset: Int, isEnd: Bool) -> Int {
      var shift = 0
      for edit in edits {
        if offset >= edit.range.upperBound {
          shift += edit.length - edit.range.count
        } else if offset > edit.range.lowerBound {
          return edit.range.lowerBound + shift + (isEnd ? edit.length : 0)
        }
      }
      return offset + shift
    }
  }

  fileprivate struct Edit {
    var range: Range<Int>
    var replacement: String
    var length: Int { replacement.unicodeScalars.count }
  }

  /// - Parameter anyCase: Whether surnames and given names count without a capital, as in file names.
  func redacted(_ text: String, anyCase: Bool = false) -> Output {
    edited(text, insideOther: false, anyCase: anyCase)
  }

  /// The name of another entity without what is a written form of a redacted one.
  func blanked(_ name: String) -> String { edited(name, insideOther: true, anyCase: false).text }

  private func edited(_ text: String, insideOther: Bool, anyCase: Bool) -> Output {
    if patterns.isEmpty { return Output(text: text, edits: []) }
    let scalars = Array(text.unicodeScalars)
    var edits = wordEdits(scalars, insideOther: insideOther, anyCase: anyCase)
    edits += formEdits(scalars, besides: edits, insideOther: insideOther)
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    edits = Self.joined(edits, scalars)
    var result = String.UnicodeScalarView()
    var end = 0
    for edit in edits {
      result.append(contentsOf: scalars[end..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement.unicodeScalars)
      end = edit.range.upperBound
    }
    result.append(contentsOf: scalars[end...])
    return Output(text: String(result), edits: edits)
  }

  // MARK: Words

  private struct Word {
    var folded: String
    var range: Range<Int>
    var isCapital: Bool
  }

  private func wordEdits(
    _ scalars: [Unicode.Scalar], insideOther: Bool, anyCase: Bool
  ) -> [Edit] {
    let words = Self.words(scalars)
    var edits: [Edit] = []
    var index = 0
    /// Words up to here are another entity's name.
    var otherEnd = insideOther ? words.count : 0
    while index < words.count {
      let found =
        patterns[words[index].folded]?.filter { pattern in
          index + pattern.words.count <= words.count
            && (!pattern.isSurname || anyCase || words[index].isCapital)
            && zip(pattern.words, words[index...]).allSatisfy { $0 == $1.folded }
        } ?? []
      let name = found.first { $0.pseudonym != nil }
      if index >= otherEnd, let other = found.first, other.pseudonym == nil {
        otherEnd = index + other.words.count
      }
      if let name, let pseudonym = name.pseudonym {
        let end = words[index + name.words.count - 1].range.upperBound
        edits.append(
          Edit(
            range: words[index].range.lowerBound..<end,
            replacement: index < otherEnd ? Self.blank : pseudonym))
        index += name.words.count
        continue
      }
      if index >= otherEnd, anyCase || words[index].isCapital,
        let pseudonym = parts[words[index].folded]
      {
        edits.append(Edit(range: words[index].range, replacement: pseudonym))
      }
      index += 1
    }
    return edits
  }

  /// Runs of letters, digits and marks; an escape such as "%20" separates.
  private static func words(_ scalars: [Unicode.Scalar]) -> [Word] {
    var words: [Word] = []
    var start: Int?
    var index = 0
    func close(at end: Int) {
      guard let first = start else { return }
      let text = String(String.UnicodeScalarView(scalars[first..<end]))
      let properties = scalars[first].properties
      words.append(
        Word(
          folded: TextFolding.folded(text), range: first..<end,
          isCapital: properties.isUppercase || !properties.isLowercase))
      start = nil
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "%", index + 2 < scalars.count, isHex(scalars[index + 1]),
        isHex(scalars[index + 2])
      {
        close(at: index)
        index += 3
        continue
      }
      if isWordPart(scalar) {
        if start == nil { start = index }
      } else {
        close(at: index)
      }
      index += 1
    }
    close(at: scalars.count)
    return words
  }

  private static func isHex(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isASCIIHexDigit }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  // MARK: Written forms

  private func formEdits(
    _ scalars: [Unicode.Scalar], besides edits: [Edit], insideOther: Bool
  ) -> [Edit] {
    var taken = edits.map(\.range)
    var found: [Edit] = []
    for (form, pseudonym) in forms where form.count <= scalars.count {
      var start = 0
      while start + form.count <= scalars.count {
        let range = start..<(start + form.count)
        if scalars[start] == form[0], scalars[range].elementsEqual(form),
          !taken.contains(where: { $0.overlaps(range) })
        {
          found.append(
            Edit(range: range, replacement: insideOther ? Self.blank : pseudonym))
          taken.append(range)
          start = range.upperBound
        } else {
          start += 1
        }
      }
    }
    return found
  }

  /// Makes one edit of neighbors that say the same, such as a given name and a surname.
  private static func joined(_ edits: [Edit], _ scalars: [Unicode.Scalar]) -> [Edit] {
    edits.reduce(into: []) { result, edit in
      if let last = result.last, last.replacement == edit.replacement,
        scalars[last.range.upperBound..<edit.range.lowerBound].allSatisfy({
          $0.properties.isWhitespace || $0 == "-" || $0 == "_" || $0 == "."
        })
      {
        result[result.count - 1].range = last.range.lowerBound..<edit.range.upperBound
      } else {
        result.append(edit)
      }
    }
  }
}
