import Foundation
import Graphviz

/// The smallest program that can be a render child, for the tests of `IsolatedRenderer`.
@main struct RenderChildMain {
  static func main() {
    RenderChild.runIfRequested()
    exit(64)
  }
}
