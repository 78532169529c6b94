import Foundation
import Testing

@testable import Graphviz

/// Graphviz's own sample graphs, which `scripts/graphviz-conformance.sh` fetches and names by
/// `GRAPHVIZ_SAMPLES`, a folder; without it there is nothing to compare with.
@Suite struct ConformanceTests {
  static let folder = ProcessInfo.processInfo.environment["GRAPHVIZ_SAMPLES"]

  static var samples: [String] {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else {
      return []
    }
    return names.filter { $0.hasSuffix(".gv") || $0.hasSuffix(".dot") }.sorted()
  }

  /// The text of a sample; older ones are in Latin-1, which ``DOTGraph/read(utf8:)`` refuses.
  private func text(_ name: String) throws -> String {
    let url = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent(name)
    let data = try Data(contentsOf: url)
    return String(validating: data, as: UTF8.self)
      ?? String(String.UnicodeScalarView(data.map { Unicode.Scalar($0) }))
  }

  @Test(.enabled(if: folder != nil))
  func thereAreSamples() { #expect(Self.samples.count > 20) }

  @Test(.enabled(if: folder != nil), arguments: samples)
  func whatIsWrittenReadsBackAsTheSameGraph(name: String) throws {
    let graph = try DOTGraph.read(text(name)).graph
    let again = try DOTGraph.read(try graph.source()).graph
    #expect(again == graph)
    #expect(try again.source() == graph.source())
  }

  @Test(
    .enabled(if: folder != nil), arguments: samples,
    ["svg", "png", "json"] as [OutputFormat])
  func everyRenderEndsInAPictureOrATypedError(name: String, format: OutputFormat) throws {
    var options = RenderOptions(timeout: 10)
    options.limit = SizeLimit.none
    do {
      let result = try Fixtures.renderer.render(
        source: text(name), engine: .dot, format: format, options: options)
      #expect(!result.data.isEmpty)
      switch format {
      case .svg: _ = try SVGElement(parsing: result.text)
      case .json: _ = try JSONSerialization.jsonObject(with: result.data)
      default: #expect(result.data.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      }
    } catch let error as GraphvizError {
      #expect(!error.description.isEmpty)
      Attachment.record("\(name) as \(format.rawValue): \(error)", named: "typed error")
    }
  }
}
