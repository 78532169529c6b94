import Foundation
import Graphviz

/// A program that draws but has forgotten to call `RenderChild.runIfRequested()`.
///
/// Each run adds a line to the file whose path is the program's own with ".runs" after it; a tenth run
/// gives up, so that a fault ends.
@main struct HooklessProgram {
  static func main() {
    let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    let runs = path + ".runs"
    let before = (try? String(contentsOfFile: runs, encoding: .utf8)) ?? ""
    let lines = before.split(separator: "\n").count
    guard lines < 9 else { exit(9) }
    try? (before + "run\n").write(toFile: runs, atomically: true, encoding: .utf8)
    var graph = DOTGraph()
    graph.addNode("n1", [.label: "alone"])
    // "itself" goes round the check that the program knows its own name.
    let asksForItself = CommandLine.arguments.dropFirst().first == "itself"
    let renderer = IsolatedRenderer(executable: asksForItself || lines > 0 ? path : nil)
    do {
      print(try renderer.render(graph).text)
    } catch {
      FileHandle.standardError.write(Data("\(error)\nhint: \(error.hint ?? "")\n".utf8))
      exit(1)
    }
  }
}
