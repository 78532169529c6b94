import Foundation
import Testing

@testable import Graphviz

@Suite struct PDFDateTests {
  @Test(arguments: [
    ("/CreationDate (D:20261130032101Z)", "/CreationDate (D:19700101000000Z)"),
    ("/CreationDate (D:20261130032101+01'00)", "/CreationDate (D:19700101000000+00'00)"),
    ("x /ModDate (D:20261130) 2026", "x /ModDate (D:19700101) 2026"),
    ("/CreationDate (D:2026", "/CreationDate (D:1970"),
    ("/Title (D:20261130)", "/Title (D:20261130)"), ("/", "/"), ("", ""),
  ])
  func onlyTheDigitsOfDatesChange(text: String, expected: String) {
    #expect(PDFDate.removed(from: Data(text.utf8)) == Data(expected.utf8))
  }

  @Test func equalDrawingsAreEqualFilesWheneverTheyAreMade() throws {
    let renderers: [any GraphRenderer] = [Fixtures.renderer, InProcessRenderer()]
    for renderer in renderers {
      let first = try renderer.render(Fixtures.pair(), format: .pdf).data
      Thread.sleep(forTimeInterval: 1.1)
      #expect(try renderer.render(Fixtures.pair(), format: .pdf).data == first)
      #expect(first.starts(with: Array("%PDF".utf8)))
    }
  }
}
