import ArgumentParser
import Foundation
import Graphviz
import RelataCore
import RelataDiagram
import RelataLanguage

/// What a figure shows and how.
struct FigureOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Who or what stands in the middle (default: the whole graph if it fits, else its best connected entity).",
      valueName: "name"))
  var focus: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only the shortest chains of evidence between two names (default: no path).",
      valueName: "name"))
  var path: [String] = []

  @Option(help: ArgumentHelp("Steps from the middle, 1 to 4.", valueName: "n"))
  var depth: Int = 1

  @Option(help: ArgumentHelp("Steps of a path at most, 1 to 10.", valueName: "n"))
  var maxLength: Int = 6

  @Option(help: ArgumentHelp("How entities are placed.", valueName: "layout"))
  var layout: Choice<DiagramLayout> = Choice(.dot)

  @Option(help: ArgumentHelp("Entities at most, 2 to 250.", valueName: "n"))
  var maxEntities: Int = 25

  @Option(help: ArgumentHelp("Lines at most, 1 to 400.", valueName: "n"))
  var maxRelations: Int = 40

  @Option(
    help: ArgumentHelp("Title (default: one that says what is shown).", valueName: "text"))
  var title: String?

  @OptionGroup var look: LookOptions

  @Flag(help: "Leave the legend out.")
  var noLegend = false

  @Option(
    help: ArgumentHelp(
      "An earlier SVG of Relata whose entities stay in place as far as possible (default: none).",
      valueName: "file"), completion: .file(extensions: ["svg"]))
  var previous: String?

  @Option(
    help: ArgumentHelp(
      "Seconds that a layout may take, 1 to 3600, before a quicker one is tried.", valueName: "n"))
  var seconds: Int = 20

  @OptionGroup var choice: EntityChoiceOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var view: ViewOptions

  func validate() throws {
    guard path.isEmpty || path.count == 2 else {
      throw ValidationError("--path takes two names, not \(path.count)")
    }
    guard (1...3600).contains(seconds) else {
      throw ValidationError("--seconds takes a number from 1 to 3600, not \(seconds)")
    }
    guard path.isEmpty || focus.isEmpty else {
      throw ValidationError("--path and --focus exclude each other")
    }
  }

  /// - Throws: RL7003 and RL7007 for unknown words, RL5001 for numbers out of range, RL7013 and RL7012 for
  ///   files that cannot be read, RL5030 for a theme that is none.
  func resolved(in context: CommandContext) throws(RelataError) -> FigureSettings {
    let filter = try filter.resolved()
    let (theme, scheme) = try theme(in: context)
    let colors = try look.colors.value("colors")
    var options = DiagramOptions(
      depth: depth, relations: filter.relations, families: filter.families,
      statuses: filter.statuses, minimumConfidence: filter.minimumConfidence,
      nodeLimit: maxEntities, edgeLimit: maxRelations, engine: try layout.value("layout"),
      title: title, includesLegend: !noLegend, colors: scheme ?? colors,
      theme: theme)
    let view = try choice.limiting(view.resolved(), asked: focus + path)
    if view.sinceBuild, focus.isEmpty, path.isEmpty {
      // All that came is wanted, as far as a page holds it.
      options.nodeLimit = max(maxEntities, DiagramOptions.printedNodeLimit)
      options.edgeLimit = max(maxRelations, DiagramOptions.printedEdgeLimit)
    }
    options.evidence = view.evidence
    options.at = view.at
    if let previous {
      options.previous = try PreviousLayout(
        svg: Self.text(of: previous, code: "RL7013", what: "the previous figure"))
    }
    try options.validate()
    return FigureSettings(
      options: options, focus: focus, path: path, maximumLength: maxLength, view: view,
      seconds: seconds)
  }

  /// The theme meant; "light" and "dark", which were themes once, choose the colours.
  private func theme(
    in context: CommandContext
  ) throws(RelataError) -> (DiagramTheme, ColorScheme?) {
    if let scheme = ColorScheme(rawValue: look.theme) { return (.standard, scheme) }
    return (try ThemeChoice.theme(look.theme, in: context), nil)
  }

  static func text(of path: String, code: String, what: String) throws(RelataError) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw RelataError(
        .noInput, code: code, "\(what) cannot be read", at: InputLocation(file: path),
        hint: "check that the file exists and is text in UTF-8")
    }
    return text
  }
}

/// Themes by name or file.
enum ThemeChoice {
  /// - Throws: RL7012 for a file that cannot be read, RL5030 for one that is no theme.
  static func theme(_ typed: String, in context: CommandContext) throws(RelataError) -> DiagramTheme
  {
    if let theme = DiagramTheme.shipped.first(where: { $0.name == typed }) { return theme }
    let names = DiagramTheme.shipped.map(\.name)
    guard typed.contains("/") || FileManager.default.fileExists(atPath: typed) else {
      throw RelataError(
        .noInput, code: "RL7012", "no theme and no file is called '\(typed)'",
        hint: Suggestions.hint(for: typed, in: names)
          ?? "themes: \(names.joined(separator: ", ")); or give a YAML file, 'relata theme' shows how"
      )
    }
    return try read(typed, in: context).theme
  }

  /// A theme of one's own, its warnings told.
  static func read(
    _ path: String, in context: CommandContext
  ) throws(RelataError) -> (theme: DiagramTheme, warnings: [Diagnostic]) {
    let text = try FigureOptions.text(of: path, code: "RL7014", what: "the theme")
    let (theme, warnings) = try DiagramTheme.read(text, file: path)
    warnings.forEach(context.printer.tell)
    return (theme, warnings)
  }
}

/// A figure as asked for, its names not yet looked up.
struct FigureSettings: Sendable {
  var options: DiagramOptions
  var focus: [String] = []
  /// Two names or none.
  var path: [String] = []
  var maximumLength = 6
  var view = ViewSettings()
  /// Seconds that a layout may take.
  var seconds = 20

  /// What draws it.
  var renderer: FigureRenderer {
    FigureRenderer(renderOptions: RenderOptions(timeout: Double(seconds)))
  }

  /// The graph to draw, and the options with the names looked up in it.
  ///
  /// - Throws: RL7501 and RL7502 for names that mean nobody or several.
  func resolved(in view: GraphView) throws(RelataError) -> DiagramOptions {
    var options = options
    for name in focus { options.focus.append(try view.entity(named: name).id) }
    if path.count == 2 {
      options.path = DiagramPath(
        from: try view.entity(named: path[0]).id, to: try view.entity(named: path[1]).id,
        maximumLength: maximumLength)
    }
    options.evidence = view.settings.evidence
    let left = view.settings.without.map { view.redaction.text($0) }
    if !left.isEmpty { options.scope.append("without \(left.joined(separator: ", "))") }
    let types = EntityType.allCases.filter { view.settings.types.contains($0) }
    if !types.isEmpty {
      options.scope.append(
        "only entities of type " + types.map(DiagramStyle.typeWord).joined(separator: ", "))
    }
    if view.settings.hidesNames {
      // The view has applied the filter, whose words would tell what is hidden.
      options.evidence = .init()
      options.title = options.title.map(view.redaction.text)
    }
    return options
  }
}
