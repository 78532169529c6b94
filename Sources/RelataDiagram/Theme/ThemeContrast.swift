import RelataCore

/// Two colours of a theme that are too alike.
public struct ContrastProblem: Sendable, Hashable {
  /// The key of the colour in front: "families.money".
  public var path: String
  /// What is too alike, by how much, and where.
  public var words: String
}

extension DiagramTheme {
  /// Where text cannot be read or a border not be seen, in light, in dark and on paper; in a fixed order.
  public var contrastProblems: [ContrastProblem] {
    let variants: [(name: String, color: (ThemedColor) -> String)] = [
      ("light", \.light), ("dark", \.dark), ("print", \.print),
    ]
    return variants.flatMap { variant in
      pairs.compactMap { pair in
        let ratio = ColorContrast.ratio(variant.color(pair.front), variant.color(pair.back))
        guard ratio < pair.least else { return nil }
        let shown = (ratio * 10).rounded(.down) / 10
        return ContrastProblem(
          path: pair.path,
          words: "\(pair.words) has a contrast of \(shown.short):1 in \(variant.name), "
            + "less than \(pair.least.short):1")
      }
    }
  }

  private struct Pair {
    var path: String
    var words: String
    var front: ThemedColor
    var back: ThemedColor
    var least = ColorContrast.text
  }

  private var pairs: [Pair] {
    var pairs = [
      Pair(path: "page.text", words: "text on the page", front: text, back: background),
      Pair(path: "page.muted", words: "muted text on the page", front: muted, back: background),
    ]
    for word in DiagramStyle.typeWords {
      guard let look = entities[word] else { continue }
      let path = "entities.\(word)."
      pairs += [
        Pair(
          path: path + "fill", words: "text on the fill of \(word)", front: text, back: look.fill),
        Pair(
          path: path + "fill", words: "muted text on the fill of \(word)", front: muted,
          back: look.fill),
        Pair(
          path: path + "border", words: "the border of \(word) on the page", front: look.border,
          back: background, least: ColorContrast.border),
      ]
    }
    for family in RelationFamily.allCases {
      pairs.append(
        Pair(
          path: "families.\(family.rawValue)", words: "a label of '\(family.rawValue)' on the page",
          front: color(family), back: background))
    }
    for standing in [Standing.former, .negated] {
      pairs.append(
        Pair(
          path: "standings.\(standing.rawValue).color",
          words: "a label of what is \(standing.rawValue) on the page", front: color(standing),
          back: background))
    }
    return pairs
  }
}
