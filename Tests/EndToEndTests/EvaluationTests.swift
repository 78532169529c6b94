import Foundation
import Testing

/// Scores come from the files given, as counts and rates.
@Suite(.serialized) struct EvaluationTests {
  private func rows(_ run: Tool.Run) throws -> [String: [String: Any]] {
    let rows = try #require(try JSONSerialization.jsonObject(with: run.out) as? [[String: Any]])
    var byScore: [String: [String: Any]] = [:]
    for row in rows { byScore[try #require(row["score"] as? String)] = row }
    return byScore
  }

  @Test func pairsOfNamesAreScoredByType() throws {
    let place = try Workplace()
    try place.write(
      "pairs.tsv",
      """
      type\tname_a\tname_b\tsame
      PERSON\tYusuf Adil Khalidov\tYoussef Adil Khalidov\t1
      PERSON\tOmar Fadil Zarqi\tOmar Fadil Zarqi\t1
      PERSON\tMarta Kowalenko\tPiotr Wilk\t0
      PERSON\tAbu Nadir\tTomasz Hollander\t1
      ORGANIZATION\tZelmash Invest LLC\tOOO Zelmash Invest\t1
      ORGANIZATION\tBank of Torvia\tKestrel Freight\t0

      """)
    let run = try Tool.run("eval", "--identity", "pairs.tsv", "--json", in: place)
    #expect(run.status == 0, "\(run.err)")
    let rows = try rows(run)
    #expect(rows["PERSON pairs"]?["value"] as? Int == 4)
    #expect(rows["ORGANIZATION pairs"]?["value"] as? Int == 2)
    #expect(rows["PERSON same"]?["truePositives"] as? Int == 2)
    #expect(rows["PERSON same"]?["falsePositives"] as? Int == 0)
    #expect(rows["PERSON different"]?["truePositives"] as? Int == 1)
    #expect(rows["PERSON at precision .98"]?["recall"] as? Double ?? 0 > 0.6)
    let listed = try Tool.run("eval", "--identity", "pairs.tsv", "--errors", in: place)
    #expect(String(decoding: listed.out, as: UTF8.self).contains("Abu Nadir | Tomasz Hollander"))
    try place.write("broken.tsv", "PERSON\tAnna Kern\t1\n")
    let broken = try Tool.run("eval", "--identity", "broken.tsv", in: place)
    #expect(broken.status != 0)
    #expect(broken.err.contains("RL8011"), "\(broken.err)")
  }

  @Test func namesTreesAndEdgesAreScored() throws {
    let place = try Workplace()
    try place.write(
      "names.tsv",
      """
      On\tO
      Wednesday\tO
      ,\tO
      Ahmad\tB-PER
      Massoud\tI-PER
      hired\tO
      Washington\tB-LOC
      lobbyist\tO
      Robert\tB-PER
      Stryk\tI-PER
      .\tO

      """)
    try place.write(
      "trees.conllu",
      """
      # text = Anna founded Acme.
      1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
      2\tfounded\tfound\tVERB\tVBD\t_\t0\troot\t_\t_
      3\tAcme\tAcme\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No
      4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

      """)
    try place.write(
      "edges.jsonl",
      #"{"id":"1","text":"Anna Kern founded Acme Corporation.","sentences":[[0,35]],"entities":[{"id":"e1","name":"Anna Kern","type":"PERSON","aliases":[]},{"id":"e2","name":"Acme Corporation","type":"ORGANIZATION","aliases":[]}],"relations":[{"subject":"e1","relation":"founded","object":"e2","polarity":"positive","status":"asserted","tense":"current","attribution":null,"evidence":{"sentence":0}}]}"#
        + "\n")
    let run = try Tool.run(
      "eval", "--names", "names.tsv", "--trees", "trees.conllu", "--edges", "edges.jsonl", "--json",
      in: place)
    #expect(run.status == 0, "\(run.err)")
    let rows = try rows(run)
    for (score, gold) in [
      ("names", 3), ("words", 4), ("heads (UAS)", 4), ("typed", 1), ("strict", 1),
    ] {
      let row = try #require(rows[score], "\(score)")
      let right = try #require(row["truePositives"] as? Int)
      let missed = try #require(row["falseNegatives"] as? Int)
      #expect(right + missed == gold, "\(score)")
      #expect((0...1).contains(try #require(row["f1"] as? Double)))
    }
    #expect(rows["words"]?["truePositives"] as? Int == 4)
  }

  @Test func coreferenceIsScoredBesideItsBaseline() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.path + "/clusters", withIntermediateDirectories: true)
    try place.write(
      "clusters/doc.conll",
      "# begin document doc\n0\tAnna\t(1\n1\tKern\t1)\n2\tfounded\t_\n3\tAcme\t_\n4\t.\t_\n5\tShe\t(1)\n"
        + "6\tleft\t_\n7\t.\t_\n\n")
    try place.write("clusters/absent.conll", "0\tIt\t(1)\n1\trained\t_\n2\tit\t(1)\n")
    try place.write(
      "text.conllu",
      """
      # newdoc id = doc
      1\tAnna\tAnna\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
      2\tKern\tKern\tPROPN\tNNP\t_\t1\tflat\t_\t_
      3\tfounded\tfound\tVERB\tVBD\t_\t0\troot\t_\t_
      4\tAcme\tAcme\tPROPN\tNNP\t_\t3\tobj\t_\tSpaceAfter=No
      5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

      1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
      2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
      3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

      """)
    try place.write(
      "gap.tsv", "1\tAnna met Zoë and she left.\tshe\t17\tAnna\t0\tTRUE\tZoë\t9\tFALSE\tu\n")
    let run = try Tool.run(
      "eval", "--coreference", "clusters", "text.conllu", "--gap", "gap.tsv", "--trees",
      "text.conllu", "--robustness", "--calibration", "--json", in: place)
    #expect(run.status == 0, "\(run.err)")
    let rows = try rows(run)
    for system in ["closest antecedent", "coreference"] {
      // Only the document of the treebank is scored.
      let mentions = try #require(rows["\(system), mentions"])
      let right = try #require(mentions["truePositives"] as? Int)
      #expect(right + (try #require(mentions["falseNegatives"] as? Int)) == 2)
      #expect((0...1).contains(try #require(rows["\(system), mean (CoNLL)"]?["f1"] as? Double)))
    }
    #expect((rows["pronouns, accuracy"]?["value"] as? Double).map { $0 >= 0.5 } == true)
    let variants = try #require(rows["words"]?["f1OfVariants"] as? [String: Double])
    #expect(variants.count == 4 && variants["upperCase"] == 1)
    #expect(rows["upos, calibration error"]?["value"] is Double)
    try place.write("text.conllu", "# newdoc id = doc\n1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\t_\n\n")
    let other = try Tool.run("eval", "--coreference", "clusters", "text.conllu", in: place)
    #expect(other.status == 65 && other.err.contains("[RL8105]"))
  }

