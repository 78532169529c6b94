import RelataCore

/// The style sheet inside a figure: what attributes cannot say, and the dark theme.
///
/// Light colours are attributes of the shapes, so that programs without CSS draw them too. Every
/// rule is scoped to the figure's id.
struct FigureStyleSheet {
  let id: String
  let theme: DiagramTheme

  var css: String {
    var css =
      "#\(id) .e text{paint-order:stroke;stroke-linejoin:round;stroke-width:3px;stroke:"
      + "\(DiagramPalette.background.light)}"
    css += "#\(id) a{cursor:pointer}#\(id) a:hover text{text-decoration:underline}"
    switch theme {
    case .light: break
    case .dark: css += dark { "#\(id) \($0)" }
    case .automatic:
      // Alone, the figure follows the system; in a page it also follows data-theme.
      css += "@media screen and (prefers-color-scheme:dark){"
      css += dark { ":root:not([data-theme=light]) #\(id) \($0),#\(id):root \($0)" }
      css += "}@media screen{"
      css += dark { "[data-theme=dark] #\(id) \($0)" }
      css += "}"
    }
    return css
  }

  /// The dark rules, each under the selectors that `scope` makes of it.
  private func dark(_ scope: (String) -> String) -> String {
    var rules: [(selector: String, declarations: String)] = [
      (".bg", "fill:\(DiagramPalette.background.dark)"),
      ("text", "fill:\(DiagramPalette.text.dark)"),
      (".muted", "fill:\(DiagramPalette.muted.dark)"),
      (".e text", "stroke:\(DiagramPalette.background.dark)"),
      (".rule,.more .s", "stroke:\(DiagramPalette.muted.dark)"),
      (".more text", "fill:\(DiagramPalette.muted.dark)"),
    ]
    for type in EntityType.allCases where type.isNode {
      let name = DiagramStyle.node(type, isFocus: false).colorClass
      rules.append((".\(name) .f", "fill:\(DiagramPalette.fill(type).dark)"))
      rules.append((".\(name) .s", "stroke:\(DiagramPalette.border(type).dark)"))
    }
    var lines = RelationFamily.allCases.map { ("c-" + $0.rawValue, DiagramPalette.line($0)) }
    lines += [
      ("c-negative", DiagramPalette.negative), ("c-former", DiagramPalette.former),
      ("c-text", DiagramPalette.text),
    ]
    for (name, color) in lines {
      rules.append((".\(name) .s", "stroke:\(color.dark)"))
      rules.append((".\(name) .f,.e.\(name) text", "fill:\(color.dark)"))
    }
    return rules.map { rule in
      let selectors = rule.selector.split(separator: ",").map { scope(String($0)) }
      return selectors.joined(separator: ",") + "{\(rule.declarations)}"
    }.joined()
  }
}
