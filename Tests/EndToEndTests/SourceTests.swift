import Foundation
import Testing

/// Who says so, and who says otherwise, in the articles of one affair.
@Suite struct SourceTests {
  private func graph() throws -> Workplace {
    let place = try Workplace()
    let affair = Tool.checkout.appending(path: "examples/affair").path
    let run = try Tool.run("build", affair, in: place)
    #expect(run.status == 0, "\(run.err)")
    return place
  }

  @Test func `a wire story in three papers is one report`() throws {
    let place = try graph()
    let documents = try Tool.run("documents", "--format", "jsonl", in: place).objects()
    let copies = documents.filter { ($0["copies"] as? [String])?.count == 2 }
    #expect(
      copies.compactMap { $0["id"] as? String }.map { String($0.prefix(16)) } == [
        "04-bank-searched", "05-bank-searched", "06-bank-searched",
      ])
    #expect(documents.filter { ($0["copies"] as? [String])?.isEmpty == true }.count == 7)
    let relations = try Tool.run(
      "relations", "--of", "Edda Solin", "--format", "jsonl", in: place
    ).objects()
    let lawyer = try #require(relations.first { $0["relation"] as? String == "represents" })
    let support = try #require(lawyer["corroboration"] as? [String: Any])
    #expect(support["reports"] as? Int == 2 && support["outlets"] as? Int == 3)
    #expect(support["partyIsSource"] as? Bool == false)
    let dossier = try Tool.run("neighbors", "Edda Solin", in: place).text
    #expect(dossier.contains("2 reports, printed by 3 outlets"))
    #expect(dossier.contains("— also The Ardesk Gazette"))
    let report = try Tool.run("report", "--focus", "Edda Solin", "--format", "html", in: place)
    #expect(report.text.contains("printed by 3 outlets"))
    #expect(report.text.contains("; also The Ardesk Gazette"))
  }

  @Test func `what an outlet took back stands beside what it said`() throws {
    let place = try graph()
    let run = try Tool.run("conflicts", "--format", "jsonl", in: place)
    let kinds = try run.objects().map { $0["kind"] as? String }
    #expect(kinds == ["corrected", "owners"])
    #expect(try Tool.run("conflicts", "Edda Solin", "--json", in: place).text == "[]\n")
    let csv = try Tool.run("conflicts", "--format", "csv", in: place).text
    #expect(csv.contains("She does not own the company and never did."))
    #expect(csv.contains("claimed: says a person") && !csv.contains("An earlier version"))
    let report = try Tool.run(
      "report", "--focus", "Nadja Velisar", "--depth", "2", "--format", "html", in: place
    ).text
    #expect(report.contains("Contradictions") && report.contains("Nadja Velisar: taken back"))
    let plain = try Tool.run("report", "--focus", "Edda Solin", "--format", "html", in: place).text
    #expect(!plain.contains("Contradictions"))
    for format in [["conflicts", "--json"], ["conflicts"], ["report", "--format", "md"]] {
      let safe = try Tool.run(
        format + [
          "--redact", "Nadja Velisar=Person A", "--redaction-key", "key.json", "--strip-metadata",
        ], in: place)
      #expect(safe.status == 0 && safe.text.contains("Person A"), "\(safe.err)")
      for secret in ["Nadja", "Courier", "harbourcourier", "07-delaware", "2023-02-03"] {
        #expect(!safe.text.contains(secret), "\(format): \(secret)")
      }
    }
  }

  /// The agency story is known to one paper alone here, and the interview to nobody.
  @Test func `a confidential document is in no figure and no report`() throws {
    let place = try graph()
    let commands = [
      ["report", "--format", "html"], ["report", "--format", "md"], ["render", "--format", "svg"],
      ["render", "--format", "dot"], ["show", "Yusuf Tarabine"], ["relations", "--json"],
      ["entities", "--json"], ["neighbors", "Yusuf Tarabine"], ["documents", "--json"],
    ]
    // Whom and what only the interview names, and words of its own.
    let secrets = ["Cedar Business Review", "Zahle", "contractor-interview"]
    func outputs(_ options: [String] = []) throws -> String {
      try commands.map { try Tool.run($0 + options, in: place) }.map { $0.text + $0.err }.joined()
    }
    let before = try outputs()
    for secret in secrets { #expect(before.contains(secret), "\(secret)") }
    #expect(try Tool.run("confidential", "Cedar Business Review", in: place).status == 0)
    let after = try outputs()
    for secret in secrets { #expect(!after.contains(secret), "\(secret)") }
    let asked = try outputs(["--confidential"])
    for secret in secrets { #expect(asked.contains(secret), "\(secret)") }
    let affair = Tool.checkout.appending(path: "examples/affair").path
    #expect(try Tool.run("build", affair, in: place).err.contains("12 unchanged"))
    #expect(!(try outputs().contains("Zahle")))
  }
}
