import RelataCore

/// What a span of page furniture is.
public enum FurnitureKind: String, Sendable, Codable, CaseIterable {
  case newsletter
  /// Lists of and links to other articles.
  case list
  /// Picture credits.
  case credit
  /// Bylines and reporting credits.
  case byline
  /// Share buttons, cookie notices, adverts, comment links.
  case share
  case copyright
  /// Lines that give only the date of publication or of an update.
  case date
  case follow
  case tags
  /// What the outlet says of the author at the end.
  case biography
}

/// The phrases that announce page furniture; data in `Resources/furniture.tsv`.
public struct FurnitureCues: Sendable {
  enum Form: String { case start, label, whole, end }

  struct Cue: Sendable {
    let kind: FurnitureKind
    let form: Form
    let words: [String]
  }

  /// By their first word, longest first; `end` cues by their last word.
  private var starts: [String: [Cue]] = [:]
  private var ends: [String: [Cue]] = [:]

  /// The cues that ship with Relata.
  public static let standard: FurnitureCues = {
    let text = String(decoding: PackageResources.furniture_tsv, as: UTF8.self)
    guard let cues = try? FurnitureCues(table: text, file: "furniture.tsv") else {
      preconditionFailure("internal error RL9002: the shipped furniture.tsv does not parse")
    }
    return cues
  }()

  /// Reads a table of cues: kind, form and phrase, separated by tabs; `#` starts a comment line.
  ///
  /// - Throws: `RelataError` RL1010 with the line if it has not three fields or an unknown kind or form.
  public init(table: String, file: String) throws(RelataError) {
    var number = 0
    for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let form = Form(rawValue: fields[1]) else {
        throw Self.malformed(line: number, file: file)
      }
      let words = fields[2].split(separator: " ").map(String.init)
      guard let kind = FurnitureKind(rawValue: fields[0]), let first = words.first,
        let last = words.last
      else { throw Self.malformed(line: number, file: file) }
      let cue = Cue(kind: kind, form: form, words: words)
      if form == .end {
        ends[last, default: []].append(cue)
      } else {
        starts[first, default: []].append(cue)
      }
    }
    starts = starts.mapValues(Self.longestFirst)
    ends = ends.mapValues(Self.longestFirst)
  }

  /// The cues with which the words begin, longest first.
  func starting(_ words: ArraySlice<Word>) -> [Cue] {
    guard let first = words.first else { return [] }
    return (starts[first.core] ?? []).filter { cue in
      words.count >= cue.words.count && zip(words, cue.words).allSatisfy { $0.core == $1 }
    }
  }

  /// Whether the words end with the name of an agency or picture library.
  func endsWithAgency(_ words: ArraySlice<Word>) -> Bool {
    guard let last = words.last else { return false }
    let tail = last.core.split(separator: "/").last.map(String.init) ?? last.core
    return (ends[tail] ?? []).contains { cue in
      guard words.count >= cue.words.count else { return false }
      let before = zip(words.suffix(cue.words.count).dropLast(), cue.words.dropLast())
      return before.allSatisfy { $0.core == $1 || $0.core.hasSuffix("/" + $1) }
    }
  }

  private static func longestFirst(_ cues: [Cue]) -> [Cue] {
    cues.enumerated().sorted {
      $0.element.words.count != $1.element.words.count
        ? $0.element.words.count > $1.element.words.count : $0.offset < $1.offset
    }.map(\.element)
  }

  private static func malformed(line: Int, file: String) -> RelataError {
    RelataError(
      .badInput, code: "RL1010", "not a furniture cue", at: InputLocation(file: file, line: line),
      hint: "a line is: kind, form and phrase, separated by tabs")
  }
}
