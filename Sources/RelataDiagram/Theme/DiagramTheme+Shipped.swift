import RelataCore

extension DiagramTheme {
  /// Colours for screen and paper, after the palette of Okabe and Ito.
  public static let standard = shipped("standard", PackageResources.standard_yaml, base: nil)

  /// Black, white and grey.
  public static let monochrome = shipped(
    "monochrome", PackageResources.monochrome_yaml, base: .standard)

  /// The themes that ship with Relata, by name.
  public static let shipped: [DiagramTheme] = [.standard, .monochrome]

  /// The standard theme as YAML with its explanations: what to copy for one's own.
  public static var template: String {
    String(decoding: PackageResources.standard_yaml, as: UTF8.self)
  }

  private static func shipped(_ name: String, _ bytes: [UInt8], base: DiagramTheme?) -> DiagramTheme
  {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let read = try? ThemeReader(file: name + ".yaml").theme(text, base: base) else {
      preconditionFailure("internal error RL9501: the shipped theme \(name) does not parse")
    }
    return read.theme
  }
}
