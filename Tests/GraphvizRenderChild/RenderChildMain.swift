import Foundation
import Graphviz

/// The smallest program that can be a render child, for the tests of `IsolatedRenderer`.
@main struct RenderChildMain {
  static func main() {
    if let status = RenderChild.runIfRequested(arguments: CommandLine.arguments) { exit(status) }
    exit(64)
  }
}
