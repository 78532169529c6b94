/// The forms of one English verb, third person singular where a person counts.
struct VerbForms: Hashable, Sendable {
  var base: String
  var third: String
  var past: String
  var participle: String

  /// Finds a verb by its third person ("leads") or past ("hired").
  ///
  /// Listed verbs are exact; others are guessed from regular endings. Nil for words that do not
  /// look like either form.
  static func parse(_ word: String) -> (forms: VerbForms, isPast: Bool)? {
    if let forms = byThird[word] { return (forms, false) }
    if let forms = byPast[word] { return (forms, true) }
    guard word.count > 3, word.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
      return nil
    }
    if word.hasSuffix("ed"), let base = guessedBase(ofPast: word) {
      return (
        VerbForms(base: base, third: thirdPerson(of: base), past: word, participle: word), true
      )
    }
    return nil
  }

  /// The base of a listed verb in any of its forms: "fleeing", "flees", "fled" → "flee".
  static func base(of word: String) -> String? { byForm[word] }

  /// Whether the word is the past participle of a listed verb or ends like one.
  static func isParticiple(_ word: String) -> Bool {
    participles.contains(word) || (word.count > 3 && word.hasSuffix("ed"))
  }

  /// A verb whose last consonant doubles: "ban", "banned".
  private static func doubling(_ base: String) -> VerbForms {
    let past = base + base.suffix(1) + "ed"
    return VerbForms(base: base, third: thirdPerson(of: base), past: past, participle: past)
  }

  /// A verb with regular forms and no doubled consonant.
  private static func regular(_ base: String) -> VerbForms {
    let past: String
    if base.hasSuffix("e") {
      past = base + "d"
    } else if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      past = base.dropLast() + "ied"
    } else {
      past = base + "ed"
    }
    return VerbForms(base: base, third: thirdPerson(of: base), past: past, participle: past)
  }

  private static func thirdPerson(of base: String) -> String {
    if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      return base.dropLast() + "ies"
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
    return base + (sibilant ? "es" : "s")
  }

  /// A regular past without its ending: "tied" → "tie" is not guessed, only listed.
  private static func guessedBase(ofPast word: String) -> String? {
    let stem = String(word.dropLast(2))
    if word.hasSuffix("ied") { return String(word.dropLast(3)) + "y" }
    let silent = [
      "at", "ut", "iz", "is", "c", "g", "v", "s", "ir", "ur", "id", "ud", "od", "ibl", "abl", "iqu",
      "ok", "ak", "ik", "in", "u",
    ]
    let whole = [
      "ss", "ain", "oin", "eat", "oid", "aid", "ood", "air", "our", "ong", "ook", "eak", "oak",
    ]
    if whole.contains(where: { stem.hasSuffix($0) }) { return stem }
    if silent.contains(where: { stem.hasSuffix($0) }) { return stem + "e" }
    let letters = Array(stem)
    if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2],
      !"lsfz".contains(letters[letters.count - 1])
    {
      return String(stem.dropLast())
    }
    return stem
  }

  // MARK: Lists

  private static let irregular: [VerbForms] = [
    .init(base: "lead", third: "leads", past: "led", participle: "led"),
    .init(base: "speak", third: "speaks", past: "spoke", participle: "spoken"),
    .init(base: "pay", third: "pays", past: "paid", participle: "paid"),
    .init(base: "do", third: "does", past: "did", participle: "done"),
    .init(base: "have", third: "has", past: "had", participle: "had"),
    .init(base: "fight", third: "fights", past: "fought", participle: "fought"),
    .init(base: "meet", third: "meets", past: "met", participle: "met"),
    .init(base: "leave", third: "leaves", past: "left", participle: "left"),
    .init(base: "take", third: "takes", past: "took", participle: "taken"),
    .init(base: "flee", third: "flees", past: "fled", participle: "fled"),
    .init(base: "withdraw", third: "withdraws", past: "withdrew", participle: "withdrawn"),
    .init(base: "quit", third: "quits", past: "quit", participle: "quit"),
    .init(base: "tell", third: "tells", past: "told", participle: "told"),
    .init(base: "say", third: "says", past: "said", participle: "said"),
    .init(base: "give", third: "gives", past: "gave", participle: "given"),
    .init(base: "sell", third: "sells", past: "sold", participle: "sold"),
    .init(base: "buy", third: "buys", past: "bought", participle: "bought"),
    .init(base: "send", third: "sends", past: "sent", participle: "sent"),
    .init(base: "hold", third: "holds", past: "held", participle: "held"),
    .init(base: "keep", third: "keeps", past: "kept", participle: "kept"),
    .init(base: "go", third: "goes", past: "went", participle: "gone"),
    .init(base: "come", third: "comes", past: "came", participle: "come"),
    .init(base: "become", third: "becomes", past: "became", participle: "become"),
    .init(base: "run", third: "runs", past: "ran", participle: "run"),
    .init(base: "win", third: "wins", past: "won", participle: "won"),
    .init(base: "lose", third: "loses", past: "lost", participle: "lost"),
    .init(base: "make", third: "makes", past: "made", participle: "made"),
    .init(base: "see", third: "sees", past: "saw", participle: "seen"),
    .init(base: "know", third: "knows", past: "knew", participle: "known"),
    .init(base: "write", third: "writes", past: "wrote", participle: "written"),
    .init(base: "strike", third: "strikes", past: "struck", participle: "struck"),
    .init(base: "shoot", third: "shoots", past: "shot", participle: "shot"),
    .init(base: "seek", third: "seeks", past: "sought", participle: "sought"),
    .init(base: "beat", third: "beats", past: "beat", participle: "beaten"),
    .init(base: "overthrow", third: "overthrows", past: "overthrew", participle: "overthrown"),
    .init(base: "bring", third: "brings", past: "brought", participle: "brought"),
    .init(base: "find", third: "finds", past: "found", participle: "found"),
    .init(base: "break", third: "breaks", past: "broke", participle: "broken"),
    .init(base: "choose", third: "chooses", past: "chose", participle: "chosen"),
    .init(base: "fly", third: "flies", past: "flew", participle: "flown"),
  ]

  private static let doublingBases = [
    "travel", "ban", "plan", "control", "expel", "kidnap", "equip", "transfer", "admit", "commit",
    "cancel",
  ]

  private static let regularBases = [
    "work", "represent", "advise", "hire", "appoint", "succeed", "found", "own", "fund", "supply",
    "support", "oppose", "accuse", "attack", "kill", "back", "tie", "shell", "detain", "prosecute",
    "sanction",
    "communicate", "negotiate", "study", "employ", "contain", "include", "educate", "visit",
    "blame",
    "criticise", "criticize", "condemn", "denounce", "charge", "convict", "sue", "indict", "arrest",
    "jail", "imprison", "bomb", "raid", "seize", "capture", "occupy", "assassinate", "murder",
    "execute", "engage", "retain", "recruit", "name", "nominate", "resign", "finance", "sponsor",
    "bribe", "reward", "arm", "equip", "endorse", "praise", "reject", "call", "phone", "contact",
    "urge", "warn", "thank", "marry", "divorce", "establish", "create", "acquire", "command",
    "head", "chair", "manage", "direct", "govern", "rule", "lobby", "join", "serve", "help", "ask",
    "invite", "host", "threaten", "target", "invade", "defeat", "ambush", "kidnap", "abduct",
    "defend",
    "try", "investigate", "fire", "dismiss", "sack", "replace", "remove", "follow",
    "influence", "trust", "train", "protect", "shelter", "free", "release", "deny", "belong",
    "live",
    "move", "arrive", "return", "escape", "enter", "sign", "agree", "discuss", "talk",
    "fault", "rebuke", "implicate", "apprehend", "storm", "assault", "bombard", "behead", "battle",
    "clash", "blacklist", "fine", "sentence", "purchase", "preside", "act", "retire", "defect",
    "deport", "evacuate", "extradite", "tour", "conquer", "annex", "recapture", "bankroll",
    "donate",
    "aid", "assist", "hail", "welcome", "resist", "boycott", "defy", "undermine", "oust", "topple",
    "attend", "reside", "operate", "graduate", "co-found",
  ]

  private static let all =
    irregular + doublingBases.map(doubling) + regularBases.map(regular)
  private static let byThird = Dictionary(
    all.map { ($0.third, $0) }, uniquingKeysWith: { a, _ in a })
  // "found" is the past of "find" and the base of "founded"; only past forms are keys here.
  private static let byPast = Dictionary(all.map { ($0.past, $0) }, uniquingKeysWith: { a, _ in a })
  private static let participles = Set(all.map(\.participle))

  private static let byForm: [String: String] = {
    var bases: [String: String] = [:]
    for forms in all {
      let base = forms.base
      let isDoubling = doublingBases.contains(base) || ["run", "win", "quit"].contains(base)
      let stem =
        isDoubling
        ? base + base.suffix(1)
        : base.hasSuffix("e") && !base.hasSuffix("ee") ? String(base.dropLast()) : base
      for form in [base, forms.third, forms.past, forms.participle, stem + "ing"]
      where bases[form] == nil {
        bases[form] = base
      }
    }
    return bases
  }()
}
