import RelataLanguage

/// An office that two documents give their bearers: of all who are called so few hold it, and fewer in one place.
struct SharedRoles {
  /// 0 without a common office.
  let weight: Double

  init(_ a: BearerProfile.Context, _ b: BearerProfile.Context) {
    let offices = Set(a.roles).intersection(b.roles).filter(Self.isOffice)
    guard !offices.isEmpty else {
      weight = 0
      return
    }
    let places = Set(a.names).intersection(b.names).filter { $0.hasPrefix("LOCATION:") }
    weight = places.isEmpty ? 2 : 3.6
  }

  /// "president", "foreign minister", not "lawyer" or "Mr".
  private static func isOffice(_ role: String) -> Bool {
    guard let last = role.split(separator: " ").last.map(String.init) else { return false }
    return Titles.words.contains(last) && !Titles.courtesy.contains(last)
  }
}
