import RelataCore

/// The style sheet inside a figure: what attributes cannot say, and the dark and printed colours.
///
/// Light colours are attributes of the shapes, so that programs without CSS draw them too. Every
/// rule is scoped to the figure's id.
struct FigureStyleSheet {
  let id: String
  let theme: DiagramTheme
  let scheme: ColorScheme

  var css: String {
    // Programs without paint-order would draw the halo over the letters.
    var css =
      "@supports (paint-order:stroke){#\(id) .e text{paint-order:stroke;stroke-linejoin:round;"
      + "stroke-width:3px;stroke:\(theme.background.light)}}"
    css += "#\(id) a{cursor:pointer}#\(id) a:hover text{text-decoration:underline}"
    let paper = rules(\.print, against: scheme == .dark ? \.dark : \.light) { "#\(id) \($0)" }
    switch scheme {
    case .light: break
    case .dark: css += rules(\.dark, against: \.light) { "#\(id) \($0)" }
    case .automatic:
      // Alone, the figure follows the system; in a page it also follows data-theme.
      css += "@media screen and (prefers-color-scheme:dark){"
      css += rules(\.dark, against: \.light) {
        ":root:not([data-theme=light]) #\(id) \($0),#\(id):root \($0)"
      }
      css += "}@media screen{"
      css += rules(\.dark, against: \.light) { "[data-theme=dark] #\(id) \($0)" }
      css += "}"
    }
    return paper.isEmpty ? css : css + "@media print{\(paper)}"
  }

  private typealias Rule = (selector: String, property: String, color: ThemedColor)

  /// The rules for one variant that differ from another, each under the selectors that `scope` makes of it.
  private func rules(
    _ variant: (ThemedColor) -> String, against other: (ThemedColor) -> String,
    _ scope: (String) -> String
  ) -> String {
    all.filter { variant($0.color) != other($0.color) }.map { rule in
      let selectors = rule.selector.split(separator: ",").map { scope(String($0)) }
      return selectors.joined(separator: ",") + "{\(rule.property):\(variant(rule.color))}"
    }.joined()
  }

  private var all: [Rule] {
    var rules: [Rule] = [
      (".bg", "fill", theme.background), ("text", "fill", theme.text),
      (".muted", "fill", theme.muted), (".e text", "stroke", theme.background),
      (".rule", "stroke", theme.rule), (".more .s", "stroke", theme.muted),
      (".more text", "fill", theme.muted),
    ]
    for type in EntityType.allCases where type.isNode {
      let style = theme.node(type, isFocus: false)
      rules.append((".\(style.colorClass) .f", "fill", style.fill))
      rules.append((".\(style.colorClass) .s", "stroke", style.border))
    }
    var lines = RelationFamily.allCases.map { ("c-" + $0.rawValue, theme.color($0)) }
    lines += [
      ("c-negative", theme.color(.negated)), ("c-former", theme.color(.former)),
      ("c-text", theme.text),
    ]
    for (name, color) in lines {
      rules.append((".\(name) .s", "stroke", color))
      rules.append((".\(name) .f,.e.\(name) text", "fill", color))
    }
    return rules
  }
}
