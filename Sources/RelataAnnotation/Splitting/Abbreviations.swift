/// Abbreviations that keep their full stop, by how they behave before a sentence's end.
enum Abbreviations {
  /// Stand before a name; never end a sentence.
  static let titles: Set<String> = words(
    """
    Mr Mrs Ms Dr Prof St Ste Ft Mt Gen Brig Sen Rep Reps Sens Gov Govs Lt Col Sgt Capt Maj Adm Rev Hon
    Cpl Pvt Cmdr GEN SEN GOV COL CAPT LT SGT MR MRS DR REP Supt Det Insp Messrs Mlle Mme Msgr Fr Pres Atty Amb Cmdt Ald Spc Pfc Lieut Asst Fig
    Figs Nos Vol Vols Dept Univ
    """)

  /// May end a sentence: firms, generations, dates, streets, Latin.
  static let others: Set<String> = words(
    """
    Inc Corp Co Ltd Bros Cos Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu
    Thur Thurs Fri Sat Sun Ave Blvd Rd Pkwy Hwy Esq Assn Natl Intl Ariz Ark Calif Colo Conn Fla Ill Ind
    Kan Ky Md Mich Minn Mo Mont Neb Nev Okla Ore Tenn Tex Va Vt Wash Wis Wyo Penn Mass Ala Ga La Que Ont
    vs etc approx ca viz cf al eg ie ext dept est incl resp inc corp co ltd ed eds trans pp
    """)

  /// Stand before a word in lower case without ending a sentence.
  static let beforeLower: Set<String> = words(
    """
    sq cu ft mi hr hrs min mins sec secs lb lbs oz yr yrs km kg cm mm bn mn tel ext temp avg max misc pl
    sing var ver est approx govt min intl natl wk wks mo mos ca cf abbr
    """)

  /// Abbreviations only before a number.
  static let beforeNumber: Set<String> = words("No no p pp Art art Sec sec Ch ch Op Vol vol Nr Bd")

  /// Written out with inner stops other than single letters.
  static let compound: [String] = ["Ph.D.", "M.Sc.", "B.Sc.", "Lt.Gen.", "Maj.Gen.", "Ph.D"]

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: \.isWhitespace).map {
        $0.hasSuffix(".") ? String($0.dropLast()) : String($0)
      })
  }

  /// Prefixes that stay with what follows their hyphen ("anti-war").
  static let joinedPrefixes: Set<String> = words(
    """
    non pre post co semi pro mid re multi anti ex sub mini pan inter intra ultra counter pseudo neo un
    cross e over socio psycho arch bi tri quasi proto meta micro macro hyper trans extra
    """)

  /// Words that begin a sentence far more often than a name, for breaks after "U.S." or "Inc.".
  static let sentenceStarters: Set<String> = words(
    """
    The A An He She It They We I You This That These Those There His Her Its Their Our My In On At For
    From By With After Before But And Or Yet So As If When While Although Though Because Since However
    Meanwhile Moreover According Many Most Some Several Both All Each Every No Not Then Now Also Among
    During Until Under Over Despite Even Once Last Earlier Later Today Yesterday Critics Officials What
    Who How Why Where Which Whether Here Such Only Just More Other Others Another One Two Three
    """)
}
