import Foundation
import Testing

@Suite struct ImportTests {
  @Test func everyTargetStandsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Checkout.root.appending(path: "Sources").path
    ).filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Set(HouseTable.allowed.keys))
  }

  @Test func everyFileImportsOnlyWhatTheTableAllows() throws {
    var violations: [String] = []
    for (path, text) in try Checkout.swiftFiles(in: "Sources") {
      let allowed = try #require(HouseTable.allowed[Checkout.target(of: path)])
      for module in SwiftSource(text).imports
      where !allowed.contains(module) && !HouseTable.system.contains(module) {
        violations.append("\(path) imports \(module)")
      }
    }
    #expect(violations.isEmpty)
  }

  @Test func theManifestDeclaresNothingTheTableForbids() throws {
    let manifest = try Checkout.text("Package.swift")
    let names = manifest.matches(of: #/(?s)room\(\s*"(\w+)",\s*\[(.*?)\]/#)
    #expect(names.count >= 10)
    for match in names {
      let target = String(match.1)
      let allowed = try #require(HouseTable.allowed[target])
      let dependencies = match.2.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      let spelled = ["yams": "Yams", "grdb": "GRDB", "argumentParser": "ArgumentParser"]
      for dependency in dependencies {
        let module = spelled[dependency] ?? dependency
        #expect(allowed.contains(module), "\(target) declares \(module)")
      }
    }
  }

  @Test func importsAreFoundInCodeAndNotInCommentsOrStrings() {
    let source = SwiftSource(
      """
      import A
      public import B
      @testable import C
      import struct D.Thing
      // import E
      /* import F /* nested */ import G */
      let text = "import H"
      let raw = #"\""# ; import I
      """)
    #expect(Set(source.imports).isSuperset(of: ["A", "B", "C", "D"]))
    #expect(Set(source.imports).isDisjoint(with: ["E", "F", "G", "H"]))
  }
}
