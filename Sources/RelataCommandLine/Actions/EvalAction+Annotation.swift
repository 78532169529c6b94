import RelataAnnotation
import RelataCore
import RelataEvaluation
import RelataPipeline

extension EvalAction {
  func scores(names file: String, _ context: CommandContext) async throws -> [ScoreRow] {
    let documents =
      file.hasSuffix(".jsonl")
      ? try GoldArticle.read(jsonl: Self.data(file), file: file).map(\.named)
      : try NameFileReader().documents(in: Self.text(file), file: file)
    let types = NameEvaluation.types(of: documents)
    func evaluate(_ documents: [GoldDocument]) async throws -> NameEvaluation {
      var evaluation = NameEvaluation(types: types)
      try await annotate(documents, file, context) { evaluation.add($0, gold: $1) }
      return evaluation
    }
    func rows(_ evaluation: NameEvaluation) -> [ScoreRow] {
      [ScoreRow("names", evaluation.total, file: file)]
        + evaluation.byType.sorted { $0.key < $1.key }
        .map { ScoreRow("names \($0.rawValue)", $1, file: file) }
    }
    let clean = try await evaluate(documents)
    var result = rows(clean)
    if isRobustness {
      for variant in TextVariant.allCases {
        let varied = try await evaluate(documents.map(variant.applied))
        Self.add(rows(varied), of: variant, to: &result)
      }
    }
    if isCalibration { result += Self.rows(clean.calibration, of: "names", file: file) }
    return result
  }

  func scores(trees file: String, _ context: CommandContext) async throws -> [ScoreRow] {
    let documents = try CoNLLUReader().documents(in: Self.text(file), file: file)
    let annotator = try extractor.annotator()
    func evaluate(_ documents: [GoldDocument], calibrated: Bool = false) async throws
      -> TreeEvaluation
    {
      var evaluation = TreeEvaluation()
      try await annotate(documents, file, context) {
        evaluation.add($0.sentences, gold: $1.sentences)
        if calibrated {
          evaluation.addConfidence(
            annotator.confidences($0).map { $0.map { ($0.upos, $0.head) } }, of: $0.sentences,
            gold: $1.sentences)
        }
      }
      return evaluation
    }
    func rows(_ evaluation: TreeEvaluation) -> [ScoreRow] {
      [
        ScoreRow("sentences", evaluation.sentences, file: file),
        ScoreRow("words", evaluation.words, file: file),
        ScoreRow("upos", evaluation.upos, file: file),
        ScoreRow("lemmas", evaluation.lemmas, file: file),
        ScoreRow("heads (UAS)", evaluation.heads, file: file),
        ScoreRow("relations (LAS)", evaluation.relations, file: file),
      ]
    }
    let clean = try await evaluate(documents, calibrated: isCalibration)
    var result = rows(clean)
    if isRobustness {
      for variant in TextVariant.allCases {
        let varied = try await evaluate(documents.map(variant.applied))
        Self.add(rows(varied), of: variant, to: &result)
      }
    }
    if isCalibration {
      result += Self.rows(clean.uposCalibration, of: "upos", file: file)
      result += Self.rows(clean.headCalibration, of: "heads", file: file)
    }
    return result
  }

  private static func add(
    _ varied: [ScoreRow], of variant: TextVariant, to rows: inout [ScoreRow]
  ) {
    for row in varied {
      guard let i = rows.firstIndex(where: { $0.name == row.name }) else { continue }
      rows[i].variants[variant] = row.f1
    }
  }

  private static func rows(
    _ calibration: Calibration, of head: String, file: String
  ) -> [ScoreRow] {
    [
      ScoreRow("\(head), calibration error", file: file, value: calibration.expectedError),
      ScoreRow("\(head), overconfidence", file: file, value: calibration.overconfidence),
    ]
  }
}
