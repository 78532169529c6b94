import Graphviz
import RelataCore
import RelataDiagram
import RelataTestSupport
import Testing

@Suite struct DiagramThemeTests {
  private let renderer = FigureRenderer(
    renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))

  private func read(_ yaml: String) throws(RelataError) -> DiagramTheme {
    try DiagramTheme.read(yaml, file: "own.yaml").theme
  }

  // MARK: What ships

  @Test(arguments: DiagramTheme.shipped)
  func `text can be read and borders be seen in every shipped theme`(theme: DiagramTheme) {
    #expect(theme.contrastProblems.isEmpty, "\(theme.contrastProblems.map(\.words))")
  }

  @Test func `contrast is that of WCAG`() {
    #expect(abs(ColorContrast.ratio("#000000", "#ffffff") - 21) < 0.001)
    #expect(abs(ColorContrast.ratio("#777777", "#ffffff") - 4.48) < 0.01)
    #expect(abs(ColorContrast.ratio("#ffffff", "#0072b2") - 5.19) < 0.02)
    #expect(ColorContrast.ratio("#123456", "#123456") == 1)
  }

  @Test(arguments: DiagramTheme.shipped)
  func `without colours every standing still has its own line and every type its own shape`(
    theme: DiagramTheme
  ) {
    for isSymmetric in [false, true] {
      var looks: [String] = []
      for (polarity, status, tense) in [
        (Polarity.positive, AssertionStatus.asserted, TenseClass.current),
        (.positive, .claimed, .current), (.positive, .planned, .current),
        (.positive, .hypothetical, .current), (.positive, .asserted, .former),
        (.negative, .asserted, .current),
      ] {
        let style = theme.edge(
          family: .money, polarity: polarity, status: status, tense: tense,
          isSymmetric: isSymmetric, sources: 1)
        looks.append("\(style.pattern.rawValue) \(isSymmetric ? "" : style.arrow?.rawValue ?? "")")
      }
      #expect(Set(looks).count == looks.count, "\(looks)")
    }
    let shapes = EntityType.allCases.filter(\.isNode).map {
      let style = theme.node($0, isFocus: false)
      return "\(style.shape.rawValue) \(style.peripheries)"
    }
    #expect(Set(shapes).count == shapes.count)
  }

  @Test func `the template that users copy is the standard theme`() throws {
    #expect(try read(DiagramTheme.template) == .standard)
  }

  // MARK: Themes of one's own

  @Test(arguments: ["", "# nothing yet\n", "name: standard", "fonts:\n", "page: {}"])
  func `what a theme leaves out is as in the standard one`(yaml: String) throws {
    #expect(try read(yaml) == .standard)
  }

  @Test func `fonts, shapes, lines and colours can be changed one by one`() throws {
    let theme = try read(
      """
      name: gazette
      fonts: {family: "Gazette Serif, Georgia, serif", name: 12.5}
      entities:
        person: {shape: octagon, outline: double, fill: "#FFF"}
      families: {money: {light: "#004000"}}
      standings:
        claimed: {line: dashed}
        negated: {color: "#800000"}
      """)
    #expect(theme.name == "gazette")
    #expect(theme.fonts.list == "Gazette Serif,Georgia,serif")
    #expect(theme.fonts.name == 12.5 && theme.fonts.role == DiagramTheme.standard.fonts.role)
    let person = theme.entity(.person)
    #expect(person.shape == .octagon && person.hasDoubleOutline)
    #expect(person.fill == ThemedColor(light: "#ffffff", dark: "#ffffff"))
    #expect(person.border == DiagramTheme.standard.entity(.person).border)
    #expect(theme.color(.money).light == "#004000" && theme.color(.money).print == "#004000")
    #expect(theme.color(.money).dark == DiagramTheme.standard.color(.money).dark)
    #expect(theme.line(.claimed).pattern == .dashed && theme.line(.claimed).arrow == .empty)
    #expect(theme.color(.negated).dark == "#800000")
  }

  @Test(arguments: [
    ("colours: {}", "1:1", "unknown key 'colours'"),
    ("fonts:\n  famly: Arial", "2:3", "unknown key 'famly' in 'fonts'"),
    ("fonts:\n  name: 99", "2:9", "'fonts.name' must be a number from 6 to 40"),
    ("fonts:\n  family: \"A;}</style>\"", "2:11", "'fonts.family' must be"),
    ("fonts:\n  family: []", "2:11", "'fonts.family' must be"),
    ("page: {text: red}", "1:14", "'page.text' is no colour"),
    ("page:\n  text: #000000", "2:8", "'page.text' is no colour"),
    ("page:\n  text: {light: \"#12345\"}", "2:17", "'page.text.light' is no colour"),
    ("page:\n  text: {bright: \"#123456\"}", "2:10", "unknown key 'bright'"),
    ("entities:\n  robot: {}", "2:3", "unknown key 'robot' in 'entities'"),
    ("entities:\n  person:\n    shape: star", "3:12", "unknown value 'star'"),
    ("families: [power]", "1:11", "'families' must be a list of 'key: value'"),
    ("standings:\n  claimed: {color: \"#000000\"}", "2:13", "unknown key 'color'"),
    ("version: 2", "1:10", "version 1"),
    ("page: {text: \"#111111\"\nfonts: {", "2:1", "no YAML"),
    ("- a\n- b", "1:1", "the file must be a list of 'key: value'"),
    ("name: a\nname: b", "1:1", "occurs twice"),
  ])
  func `a mistake is told with its place`(yaml: String, place: String, words: String) throws {
    let error = try #require(throws: RelataError.self) { try read(yaml) }
    #expect(error.code == "RL5030")
    #expect(error.message.contains(words), "\(error)")
    #expect(error.location?.description == "own.yaml:\(place)", "\(error)")
  }

  @Test func `an unknown key gets the nearest one suggested`() throws {
    let error = try #require(throws: RelataError.self) { try read("famlies: {}") }
    #expect(error.hint == "did you mean 'families'?")
  }

  @Test func `too little contrast is warned of where the colour stands`() throws {
    let (_, warnings) = try DiagramTheme.read(
      "families:\n  money: {light: \"#f4a6c8\", dark: \"#e59ac3\"}", file: "own.yaml")
    #expect(warnings.map(\.code) == ["RL5031", "RL5031"])
    #expect(warnings[0].location?.description == "own.yaml:2:10")
    #expect(warnings[0].message.contains("'money'") && warnings[0].message.contains("in light"))
    #expect(warnings[1].message.contains("in print"))
  }

  @Test func `bytes that are no theme never trap`() {
    var generator = SeededGenerator(seed: 5)
    let pieces = Array(
      "page: {text: \"#12\"}\n  - &a *a !!x | > ? [ ] % @ ` \u{0} é 🙂 \t ---".unicodeScalars)
    for _ in 0..<400 {
      let count = Int.random(in: 0..<60, using: &generator)
      var text = String.UnicodeScalarView()
      for _ in 0..<count { text.append(pieces.randomElement(using: &generator) ?? "x") }
      _ = try? DiagramTheme.read(String(text), file: "noise.yaml")
    }
  }

  // MARK: In figures

  @Test func `a figure carries fonts and colours of its theme and nothing of another`() throws {
    let theme = try read(
      "fonts: {family: [Gazette, serif], title: 20}\nfamilies: {power: \"#102030\"}")
    let figure = try renderer.figure(
      of: MadeUpGraph.graph, options: DiagramOptions(theme: theme))
    #expect(figure.svg.contains("font-family=\"Gazette,serif\""))
    #expect(figure.svg.contains("#102030"))
    #expect(!figure.svg.contains("Liberation"))
    #expect(!figure.svg.contains(DiagramTheme.standard.color(.power).light))
    #expect(figure.svg.contains("font-size=\"20\""))
  }

  @Test func `one figure holds light, dark and print`() throws {
    let svg = try renderer.figure(of: MadeUpGraph.graph).svg
    #expect(svg.contains("@media screen and (prefers-color-scheme:dark)"))
    #expect(svg.contains("@media print{"))
    // What is dark on every screen is light on paper.
    let dark = try renderer.figure(of: MadeUpGraph.graph, options: DiagramOptions(colors: .dark))
      .svg
    let print = try #require(dark.range(of: "@media print{")).upperBound
    #expect(dark[print...].contains(".bg{fill:#ffffff}"))
  }

  @Test func `a theme in one colour has no legend of colours`() throws {
    let figure = try renderer.figure(
      of: MadeUpGraph.graph, options: DiagramOptions(theme: .monochrome))
    let words = try SVGElement(parsing: figure.svg).descendants(named: "text").map(\.text)
    #expect(words.contains("Lines") && !words.contains("Colors"))
  }

  @Test func `planned, possible and claimed lines differ in the drawing itself`() throws {
    let svg = try SVGElement(parsing: try renderer.figure(of: MadeUpGraph.graph).svg)
    let dashes = Set(svg.descendants(named: "path").compactMap { $0["stroke-dasharray"] })
    #expect(dashes.isSuperset(of: ["0.1,3.6", "6,3.6,0.1,3.6", "0.1,6", "5,3", "9,3.5"]))
  }
}
