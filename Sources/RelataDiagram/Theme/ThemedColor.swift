import Foundation

/// One colour in light and dark surroundings and on paper, each as "#rrggbb".
public struct ThemedColor: Sendable, Hashable {
  /// On a light page.
  public var light: String
  /// On a dark page.
  public var dark: String
  /// On paper.
  public var print: String

  /// A colour for each surrounding; paper takes the light one unless it is given its own.
  public init(light: String, dark: String, print: String? = nil) {
    self.light = light
    self.dark = dark
    self.print = print ?? light
  }
}

/// The contrast of two colours after WCAG 2.2.
public enum ColorContrast {
  /// What text needs to be read, and what a border needs to be seen.
  public static let text = 4.5
  /// The least contrast at which a border is seen.
  public static let border = 3.0

  /// - Parameters: Colours as "#rrggbb"; anything else counts as black.
  /// - Returns: 1…21.
  public static func ratio(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// Relative luminance, 0 for black and 1 for white.
  static func luminance(_ color: String) -> Double {
    let value = UInt32(color.dropFirst(), radix: 16) ?? 0
    func channel(_ shift: UInt32) -> Double {
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }
}
