import RelataCore
import RelataDiagram
import Testing

@Suite struct DiagramStyleTests {
  private func style(
    _ polarity: Polarity, _ status: AssertionStatus, _ tense: TenseClass,
    isSymmetric: Bool = false, sources: Int = 1
  ) -> EdgeStyle {
    DiagramStyle.edge(
      family: .money, polarity: polarity, status: status, tense: tense, isSymmetric: isSymmetric,
      sources: sources)
  }

  @Test(arguments: [
    (Polarity.positive, AssertionStatus.asserted, TenseClass.current, "solid normal c-money"),
    (.positive, .asserted, .former, "dashed normal c-former"),
    (.positive, .claimed, .current, "dotted empty c-money"),
    (.positive, .claimed, .former, "dotted empty c-former"),
    (.positive, .planned, .current, "dotted vee c-money"),
    (.positive, .planned, .former, "dotted vee c-former"),
    (.positive, .hypothetical, .current, "dotted odiamond c-money"),
    (.positive, .hypothetical, .former, "dotted odiamond c-former"),
    (.negative, .asserted, .current, "dashed teeodot c-negative"),
    (.negative, .asserted, .former, "dashed teeodot c-negative"),
    (.negative, .claimed, .current, "dashed teeodot c-negative"),
    (.negative, .planned, .current, "dashed teeodot c-negative"),
    (.negative, .hypothetical, .former, "dashed teeodot c-negative"),
  ])
  func `each standing has its line`(
    polarity: Polarity, status: AssertionStatus, tense: TenseClass, expected: String
  ) {
    let style = style(polarity, status, tense)
    #expect("\(style.pattern.rawValue) \(style.arrowHead) \(style.colorClass)" == expected)
  }

  @Test func `symmetric lines have no arrow unless they are negated`() {
    #expect(style(.positive, .asserted, .current, isSymmetric: true).arrowHead == "none")
    #expect(style(.positive, .claimed, .current, isSymmetric: true).pattern == .dotted)
    #expect(style(.negative, .asserted, .current, isSymmetric: true).arrowHead == "teeodot")
  }

  @Test func `more sources make a heavier line, up to three`() {
    let widths = [1, 2, 3, 9].map { style(.positive, .asserted, .current, sources: $0).penWidth }
    #expect(widths[0] < widths[1] && widths[1] < widths[2] && widths[2] == widths[3])
  }

  @Test func `types differ by more than colour`() {
    let types = EntityType.allCases.filter(\.isNode)
    let looks = types.map {
      let style = DiagramStyle.node($0, isFocus: false)
      return "\(style.shape) \(style.peripheries)"
    }
    #expect(Set(looks).count == types.count)
    #expect(
      DiagramStyle.node(.person, isFocus: true).penWidth
        > DiagramStyle.node(.person, isFocus: false).penWidth)
  }

  // MARK: Contrast, after WCAG 2.2

  private func luminance(_ color: String) -> Double {
    let value = UInt32(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let c = Double(part) / 255
      return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4 for 0…1, by repeated square roots: 2.4 ≈ 2 + 1/4 + 1/8 + 1/64 + 1/128 + ….
  private func power(_ x: Double) -> Double {
    var result = x * x
    var root = x
    var rest = 0.4
    var weight = 1.0
    for _ in 0..<20 {
      root = root.squareRoot()
      weight /= 2
      if rest >= weight {
        result *= root
        rest -= weight
      }
    }
    return result
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  @Test func `text can be read and lines be seen in both themes`() {
    let paper = DiagramPalette.background
    let labels =
      RelationFamily.allCases.map(DiagramPalette.line)
      + [DiagramPalette.negative, DiagramPalette.former, DiagramPalette.muted, DiagramPalette.text]
    for color in labels {
      #expect(contrast(color.light, paper.light) >= 4.5, "\(color)")
      #expect(contrast(color.dark, paper.dark) >= 4.5, "\(color)")
    }
    for type in EntityType.allCases where type.isNode {
      let (fill, border) = (DiagramPalette.fill(type), DiagramPalette.border(type))
      for text in [DiagramPalette.text, DiagramPalette.muted] {
        #expect(contrast(text.light, fill.light) >= 4.5, "\(type)")
        #expect(contrast(text.dark, fill.dark) >= 4.5, "\(type)")
      }
      #expect(contrast(border.light, paper.light) >= 3, "\(type)")
      #expect(contrast(border.dark, paper.dark) >= 3, "\(type)")
    }
  }
}
