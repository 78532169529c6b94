import RelataCore
import Yams

extension DiagramTheme {
  /// Reads a theme from YAML; what it leaves out is as in ``standard``.
  ///
  /// - Parameters:
  ///   - yaml: The text.
  ///   - file: The name for messages.
  /// - Returns: The theme, and a warning for every pair of colours with too little contrast.
  /// - Throws: `RelataError` RL5030 with line and column for text that is no YAML, unknown keys and
  ///   values that are not understood.
  public static func read(
    _ yaml: String, file: String
  ) throws(RelataError) -> (theme: DiagramTheme, warnings: [Diagnostic]) {
    try ThemeReader(file: file).theme(yaml, base: .standard)
  }
}

/// Reads themes: each value is checked where it stands, so that every message has a place.
struct ThemeReader {
  let file: String
  /// More than any theme needs.
  private static let longest = 256 << 10

  /// Reads a theme; what it leaves out is taken from `base`, without which it must be complete.
  func theme(
    _ yaml: String, base: DiagramTheme?
  ) throws(RelataError) -> (theme: DiagramTheme, warnings: [Diagnostic]) {
    guard yaml.utf8.count <= Self.longest else { throw error("the theme is larger than 256 KB") }
    let root = try Section(try compose(yaml), path: "", reader: self)
    try root.allow(["version", "name", "fonts", "page", "entities", "families", "standings"])
    if let version = root.entry("version"), version.node.int != 1 {
      throw error("this program reads version 1 of themes", at: version.node)
    }
    let page = try root.section("page", ["background", "text", "muted", "rule"])
    let looks = try root.section("entities", DiagramStyle.typeWords)
    let families = try root.section("families", RelationFamily.allCases.map(\.rawValue))
    let standings = try root.section("standings", Standing.allCases.map(\.rawValue))
    var theme = DiagramTheme(
      name: try root.text("name") ?? base?.name ?? file, fonts: try fonts(root, base?.fonts),
      background: try page.color("background", base?.background),
      text: try page.color("text", base?.text), muted: try page.color("muted", base?.muted),
      rule: try page.color("rule", base?.rule), entities: [:], families: [:], standings: [:])
    for word in DiagramStyle.typeWords {
      theme.entities[word] = try entity(looks, word, base?.entities[word])
    }
    for family in RelationFamily.allCases {
      theme.families[family] = try families.color(family.rawValue, base?.families[family])
    }
    for standing in Standing.allCases {
      theme.standings[standing] = try line(standings, standing, base?.standings[standing])
    }
    let warnings = theme.contrastProblems.map { problem in
      let mark = root.mark(problem.path)
      return Diagnostic(
        .warning, code: "RL5031", problem.words,
        at: InputLocation(file: file, line: mark?.line, column: mark?.column),
        hint: "text needs 4.5:1 and borders 3:1 to be readable by everybody")
    }
    return (theme, warnings)
  }

  // MARK: Parts

  private func fonts(
    _ root: Section, _ base: DiagramTheme.Fonts?
  ) throws(RelataError) -> DiagramTheme.Fonts {
    let keys = ["name", "role", "label", "title", "legend", "footer"]
    let section = try root.section("fonts", ["family"] + keys)
    return DiagramTheme.Fonts(
      families: try section.families("family") ?? base?.families ?? ["sans-serif"],
      name: try section.size("name", base?.name), role: try section.size("role", base?.role),
      label: try section.size("label", base?.label), title: try section.size("title", base?.title),
      legend: try section.size("legend", base?.legend),
      footer: try section.size("footer", base?.footer))
  }

  private func entity(
    _ parent: Section, _ word: String, _ base: DiagramTheme.EntityLook?
  ) throws(RelataError) -> DiagramTheme.EntityLook {
    let section = try parent.section(word, ["shape", "outline", "fill", "border"])
    let outline = try section.choice("outline", Outline.self)
    return DiagramTheme.EntityLook(
      shape: try section.choice("shape", NodeShape.self) ?? base?.shape ?? .ellipse,
      hasDoubleOutline: outline.map { $0 == .double } ?? base?.hasDoubleOutline ?? false,
      fill: try section.color("fill", base?.fill),
      border: try section.color("border", base?.border))
  }

  private enum Outline: String, CaseIterable { case single, double }

  private func line(
    _ parent: Section, _ standing: Standing, _ base: DiagramTheme.LineLook?
  ) throws(RelataError) -> DiagramTheme.LineLook {
    let hasColor = standing == .former || standing == .negated
    let section = try parent.section(
      standing.rawValue, ["line", "arrow"] + (hasColor ? ["color"] : []))
    return DiagramTheme.LineLook(
      pattern: try section.choice("line", LinePattern.self) ?? base?.pattern ?? .solid,
      arrow: try section.choice("arrow", ArrowHead.self) ?? base?.arrow ?? .filled,
      color: hasColor ? try section.color("color", base?.color) : nil)
  }

  // MARK: YAML

  private func compose(_ yaml: String) throws(RelataError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return Node([(Node, Node)]()) }
      return node
    } catch let failure as YamlError {
      switch failure {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw error("no YAML: \(problem)", mark: mark)
      case .duplicatedKeysInMapping(let keys, let context):
        throw error(
          "the key '\(keys.sorted().joined(separator: "', '"))' occurs twice", mark: context.mark)
      default: throw error("no YAML")
      }
    } catch {
      throw self.error("no YAML: \(error)")
    }
  }

  func error(_ message: String, at node: Node? = nil, hint: String? = nil) -> RelataError {
    error(message, mark: node?.mark, hint: hint)
  }

  private func error(_ message: String, mark: Mark?, hint: String? = nil) -> RelataError {
    RelataError(
      .badInput, code: "RL5030", "theme: \(message)",
      at: InputLocation(file: file, line: mark?.line, column: mark?.column), hint: hint)
  }
}
