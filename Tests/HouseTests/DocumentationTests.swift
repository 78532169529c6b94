import Foundation
import Testing

@Suite struct DocumentationTests {
  /// Public declarations of a file, and those of them without a comment, as "path:line: declaration".
  private func declarations(_ path: String, _ text: String) -> (count: Int, bare: [String]) {
    let code = SwiftSource(text).code
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var count = 0
    var bare: [String] = []
    for (i, line) in code.enumerated() {
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
      guard let access = words.first, access == "public" || access.hasPrefix("public("),
        words.dropFirst().first != "import", words.dropFirst().first != "extension"
      else { continue }
      count += 1
      var above = i - 1
      while above >= 0, lines[above].trimmingPrefix(while: \.isWhitespace).hasPrefix("@") {
        above -= 1
      }
      if above < 0 || !lines[above].trimmingPrefix(while: \.isWhitespace).hasPrefix("///") {
        bare.append("\(path):\(i + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
    return (count, bare)
  }

  @Test func nineOfTenPublicDeclarationsSayWhatAReaderCannotSee() throws {
    var counts: [String: (count: Int, bare: [String])] = [:]
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      let found = declarations(path, text)
      counts[Checkout.target(of: path), default: (0, [])].count += found.count
      counts[Checkout.target(of: path), default: (0, [])].bare += found.bare
    }
    let all = counts.values.reduce(0) { $0 + $1.count }
    let bare = counts.values.reduce(0) { $0 + $1.bare.count }
    #expect(all > 1_000)
    let worst = counts.sorted { $0.value.bare.count > $1.value.bare.count }.prefix(3)
    #expect(
      Double(bare) <= 0.1 * Double(all),
      "\(bare) of \(all) have no comment; \(worst.map { "\($0.key): \($0.value.bare.prefix(8))" })")
  }

  @Test func everyRoomThatProgramsImportHasACatalogue() throws {
    let manifest = try Checkout.text("Package.swift")
    let products = manifest.matches(of: #/(?s)\.library\(\s*name: "\w+",\s*targets: \[(.*?)\]/#)
    let targets = Set(
      products.flatMap { $0.1.split { !$0.isLetter }.map(String.init) })
    #expect(targets.count > 8)
    for target in targets.sorted() {
      let files = try Checkout.files(in: "Sources/\(target)/Documentation.docc")
      #expect(!files.isEmpty, "Sources/\(target)/Documentation.docc is missing")
    }
  }
}
