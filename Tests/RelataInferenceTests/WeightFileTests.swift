import Foundation
import RelataTestSupport
import Testing

@testable import RelataInference

@Suite("Weight file")
struct WeightFileTests {
  private func failure(_ bytes: [UInt8]) throws -> InferenceError? {
    try WeightFileDraft.with(bytes) { failure(at: $0) }
  }

  private func failure(at path: String) -> InferenceError? {
    do {
      _ = try AnnotatorModel(weightFile: path)
      return nil
    } catch { return error }
  }

  @Test func `a whole file is read`() throws {
    #expect(try failure(TinyWeightFile().bytes()) == nil)
  }

  @Test func `a missing file, an empty one and a folder cannot be read`() throws {
    #expect(throws: InferenceError.unreadable(path: "/nowhere/at all", reason: ENOENT)) {
      try AnnotatorModel(weightFile: "/nowhere/at all")
    }
    guard case .unreadable = try failure([]) else {
      Issue.record("an empty file was read")
      return
    }
    guard case .unreadable = failure(at: "/") else {
      Issue.record("a folder was read")
      return
    }
  }

  @Test func `another kind of file is told apart`() throws {
    var file = TinyWeightFile()
    file.magic = "RELATAXX"
    guard case .notAWeightFile = try failure(file.bytes()) else {
      Issue.record("wrong magic accepted")
      return
    }
    guard case .notAWeightFile = try failure(Array("PK\u{3}\u{4}".utf8)) else {
      Issue.record("four bytes accepted")
      return
    }
  }

  @Test func `a newer format is refused by its number`() throws {
    var file = TinyWeightFile()
    file.version = 2
    guard case .newerFormat(_, let version) = try failure(file.bytes()) else {
      Issue.record("newer format accepted")
      return
    }
    #expect(version == 2)
  }

  @Test func `a file cut anywhere is refused`() throws {
    let bytes = try TinyWeightFile().bytes()
    for length in [1, 7, 8, 15, 16, 500, bytes.count / 2, bytes.count - 33, bytes.count - 1] {
      #expect(try failure(Array(bytes.prefix(length))) != nil, "\(length) bytes accepted")
    }
  }

  @Test(arguments: 0..<30)
  func `one changed bit anywhere is noticed`(seed: Int) throws {
    var bytes = try TinyWeightFile().bytes()
    var generator = SeededGenerator(seed: UInt64(seed))
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    #expect(try failure(bytes) != nil, "change at \(place) accepted")
  }

  @Test func `a sealed header that promises more than there is does not trap`() throws {
    let bytes = try TinyWeightFile().bytes()
    let text = Array("\"offset\":0".utf8)
    let place = try #require(
      (0..<bytes.count - text.count).first { bytes[$0..<$0 + text.count].elementsEqual(text) })
    var changed = bytes
    changed.replaceSubrange(place..<place + text.count, with: Array("\"offset\":9".utf8))
    #expect(try failure(WeightFileDraft.sealed(Array(changed.dropLast(32)))) != nil)
  }

  @Test func `encoder weights beyond 63 are refused`() throws {
    var file = TinyWeightFile()
    file.encoderLimit = 127
    guard case .malformed = try failure(file.bytes()) else {
      Issue.record("weights beyond 63 accepted")
      return
    }
  }

  @Test func `a configuration that contradicts itself is refused`() throws {
    var file = TinyWeightFile()
    file.heads = 5
    guard case .malformed = try failure(file.bytes()) else {
      Issue.record("5 heads on 32 accepted")
      return
    }
  }

  @Test(arguments: [Int.max, Int.max - 1, Int.min, -1, 0, 1 << 40])
  func `sizes that no model has are refused before they are multiplied`(size: Int) throws {
    var files = [TinyWeightFile](repeating: TinyWeightFile(), count: 6)
    files[0].maxLongPieces = size
    files[1].maxWindowPieces = size
    files[2].intermediate = size
    files[3].typeRows = size
    files[4].maxLongPieces = size
    files[4].maxWindowPieces = size
    // Within the limit of a size, but not of what is there.
    files[5].intermediate = 1 << 24
    for (number, file) in files.enumerated() {
      guard case .malformed = try failure(file.bytes()) else {
        Issue.record("file \(number) with \(size) was read")
        continue
      }
    }
  }

  /// Behind a checksum that fits stands a file that somebody made: whatever it says, it is used or refused.
  @Test(arguments: 0..<60)
  func `a sealed file with any change is used or refused, never a trap`(seed: Int) throws {
    var bytes = Array(try TinyWeightFile().bytes().dropLast(32))
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    let header = Int(bytes[12]) | Int(bytes[13]) << 8
    // Half the seeds change the header, half the tensors: infinities, not-a-numbers, huge offsets.
    let places = seed.isMultiple(of: 2) ? 8..<16 + header : 16 + header..<bytes.count
    for _ in 0..<Int.random(in: 1...(seed.isMultiple(of: 2) ? 3 : 400), using: &generator) {
      let place = Int.random(in: places, using: &generator)
      bytes[place] =
        seed.isMultiple(of: 2) && place >= 16
        ? Array("0123456789-,e\"".utf8).randomElement(using: &generator) ?? 48
        : [0xff, 0x7f, 0x80, 0, UInt8.random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
    }
    try WeightFileDraft.with(WeightFileDraft.sealed(bytes)) { path in
      guard let model = try? AnnotatorModel(weightFile: path) else { return }
      let words = ["New", "York", "ab", "é", "x", "🚢"].map { InputWord($0, spaceBefore: true) }
      let predictions = model.predict([
        words, [], Array(repeating: words, count: 20).flatMap { $0 },
      ])
      #expect(predictions[0].heads.count == 6 && predictions[1].heads.isEmpty)
      #expect(predictions[0].heads.count { $0 == -1 } == 1)
    }
  }
}
