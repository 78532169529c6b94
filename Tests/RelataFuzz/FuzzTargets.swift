import Foundation
import RelataAnnotation
import RelataCore
import RelataInference

/// What is fuzzed; the first byte of an input chooses.
///
/// A broken promise traps, so that a fuzzer sees it.
enum FuzzTarget: UInt8, CaseIterable {
  case words, sentences, pieces, weights

  static func run(_ input: [UInt8]) {
    guard let first = input.first,
      let target = FuzzTarget(rawValue: first % UInt8(allCases.count))
    else { return }
    let rest = input.dropFirst()
    switch target {
    case .words: words(SourceText(String(decoding: rest, as: UTF8.self)))
    case .sentences: sentences(SourceText(String(decoding: rest, as: UTF8.self)))
    case .pieces: pieces(Array(rest))
    case .weights: weights(Array(rest))
    }
  }

  /// Words cover every visible scalar once, in order, and give their text back.
  @discardableResult
  private static func words(_ text: SourceText) -> [Span] {
    let words = TextSplitter(text).words
    var end = 0
    for word in words {
      precondition(word.start >= end && !word.isEmpty && word.end <= text.count)
      precondition(text[word].unicodeScalars.count == word.count)
      end = word.end
    }
    return words
  }

  /// Sentences hold all words, in order, none empty.
  private static func sentences(_ text: SourceText) {
    let words = words(text)
    var next = 0
    for sentence in TextSplitter(text).sentences {
      precondition(sentence.lowerBound == next && !sentence.isEmpty)
      next = sentence.upperBound
    }
    precondition(next == words.count)
  }

  /// Numbers of scalars, two bytes each, so that all planes' neighbours come up.
  private static func pieces(_ bytes: [UInt8]) {
    var scalars: [Unicode.Scalar] = []
    for i in stride(from: 0, to: bytes.count - 1, by: 2) {
      let number = UInt32(bytes[i]) << 9 | UInt32(bytes[i + 1]) << 1
      if let scalar = Unicode.Scalar(number) { scalars.append(scalar) }
    }
    sentences(SourceText(scalars: scalars))
  }

  /// A weight file is used or refused; the checksum is made to fit, so that what is behind it is reached.
  private static func weights(_ bytes: [UInt8]) {
    let url = FileManager.default.temporaryDirectory.appending(path: "relata-fuzz-weights")
    let magic = Array("RELATAWT".utf8)
    for content in [bytes, magic + bytes + SHA256.digest(of: magic + bytes)] {
      guard (try? Data(content).write(to: url)) != nil else { return }
      _ = try? AnnotatorModel(weightFile: url.path)
    }
  }
}
