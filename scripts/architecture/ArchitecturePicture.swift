import Foundation
import Graphviz

/// Draws the rooms of the package and who uses whom.
///
/// Reads `swift package dump-package` from standard input and writes an SVG to standard output;
/// `scripts/architecture.sh` runs it.
@main struct ArchitecturePicture {
  static func main() throws {
    RenderChild.runIfRequested()
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: FileHandle.standardInput.readDataToEndOfFile())
    let house = House(manifest)
    let drawn = try IsolatedRenderer().render(house.graph, engine: .dot, format: .svg)
    let picture = try PictureStyle.applied(to: SVGElement(parsing: drawn.text), of: house)
    FileHandle.standardOutput.write(Data((picture.xml + "\n").utf8))
  }
}

/// What of the manifest is drawn.
struct Manifest: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]
  }

  /// A target of this package, or a product of another one.
  struct Dependency: Decodable {
    var name: String

    private enum Key: String, CodingKey { case byName, product, target }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let key =
        try container.allKeys.first.map { $0 } ?? { throw CocoaError(.coderValueNotFound) }()
      var parts = try container.nestedUnkeyedContainer(forKey: key)
      name = try parts.decode(String.self)
    }
  }

  var targets: [Target]
}
