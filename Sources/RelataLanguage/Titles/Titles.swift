/// Titles and roles that stand before a person's name.
package enum Titles {
  /// A name begins behind these.
  package static let words: Set<String> = Set(
    """
    president prime minister premier chancellor senator sen. representative rep. reps. sens. congressman
    congresswoman general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. corporal
    cpl. private admiral adm. brigadier brig. commander cmdr. secretary undersecretary ambassador amb.
    chairman chairwoman chairperson chief judge governor gov. mayor attorney spokesman spokeswoman
    spokesperson director speaker rev. reverend father sister brother detective inspector sheriff coach
    envoy lawmaker leader bishop archbishop cardinal justice commissioner councilman councilwoman mr.
    mr mrs. mrs ms. ms miss mx. dr. dr prof. prof professor doctor sir dame lord lady king queen prince
    princess sheikh sheik ayatollah imam mullah maulana pope rabbi emir sultan crown messrs. hon. officer
    constable marshal deputy vice ceo cfo founder
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Say more about a title and never stand without one.
  package static let modifiers: Set<String> = Set(
    """
    former acting interim vice deputy assistant associate first senior foreign defense defence interior
    finance justice state treasury prime lieutenant chief attorney special late then current outgoing
    incoming national army police opposition executive managing health education trade oil energy
    environment labor labour agriculture transport economy culture district supreme federal u.s. us
    party security press white house
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Courtesy titles: no role in them.
  package static let courtesy: Set<String> = [
    "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "miss", "mx.", "sir", "messrs.", "dr", "dr.", "hon.",
  ]

  package static func isTitle(_ form: String) -> Bool { words.contains(form.lowercased()) }
}
