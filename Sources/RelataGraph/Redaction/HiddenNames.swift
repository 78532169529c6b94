import RelataCore
import RelataLanguage

/// Everything by which a text may name the redacted, in one dictionary over folded words.
///
/// However many are redacted, a word of a text is looked up once; nothing is done once for each name.
struct HiddenNames: Sendable {
  /// Whose name it is: an index into the redacted, or several people's.
  enum Owner: Hashable, Sendable {
    case one(Int)
    case several

    static func joined(_ a: Owner?, _ b: Owner) -> Owner { a == nil || a == b ? b : .several }
  }

  /// What a single word is to its owner.
  struct Entry: Sendable {
    enum Kind: Int, Comparable, Sendable {
      case nickname, given, surname
      /// A written form of one word.
      case form

      static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }
    var owner: Owner
    var kind: Kind
    /// Whether it is a common word, or the whole name of another entity, so that it counts in some places only.
    var isCommon: Bool
    /// Whether the texts use it alone for its owner.
    var isMention = false
  }

  /// Names, surnames, given names and short forms of one word.
  var words: [String: Entry] = [:]
  /// Forms of several words: of the redacted, and names of others that share a word with them.
  var forms = FormTree<FormOwner>()
  /// "nora feldt", "n feldt", "nora f": given name or initial and surname or its initial.
  var pairs: [String: Owner] = [:]
  /// "nf", "nef".
  var initials: [String: Owner] = [:]
  /// First letters of surnames, for "Ms F.".
  var surnameInitials: [String: Owner] = [:]
  /// "norafeldt", "nellfeldt": written together.
  var joined: [String: Owner] = [:]
  /// "nfeldt", "feldtn", "noraf": as in addresses and handles, where alone they count.
  var handles: [String: Owner] = [:]
  /// Those that count in running text too, as they are hardly a word or another name.
  var bareHandles: Set<String> = []
  /// Written forms and surnames by letter, to find them within longer words.
  var letters = LetterTree()
  /// Names of other entities that are one word, people's aside.
  var others: Set<String> = []
  /// Those of places and peoples among them, which keep their name where a person bears it too.
  var places: Set<String> = []
  /// Roles that only one of the redacted holds, of several words.
  var roles = FormTree<Owner>()
  /// The same of one word.
  var roleWords: [String: Owner] = [:]
  /// Work done to build this, in words and letters.
  var steps = 0
  /// Words of the names and forms of the redacted.
  private(set) var concerned: Set<String> = []

  enum FormOwner: Sendable {
    case hidden(Owner)
    case other
  }

  // MARK: Building

  mutating func add(_ word: String, _ kind: Entry.Kind, _ owner: Owner, isMention: Bool = false) {
    steps += 1
    let isCommon = CommonNames.contains(word) || places.contains(word)
    var entry = words[word] ?? Entry(owner: owner, kind: kind, isCommon: isCommon)
    entry.owner = .joined(entry.owner, owner)
    entry.kind = max(entry.kind, kind)
    entry.isMention = entry.isMention || isMention
    words[word] = entry
    concerned.insert(word)
  }

  mutating func add(form words: [String], _ owner: Owner) {
    steps += words.count
    concerned.formUnion(words)
    forms.insert(words) { old in
      if case .hidden(let present)? = old { return .hidden(.joined(present, owner)) }
      return .hidden(owner)
    }
  }

  mutating func add(other words: [String]) {
    steps += words.count
    forms.insert(words) { $0 ?? .other }
  }

  mutating func add(
    _ key: String, _ owner: Owner, to table: WritableKeyPath<HiddenNames, [String: Owner]>
  ) {
    steps += 1
    self[keyPath: table][key] = .joined(self[keyPath: table][key], owner)
  }

  mutating func add(letters word: String, _ owner: Owner, _ kind: LetterTree.Kind) {
    steps += word.unicodeScalars.count
    letters.insert(word, owner, kind)
  }
}
