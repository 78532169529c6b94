import GRDB
import Testing

/// A graph file that somebody changed, asked by every command.
@Suite struct HostileGraphTests {
  @Test(
    arguments: [
      ["neighbors", "Ahmad Massoud"], ["path", "Robert Stryk", "Lindsey Graham"],
      ["show", "Ahmad Massoud"], ["relations"], ["report", "--format", "md", "--output", "-"],
      ["render", "--format", "dot"],
    ], ["sentence = 9223372036854775807", "\"end\" = 9223372036854775807", "\"start\" = -1"])
  func damageIsToldAndNoTrap(command: [String], change: String) async throws {
    let sample = try await SampleGraph()
    let database = try DatabaseQueue(path: sample.graph)
    try await database.write { try $0.execute(sql: "UPDATE assertion SET \(change)") }
    try database.close()
    let run = await InProcess.run(command + ["--graph", sample.graph])
    #expect(run.status == 66 && run.err.contains("RL4004"), "\(run.status) \(run.err)")
  }
}
