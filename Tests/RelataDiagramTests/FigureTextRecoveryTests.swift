import Foundation
import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

/// Any name that a text can hold is found again in the figure, scalar by scalar.
@Suite struct FigureTextRecoveryTests {
  private let renderer = FigureRenderer(
    renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))

  /// Random scalars of every plane, with those that mean something to DOT, XML and CSS more often.
  private func name(_ generator: inout SeededGenerator) -> String {
    let special = Array("\\\"'&<>{}|[]#;:%$`~/\u{200D}\u{301}\u{5D0}\u{627}中😀".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...14, using: &generator) {
      if Bool.random(using: &generator) {
        text.append(special.randomElement(using: &generator) ?? "x")
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0x20...0x2FFFF, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  @Test(arguments: 1...3)
  func `any Unicode name comes back from the SVG`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var entities: [Entity] = []
    var relations: [Relation] = []
    for index in 0..<20 {
      entities.append(
        Entity(id: EntityID("e\(index + 10)"), name: name(&generator), type: .person))
      guard index > 0 else { continue }
      relations.append(MadeUpGraph.relation("r\(index + 10)", "e10", "hired", "e\(index + 10)"))
    }
    let graph = KnowledgeGraph(entities: entities, relations: relations)
    let svg = try SVGElement(parsing: try renderer.figure(of: graph).svg)
    let groups = svg.descendants(named: "g").filter { $0["data-entity"] != nil }
    #expect(groups.count == 20)
    for group in groups {
      let entity = try #require(graph.entity(EntityID(group["data-entity"] ?? "")))
      let clean = DisplayText.clean(entity.name)
      let expected = clean.isEmpty ? entity.id.rawValue : clean
      let label = group["aria-label"] ?? ""
      #expect(
        scalars(label).starts(with: scalars("Person: \(expected); ")), "\(scalars(expected))")
      let shown = group.elements.filter { $0.name == "text" }.map(\.text).joined(separator: " ")
      let wrapped = DisplayText.wrap(expected, width: 22, lines: 2).joined(separator: " ")
      #expect(scalars(shown) == scalars(wrapped), "\(shown) \(wrapped)")
    }
  }

  /// Scalars, as canonically equivalent texts are not the same text; Graphviz writes some spaces as
  /// no-break spaces.
  private func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.map { $0.value == 0xA0 ? 0x20 : $0.value }
  }

  @Test(arguments: [120, 640, 1_201, 3_000])
  func `a PNG has the width asked for`(width: Int) throws {
    let png = try renderer.image(of: MadeUpGraph.graph, format: .png, width: width).data
    let bytes = Array(png[png.startIndex + 16..<png.startIndex + 20])
    let actual = bytes.reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(actual - width) <= 1, "\(actual)")
  }

  @Test func `a width that nobody can print is refused`() {
    for width in [0, -5, 99, 10_001] {
      #expect(throws: RelataError.self) {
        try renderer.image(of: MadeUpGraph.graph, format: .png, width: width)
      }
    }
  }

  @Test func `a PDF tells nobody when it was made and is the same each time`() throws {
    let one = try renderer.image(of: MadeUpGraph.graph, format: .pdf).data
    let two = try renderer.image(of: MadeUpGraph.graph, format: .pdf).data
    #expect(one == two)
    let text = String(decoding: one, as: UTF8.self)
    #expect(text.contains("D:19700101000000"))
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    #expect(!text.contains("D:\(year)"))
  }

  /// Alone in its process (`RELATA_LONG_TESTS=1 swift test --filter "memory stays flat"`): what other tests
  /// allocate beside it would be counted.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RELATA_LONG_TESTS"] == "1"))
  func `memory stays flat over many figures`() throws {
    let options = DiagramOptions(focus: [EntityID("mara")])
    func draw(_ count: Int) throws {
      for _ in 0..<count { _ = try renderer.figure(of: MadeUpGraph.graph, options: options) }
    }
    try draw(20)
    let before = residentKilobytes
    try draw(500)
    // A leak of one figure's elements each time would be many times this.
    #expect(residentKilobytes - before < 40_000)
  }

  private var residentKilobytes: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4 } ?? 0
  }
}
