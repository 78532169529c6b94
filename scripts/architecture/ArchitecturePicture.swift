import Foundation
import Graphviz

/// Draws the rooms of the package and who uses whom, twice: for light and for dark pages.
///
/// Reads `swift package dump-package` from standard input and writes the two SVG files named as arguments;
/// `scripts/architecture.sh` runs it.
@main struct ArchitecturePicture {
  static func main() throws {
    RenderChild.runIfRequested()
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: FileHandle.standardInput.readDataToEndOfFile())
    let house = House(manifest)
    let drawn = try IsolatedRenderer().render(house.graph, engine: .dot, format: .svg)
    let picture = try SVGElement(parsing: drawn.text)
    for (path, isDark) in zip(CommandLine.arguments.dropFirst(), [false, true]) {
      let styled = PictureStyle(isDark: isDark).applied(to: picture)
      try Data((styled.xml + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
  }
}
