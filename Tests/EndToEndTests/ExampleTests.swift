import Foundation
import Testing

/// What stands beside the example articles is what the program makes of them.
@Suite(.serialized) struct ExampleTests {
  /// Reports are compared, figures are not: coordinates differ with the version of Graphviz.
  @Test(arguments: ["panjshir", "ownership", "courtroom"])
  func theReportIsWhatTheProgramWrites(name: String) throws {
    let place = try Workplace()
    let examples = Tool.checkout.appending(path: "examples")
    let build = try Tool.run(
      "build", examples.appending(path: "\(name).txt").path, "-g", "\(name).relata", in: place)
    #expect(build.status == 0, "\(build.err)")
    let report = try Tool.run(
      "report", "--graph", "\(name).relata", "--format", "md", "--output", "\(name).md", in: place)
    #expect(report.status == 0, "\(report.err)")
    let written = try String(contentsOfFile: place.path + "/\(name).md", encoding: .utf8)
    let kept = try String(contentsOf: examples.appending(path: "\(name).md"), encoding: .utf8)
    #expect(written == kept, "run scripts/examples.sh and look at the change")
  }
}
