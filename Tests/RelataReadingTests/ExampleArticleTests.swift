import Foundation
import RelataCore
import RelataReading
import Testing

/// The articles of `examples/` are what they claim to be.
@Suite struct ExampleArticleTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("examples").path

  private func read(_ name: String) throws -> Document {
    for event in DocumentReader().read([.path(Self.folder + "/" + name)]) {
      if case .document(let document) = event { return document }
      Issue.record("\(event)")
    }
    return try #require(nil as Document?)
  }

  @Test func `the page furniture of the ownership story is found and nothing else`() throws {
    let document = try read("ownership.txt")
    #expect(
      document.furniture.map { document.text[$0].prefix(20) } == [
        "By Petra Lindqvist a", "Photo: Marta Quill/A", "Sign up for our news",
        "MOST READ How a Beac",
        "Related Inside the R", "Additional reporting",
      ])
    #expect(document.published == "2023-03-14")
    #expect(document.title == "Minister's sister held stake in port operator, filings show")
  }

  @Test(arguments: ["panjshir.txt", "courtroom.txt"])
  func `the other stories hold no furniture`(name: String) throws {
    let document = try read(name)
    #expect(document.furniture == [])
    #expect(document.title != nil)
    #expect((350...600).contains(document.text.string.split(whereSeparator: \.isWhitespace).count))
  }
}
