import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline

extension EvalAction {
  /// One document with its text and the clusters somebody annotated.
  private struct Clustered {
    var document: GoldDocument
    var clusters: [[Span]]
  }

  /// Scores of clusters beside those of the closest-antecedent baseline.
  func scores(coreference paths: [String], _ context: CommandContext) async throws -> [ScoreRow] {
    let documents = try Self.clustered(paths)
    let file = paths.joined(separator: " ")
    var baseline = CoreferenceEvaluation()
    var system = CoreferenceEvaluation()
    var joined = 0
    var next = 0
    try await annotate(documents.map(\.document), file, context) { annotated, _ in
      let gold = documents[next].clusters
      next += 1
      let found = annotated.coreference
      system.add(predicted: found, gold: gold)
      baseline.add(predicted: ClosestAntecedent.clusters(in: annotated), gold: gold)
      joined += JoinedNames.count(in: annotated, clusters: found)
    }
    return Self.rows(baseline, of: "closest antecedent", file: file)
      + Self.rows(system, of: "coreference", file: file)
      + [ScoreRow("coreference, clusters joining people", file: file, value: Double(joined))]
  }

  private static func rows(
    _ evaluation: CoreferenceEvaluation, of name: String, file: String
  ) -> [ScoreRow] {
    [
      ScoreRow("\(name), mentions", evaluation.mentions, file: file),
      ScoreRow("\(name), MUC", evaluation.muc, file: file),
      ScoreRow("\(name), B³", evaluation.bCubed, file: file),
      ScoreRow("\(name), CEAFφ4", evaluation.ceaf, file: file),
      ScoreRow("\(name), mean (CoNLL)", file: file, f1: evaluation.meanF1),
    ]
  }

  /// The documents of all files, in order of the treebanks where there are any.
  private static func clustered(_ paths: [String]) throws(RelataError) -> [Clustered] {
    var treebanks: [GoldDocument] = []
    var columns: [(id: String, file: String, columns: ClusterColumnReader.Columns)] = []
    for path in paths {
      for file in files(path) {
        if file.hasSuffix(".conllu") {
          treebanks += try CoNLLUReader().documents(in: text(file), file: file)
          continue
        }
        let id = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        for read in try ClusterColumnReader().documents(in: text(file), file: file) {
          columns.append((id, file, read))
        }
      }
    }
    if treebanks.isEmpty {
      treebanks = columns.map { $0.columns.document(id: $0.id) }
    }
    let byID = Dictionary(columns.map { ($0.id, $0) }) { first, _ in first }
    var result: [Clustered] = []
    for document in treebanks {
      guard let own = byID[document.id] else { continue }
      guard let clusters = own.columns.clusters(in: document) else {
        throw RelataError(
          .badInput, code: "RL8105", "the words are not those of the treebank's “\(document.id)”",
          at: InputLocation(file: own.file), hint: "give both of the same release")
      }
      result.append(Clustered(document: document, clusters: clusters))
    }
    return result
  }

  /// A file itself; of a folder, its files of clusters in order of their names.
  private static func files(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".conll") }.sorted().map { path + "/" + $0 }
  }

  /// Scores of pronouns in passages of the GAP corpus.
  func scores(gap file: String, _ context: CommandContext) async throws -> [ScoreRow] {
    let passages = try GenderedPronoun.read(tsv: Self.text(file), file: file)
    let documents = passages.map {
      GoldDocument(id: $0.id, text: $0.text, sentences: [], names: [])
    }
    var baseline = GenderedPronounEvaluation()
    var system = GenderedPronounEvaluation()
    var next = 0
    try await annotate(documents, file, context) { annotated, _ in
      system.add(predicted: annotated.coreference, gold: passages[next])
      baseline.add(predicted: ClosestAntecedent.clusters(in: annotated), gold: passages[next])
      next += 1
    }
    return Self.rows(baseline, of: "closest antecedent", file: file)
      + Self.rows(system, of: "pronouns", file: file)
  }

  private static func rows(
    _ evaluation: GenderedPronounEvaluation, of name: String, file: String
  ) -> [ScoreRow] {
    [
      ScoreRow("\(name), all", evaluation.overall, file: file),
      ScoreRow("\(name), masculine", evaluation.masculine, file: file),
      ScoreRow("\(name), feminine", evaluation.feminine, file: file),
      ScoreRow("\(name), bias", file: file, value: evaluation.bias),
      ScoreRow("\(name), accuracy", file: file, value: evaluation.accuracy),
      ScoreRow("\(name), both names joined", file: file, value: Double(evaluation.joinedNames)),
    ]
  }
}
