import CRelataKernels
import RelataTestSupport
import Testing

@testable import RelataInference

@Suite("Pair model")
struct PairModelTests {
  private func model(_ path: relata_path = relata_path_best()) throws -> PairModel {
    try WeightFileDraft.with(TinyPairFile().bytes()) {
      try PairModel(weightFile: $0, kernels: path)
    }
  }

  private func sentences(seed: UInt64, longest: Int) -> [[InputWord]] {
    var generator = SeededGenerator(seed: seed)
    let forms = ["a", "AB", "New", "york", "é", "xxxx", "🚢", "", "\u{300}", "ab-ab", "東京", "1990"]
    return (0..<9).map { _ in
      (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
        InputWord(forms.randomElement(using: &generator) ?? "a", spaceBefore: true)
      }
    }
  }

  /// What each sentence was given: number and the vectors of all its words.
  private func read(
    _ model: PairModel, _ sentences: [[InputWord]], threads: IdleThreads? = nil
  ) -> [(sentence: Int, vectors: [UInt32])] {
    var seen: [(sentence: Int, vectors: [UInt32])] = []
    model.forEachSentence(of: sentences, threads: threads) { i, pointer in
      let floats = UnsafeBufferPointer(
        start: pointer, count: sentences[i].count * model.vectorWidth)
      seen.append((i, floats.map(\.bitPattern)))
    }
    return seen
  }

  /// A sentence of 150 words is beyond a long window: its vectors come in one piece all the same.
  @Test(arguments: [12, 150])
  func `every sentence with words is visited once and in order`(longest: Int) throws {
    let model = try model()
    let inputs = sentences(seed: 5, longest: longest)
    let seen = read(model, inputs)
    #expect(seen.map(\.sentence) == inputs.indices.filter { !inputs[$0].isEmpty })
    #expect(seen.allSatisfy { $0.vectors.count == inputs[$0.sentence].count * model.vectorWidth })
    #expect(seen.allSatisfy { $0.vectors.allSatisfy { Float(bitPattern: $0).isFinite } })
  }

  @Test func `idle threads and instruction sets change no bit`() throws {
    let inputs = sentences(seed: 7, longest: 40)
    let alone = read(try model(), inputs)
    let together = read(try model(), inputs, threads: IdleThreads(3))
    #expect(alone.map(\.vectors) == together.map(\.vectors))
    for path in [RELATA_PATH_PORTABLE, RELATA_PATH_AVX2, RELATA_PATH_AVX512_VNNI, RELATA_PATH_NEON]
    where relata_path_available(path) != 0 {
      #expect(read(try model(path), inputs).map(\.vectors) == alone.map(\.vectors))
    }
  }

  /// The encoder is uncased: only its word shapes tell "NEW" from "new".
  @Test func `capitals change a word's vector`() throws {
    let model = try model()
    func vectors(_ form: String) -> [UInt32] {
      read(model, [[InputWord(form, spaceBefore: true)]]).flatMap(\.vectors)
    }
    #expect(vectors("new") == vectors("new"))
    #expect(Set([vectors("new"), vectors("New"), vectors("NEW")]).count == 3)
    #expect(vectors("Zoe") == vectors("Zoë"), "accents are no part of a piece")
  }

  @Test func `the small model's file is no large model and the other way round`() throws {
    try WeightFileDraft.with(TinyWeightFile().bytes()) { path in
      #expect(throws: InferenceError.malformed(path: path, detail: "it is no large model")) {
        try PairModel(weightFile: path)
      }
    }
    try WeightFileDraft.with(TinyPairFile().bytes()) { path in
      #expect(
        throws: InferenceError.malformed(path: path, detail: "the configuration has no labels")
      ) { try AnnotatorModel(weightFile: path) }
    }
  }

  @Test func `columns that are no whole groups are refused`() throws {
    var file = TinyPairFile()
    file.hidden = 48
    try WeightFileDraft.with(file.bytes()) { path in
      #expect(throws: InferenceError.self) { try PairModel(weightFile: path) }
    }
  }

  @Test(arguments: 0..<60)
  func `a damaged file is refused or read without a trap`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(try TinyPairFile().bytes().dropLast(32))
    let header = Int(bytes[12]) + Int(bytes[13]) << 8 + Int(bytes[14]) << 16
    let places = seed.isMultiple(of: 2) ? 16..<16 + header : 16 + header..<bytes.count
    for _ in 0..<Int.random(in: 1...(seed.isMultiple(of: 2) ? 3 : 400), using: &generator) {
      let place = Int.random(in: places, using: &generator)
      bytes[place] =
        seed.isMultiple(of: 2)
        ? Array("0123456789-,e\"".utf8).randomElement(using: &generator) ?? 48
        : [0xff, 0x7f, 0x80, 0, UInt8.random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
    }
    try WeightFileDraft.with(WeightFileDraft.sealed(bytes)) { path in
      guard let model = try? PairModel(weightFile: path) else { return }
      let inputs = sentences(seed: UInt64(seed), longest: 20)
      #expect(read(model, inputs).count == inputs.count { !$0.isEmpty })
    }
  }
}

@Suite("Word pieces")
struct WordPieceTests {
  private func pieces(_ word: String) throws -> [String] {
    let file = TinyPairFile()
    let tokenizer = try WeightFileDraft.with(file.bytes()) {
      try WordPieceTokenizer(WeightFile(path: $0))
    }
    return tokenizer.pieces(of: word).map { file.pieces[Int($0)] }
  }

  @Test(arguments: [
    ("New", ["new"]), ("abab", ["ab", "##ab"]), ("abb", ["ab", "##b"]), ("Zoë", ["zoe"]),
    ("ab-york", ["ab", "-", "york"]), ("東東", ["東", "東"]), ("q", ["[UNK]"]),
    ("abq", ["[UNK]"]), ("", ["[UNK]"]), ("\u{301}", ["[UNK]"]), ("a\u{200B}b", ["ab"]),
    ("new york", ["new", "york"]),
  ])
  func `words are lower case, without accents, and cut at marks`(
    word: String, expected: [String]
  ) throws {
    #expect(try pieces(word) == expected)
  }

  @Test func `long words keep both ends and at most 16 pieces`() throws {
    #expect(try pieces(String(repeating: "x-", count: 300)).count == 16)
    #expect(try pieces(String(repeating: "x", count: 101)) == ["[UNK]"])
    #expect(try pieces("x" + String(repeating: "\u{301}", count: 1_000_000)).count <= 16)
  }

  @Test(arguments: [
    ("1990", WordShape.digits), ("½", .digits), ("—", .marks), ("bank", .lowercase),
    ("EU", .capitals),
    ("A", .oneCapital), ("Kern", .capitalized), ("McDonald", .mixed), ("iPhone", .otherMixed),
    ("al-Assad", .otherMixed), ("F-16", .oneCapital), ("Ökonom", .capitalized), ("東京", .lowercase),
  ])
  func `shapes are those of the training code`(word: String, shape: WordShape) {
    #expect(WordShape(word) == shape)
  }

  /// Values of the reference implementation (transformers, MPNetEncoder.relative_position_bucket).
  @Test func `positions fall into the published buckets`() {
    let known = [
      0: 0, -1: 1, -7: 7, -8: 8, -11: 8, -12: 9, -16: 10, -64: 14, -128: 15, -500: 15, 1: 17, 7: 23,
      8: 24, 20: 26, 127: 31, 500: 31,
    ]
    for (distance, bucket) in known {
      #expect(PositionBias.bucket(distance, of: 32) == bucket, "\(distance)")
    }
  }
}
