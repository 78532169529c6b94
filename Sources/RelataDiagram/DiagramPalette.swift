import RelataCore

/// One colour in light and in dark surroundings.
public struct ThemedColor: Sendable, Hashable {
  public var light: String
  public var dark: String

  init(_ light: String, _ dark: String) {
    self.light = light
    self.dark = dark
  }
}

/// The colours of figures: fills and borders of entities by type, lines by family.
///
/// Based on the palette of Okabe and Ito (2008), which colour-blind readers can tell apart. Text
/// has a contrast of at least 4.5:1, lines at least 3:1, in both themes; colour never carries
/// meaning alone.
public enum DiagramPalette {
  public static let background = ThemedColor("#ffffff", "#16181c")
  public static let text = ThemedColor("#1a1a1a", "#e8eaed")
  public static let muted = ThemedColor("#5f5f5f", "#b0b4ba")
  public static let negative = ThemedColor("#b00020", "#ff8a95")
  public static let former = ThemedColor("#6b6b6b", "#a8a8a8")

  public static func fill(_ type: EntityType) -> ThemedColor {
    switch type {
    case .person: ThemedColor("#fde9c9", "#4a3310")
    case .organization: ThemedColor("#cfe3f5", "#123a57")
    case .group: ThemedColor("#dfe3ea", "#2b3342")
    case .location: ThemedColor("#d5efe3", "#0d3d2f")
    case .event: ThemedColor("#efe9fb", "#33255c")
    case .other, .date, .money, .title: ThemedColor("#f7f2c4", "#3d3a0e")
    }
  }

  public static func border(_ type: EntityType) -> ThemedColor {
    switch type {
    case .person: ThemedColor("#9a5b00", "#e69f00")
    case .organization: ThemedColor("#0072b2", "#56b4e9")
    case .group: ThemedColor("#3b4a66", "#a9b7d0")
    case .location: ThemedColor("#00664b", "#2bc295")
    case .event: ThemedColor("#5b3fa0", "#b9a4f2")
    case .other, .date, .money, .title: ThemedColor("#6b6000", "#f0e442")
    }
  }

  public static func line(_ family: RelationFamily) -> ThemedColor {
    switch family {
    case .power: ThemedColor("#1f6fb5", "#7ab8f0")
    case .money: ThemedColor("#8f3f70", "#e59ac3")
    case .alliance: ThemedColor("#5b2fa8", "#b9a4f2")
    case .conflict: ThemedColor("#b04a00", "#ff9f5c")
    case .contact: ThemedColor("#4a5a6e", "#a9b7d0")
    case .place: ThemedColor("#00664b", "#2bc295")
    case .kin: ThemedColor("#6b6000", "#e0d440")
    case .other: ThemedColor("#3d3d3d", "#d0d0d0")
    }
  }
}