  private static let founded =
    #"{"id":"1","text":"Anna Kern founded Acme Corporation.","sentences":[[0,35]],"entities":[{"id":"e1","name":"Anna Kern","type":"PERSON","aliases":["Anna Kern"]},{"id":"e2","name":"Acme Corporation","type":"ORGANIZATION","aliases":["Acme Corporation"]}],"relations":[{"subject":"e1","relation":"founded","object":"e2","polarity":"positive","status":"asserted","tense":"current","attribution":null,"evidence":{"sentence":0,"subject":[0,9],"object":[18,34],"trigger":[10,17]}},{"subject":"e1","relation":"owns","object":"e2","polarity":"positive","status":"asserted","tense":"current","attribution":null,"evidence":{"sentence":0,"subject":[0,9],"object":[18,34],"trigger":[10,17]}}]}"#
    + "\n"

  @Test func theOracleStartsFromTheNamesOfTheAnnotation() throws {
    let place = try Workplace()
    // A name that no model can know, so that only the oracle finds it.
    try place.write(
      "gold.jsonl", Self.founded.replacing("Acme Corporation", with: "nexgen xr system"))
    let run = try Tool.run(
      "eval", "--gold", "gold.jsonl", "--oracle", "--detailed", "--errors", "--json", in: place)
    #expect(run.status == 0, "\(run.err)")
    let rows = try rows(run)
    #expect(rows["typed"]?["truePositives"] as? Int == 0)
    // Without capitals the alias is no name to the oracle either.
    #expect(rows["gold names: typed"]?["truePositives"] as? Int == 0)
    try place.write("named.jsonl", Self.founded)
    let named = try self.rows(
      try Tool.run(
        "eval", "--gold", "named.jsonl", "--oracle", "--detailed", "--errors", "--json", in: place))
    for level in ["gold names", "gold entities", "gold references"] {
      #expect(named["\(level): typed"]?["truePositives"] as? Int == 1, "\(level)")
    }
    #expect(named["missed: read as another relation"]?["edges"] as? Int == 1)
    // At 0.5 the head also reads, barely, that the founder leads.
    let surer = try self.rows(
      try Tool.run(
        "eval", "--gold", "named.jsonl", "--oracle", "--detailed", "--errors", "--json",
        "--min-confidence", "0.6", in: place))
    #expect(surer["error"]?["error"] as? String == "missed")
    #expect(surer["calibration error"]?["assertions"] as? Int == 1)
  }

  @Test func trapsAreScoredByHalves() throws {
    let place = try Workplace()
    let item = """
      "category":"plain","text":"Anna Kern founded Acme Corporation.","right":[{"subject":"Anna Kern",\
      "relation":"founded","object":"Acme Corporation","polarity":"positive"}],"wrong":[{"subject":"Anna Kern",\
      "relation":["owns","founded"],"object":"Acme Corporation","polarity":"positive"}]
      """
    try place.write("traps.jsonl", "{\"id\":\"t1\",\(item)}\n{\"id\":\"t2\",\(item)}\n")
    let run = try Tool.run("eval", "--traps", "traps.jsonl", "--detailed", "--json", in: place)
    #expect(run.status == 0, "\(run.err)")
    let rows = try #require(try JSONSerialization.jsonObject(with: run.out) as? [[String: Any]])
    let totals = rows.filter { $0["category"] as? String == "all" }
    #expect(totals.map { $0["half"] as? String } == ["both", "dev", "held"])
    #expect(totals.map { $0["items"] as? Int } == [2, 1, 1])
    #expect(
      totals.allSatisfy { $0["wrongRate"] as? Double == 1 && $0["rightRate"] as? Double == 1 })
    // Failures of the held half are not shown unasked.
    let failures = rows.filter { $0["score"] as? String == "error" }
    #expect(failures.map { $0["document"] as? String } == ["t1"])
  }

  @Test func aFileThatIsNotAnnotatedIsTold() throws {
    let place = try Workplace()
    try place.write("x.jsonl", "{\"id\": 1}\n")
    let run = try Tool.run("eval", "--edges", "x.jsonl", in: place)
    #expect(run.status == 65)
    #expect(run.err.contains("x.jsonl:1: "))
    let missing = try Tool.run("eval", "--names", "nosuch.tsv", in: place)
    #expect(missing.status == 66)
    #expect(missing.err.contains("[RL7204]"))
  }
}
