import Foundation
import Testing

/// The architecture picture is the manifest's: `scripts/architecture.sh` draws it anew.
@Suite struct ArchitectureTests {
  /// What each target of the manifest depends on, read from its text.
  private func declared() throws -> [String: Set<String>] {
    let manifest = try Checkout.text("Package.swift")
    let spelled = ["yams": "Yams", "grdb": "GRDB", "argumentParser": "ArgumentParser"]
    var found: [String: Set<String>] = [:]
    func add(_ name: Substring, _ list: Substring?) {
      let names = (list ?? "").split { !$0.isLetter && !$0.isNumber }.map(String.init)
      found[String(name)] = Set(names.map { spelled[$0] ?? $0 })
    }
    for match in manifest.matches(of: #/(?s)\broom\(\s*"(\w+)"(?:,\s*\[(.*?)\])?/#) {
      add(match.1, match.2)
    }
    for match in manifest.matches(of: #/\.systemLibrary\(\s*name:\s*"(\w+)"/#) { add(match.1, nil) }
    for match in manifest.matches(of: #/\.target\(name:\s*"(\w+)"\)/#) { add(match.1, nil) }
    let executables = manifest.matches(
      of: #/(?s)\.executableTarget\(\s*name:\s*"([\w-]+)",\s*dependencies:\s*\[(.*?)\],\s*(\w+):/#)
    for match in executables where match.3 != "path" { add(match.1, match.2) }
    for library in found.values.joined() where found[library] == nil { found[library] = [] }
    return found
  }

  /// What the picture says that each target uses.
  private func drawn(_ picture: String) throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for match in try Checkout.text(picture).matches(of: #/<title>([^<]*)</title>/#) {
      let parts = match.1.split(separator: " uses ")
      let uses = parts.count == 2 ? parts[1].split(separator: ", ").map(String.init) : []
      found[String(parts[0]), default: []].formUnion(uses)
    }
    return found
  }

  @Test(arguments: ["docs/architecture.svg", "docs/architecture-dark.svg"])
  func aPictureShowsTheTargetsOfTheManifestAndWhatTheyUse(picture: String) throws {
    let (declared, drawn) = try (declared(), drawn(picture))
    #expect(declared.count > 20)
    #expect(
      Set(declared.keys) == Set(drawn.keys), "run scripts/architecture.sh: the targets have changed"
    )
    for (name, uses) in declared {
      #expect(
        drawn[name] == uses, "run scripts/architecture.sh: what \(name) uses has changed")
    }
  }
}
