import RelataCore
import RelataLanguage

/// The countries of the places and peoples that a document has near a name.
enum NearCountries {
  /// How two documents agree in them.
  enum Agreement: Sendable {
    /// One names no place of which the country is known.
    case unknown
    case shared, apart
  }

  static func agreement(_ a: BearerProfile.Context, _ b: BearerProfile.Context) -> Agreement {
    let (mine, theirs) = (countries(a), countries(b))
    if mine.isEmpty || theirs.isEmpty { return .unknown }
    return mine.isDisjoint(with: theirs) ? .apart : .shared
  }

  private static func countries(_ context: BearerProfile.Context) -> Set<String> {
    Set(context.names.compactMap(NameKey.init(text:)).compactMap(country(of:)))
  }

  /// The country that a place or people stands for, or that the largest city of a name lies in.
  static func country(of key: NameKey) -> String? {
    guard key.type == .location || key.type == .group else { return nil }
    return state(key.form) ?? CityTable.city(named: key.form)?.countries.first
  }

  /// The country, or the country of a people, of a folded name.
  static func state(_ form: String) -> String? {
    let table = CountryTable.shared
    let words = form.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let name = words.joined(separator: " ")
    return table.country(named: name) ?? table.country(ofDemonym: name)
  }
}
