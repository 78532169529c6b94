import Foundation
import Testing

/// Figures and reports of the built program for the protection of sources, and series of figures.
@Suite(.serialized) struct RedactedFigureTests {
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write("ahmad-massoud.txt", "Massoud leaves for Dushanbe\n\n" + Articles.first + "\n")
    let built = try Tool.run("build", "ahmad-massoud.txt", "-g", "massoud.relata", in: place)
    #expect(built.status == 0, "\(built.err)")
    return place
  }

  @Test(arguments: ["a.svg", "a.pdf", "a.png", "a.html", "a.md", "a.dot", "a.mmd", "a.d2"])
  func noByteNamesTheRedacted(file: String) throws {
    let place = try place()
    let isReport = ["a.html", "a.md"].contains(file)
    let run = try Tool.run(
      isReport ? "report" : "render", "--focus", "Ahmad Massoud", "--redact", "Ahmad Massoud",
      "--strip-metadata", "-g", "massoud.relata", "-o", file, in: place)
    #expect(run.status == 0, "\(run.err)")
    var names = [file]
    if file == "a.md" { names.append("a.svg") }
    for name in names {
      let data = try Data(contentsOf: URL(fileURLWithPath: place.path + "/" + name))
      let text = String(decoding: data, as: UTF8.self).lowercased()
      #expect(!data.isEmpty && !text.contains("massoud"), "\(name)")
      #expect(!text.contains(place.path) && !text.contains(".txt"))
      if !file.hasSuffix("pdf"), !file.hasSuffix("png") { #expect(text.contains("person a")) }
    }
  }

  @Test func aFigureIsSplitWhereOneDoesNotHoldEverything() throws {
    let place = try place()
    let run = try Tool.run(
      "render", "--split", "4", "--max-entities", "3", "-g", "massoud.relata", "-o", "all.svg",
      in: place)
    #expect(run.status == 0, "\(run.err)")
    #expect(place.exists("all-1.svg") && place.exists("all-2.svg") && !place.exists("all.svg"))
    #expect(try place.text("all-1.svg").contains("(1 of "))
  }

  @Test func aFigureKeepsThePlacesOfTheOneBefore() throws {
    let place = try place()
    #expect(
      try Tool.run("render", "-g", "massoud.relata", "-o", "one.svg", in: place).status == 0)
    try place.write("second.txt", Articles.second)
    #expect(try Tool.run("build", "second.txt", "-g", "massoud.relata", in: place).status == 0)
    let run = try Tool.run(
      "render", "-g", "massoud.relata", "--previous", "one.svg", "-o", "two.svg", in: place)
    #expect(run.status == 0 && !run.err.contains("RL5024"), "\(run.err)")
  }
}
