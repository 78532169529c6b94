import RelataCore
import RelataDiagram
import Testing

@Suite struct DiagramStyleTests {
  private func style(
    _ polarity: Polarity, _ status: AssertionStatus, _ tense: TenseClass,
    isSymmetric: Bool = false, sources: Int = 1
  ) -> EdgeStyle {
    DiagramTheme.standard.edge(
      family: .money, polarity: polarity, status: status, tense: tense, isSymmetric: isSymmetric,
      sources: sources)
  }

  @Test(arguments: [
    (Polarity.positive, AssertionStatus.asserted, TenseClass.current, "solid filled c-money"),
    (.positive, .asserted, .former, "dashed filled c-former"),
    (.positive, .claimed, .current, "dotted empty c-money"),
    (.positive, .claimed, .former, "dotted empty c-former"),
    (.positive, .planned, .current, "dash-dot open c-money"),
    (.positive, .planned, .former, "dash-dot open c-former"),
    (.positive, .hypothetical, .current, "sparse-dots diamond c-money"),
    (.positive, .hypothetical, .former, "sparse-dots diamond c-former"),
    (.negative, .asserted, .current, "long-dashes barred c-negative"),
    (.negative, .asserted, .former, "long-dashes barred c-negative"),
    (.negative, .claimed, .current, "long-dashes barred c-negative"),
    (.negative, .planned, .current, "long-dashes barred c-negative"),
    (.negative, .hypothetical, .former, "long-dashes barred c-negative"),
  ])
  func `each standing has its line`(
    polarity: Polarity, status: AssertionStatus, tense: TenseClass, expected: String
  ) {
    let style = style(polarity, status, tense)
    #expect(
      "\(style.pattern.rawValue) \(style.arrow?.rawValue ?? "none") \(style.colorClass)" == expected
    )
  }

  @Test func `symmetric lines have no arrow unless they are negated`() {
    #expect(style(.positive, .asserted, .current, isSymmetric: true).arrow == nil)
    #expect(style(.positive, .claimed, .current, isSymmetric: true).pattern == .dotted)
    #expect(style(.negative, .asserted, .current, isSymmetric: true).arrow == .barred)
  }

  @Test func `more sources make a heavier line, up to three`() {
    let widths = [1, 2, 3, 9].map { style(.positive, .asserted, .current, sources: $0).penWidth }
    #expect(widths[0] < widths[1] && widths[1] < widths[2] && widths[2] == widths[3])
  }

  @Test func `types differ by more than colour`() {
    let types = EntityType.allCases.filter(\.isNode)
    let looks = types.map {
      let style = DiagramTheme.standard.node($0, isFocus: false)
      return "\(style.shape.rawValue) \(style.peripheries)"
    }
    #expect(Set(looks).count == types.count)
    #expect(
      DiagramTheme.standard.node(.person, isFocus: true).penWidth
        > DiagramTheme.standard.node(.person, isFocus: false).penWidth)
  }
}
