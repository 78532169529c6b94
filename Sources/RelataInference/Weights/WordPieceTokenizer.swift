import Foundation

/// Splits words into the large model's pieces, which are BERT's uncased ones.
///
/// WordPiece after Wu et al. 2016 and Devlin et al. 2019.
/// A word is put in lower case, loses its accents and is cut at marks and ideographs; each part is then the
/// longest pieces from the left, or the one unknown piece where they do not cover it. Every word has 1 to 16
/// pieces. The training code's `mpnet.py` does the same.
struct WordPieceTokenizer {
  static let longestPart = 100
  static let mostPieces = 16

  private let unknown: Int32
  /// Pieces that begin a part, and those that go on with one, by their UTF-8 bytes.
  private var first: [ArraySlice<UInt8>: Int32] = [:]
  private var later: [ArraySlice<UInt8>: Int32] = [:]
  private var longestPiece = 1

  init(_ file: WeightFile) throws(InferenceError) {
    let count = file.configuration.vocabularySize
    let text = Array(try file.blob("vocab.pieces"))
    let offsets = try file.integers("vocab.offsets", [count + 1]).map { Int($0) }
    guard offsets.first == 0, offsets.last == text.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else {
      throw .malformed(path: file.path, detail: "the piece offsets do not ascend")
    }
    let c = file.configuration
    unknown = Int32(c.unk)
    let special = [c.bos, c.eos, c.pad, c.unk]
    let mark = UInt8(ascii: "#")
    for piece in 0..<count where !special.contains(piece) && offsets[piece] < offsets[piece + 1] {
      var bytes = text[offsets[piece]..<offsets[piece + 1]]
      longestPiece = max(longestPiece, bytes.count)
      if bytes.count > 2, bytes.prefix(2).allSatisfy({ $0 == mark }) {
        bytes = bytes.dropFirst(2)
        later[bytes] = Int32(piece)
      } else {
        first[bytes] = Int32(piece)
      }
    }
  }

  /// The pieces of a word, never none.
  func pieces(of word: String) -> [Int32] {
    var pieces: [Int32] = []
    for part in Self.parts(word) {
      if part.scalars > Self.longestPart {
        pieces.append(unknown)
      } else {
        pieces += segment(part.bytes)
      }
    }
    if pieces.isEmpty { return [unknown] }
    if pieces.count > Self.mostPieces {
      pieces.removeSubrange(Self.mostPieces / 2..<pieces.count - Self.mostPieces / 2)
    }
    return pieces
  }

  private func segment(_ part: [UInt8]) -> [Int32] {
    var pieces: [Int32] = []
    var start = 0
    while start < part.count {
      var end = min(part.count, start + longestPiece)
      var found: Int32?
      while end > start, found == nil {
        found = start == 0 ? first[part[start..<end]] : later[part[start..<end]]
        if found == nil { end -= 1 }
      }
      guard let found else { return [unknown] }
      pieces.append(found)
      start = end
    }
    return pieces
  }

  /// A word in lower case without accents, cut at marks and ideographs.
  private static func parts(_ word: String) -> [(bytes: [UInt8], scalars: Int)] {
    var parts: [(bytes: [UInt8], scalars: Int)] = []
    var fresh = true
    // A run of combining marks costs its square to bring into order; no letter bears so many.
    for scalar in bounded(word).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark: continue
      case .control, .format:
        if !["\t", "\n", "\r"].contains(scalar) { continue }
      default:
        if scalar == "\u{FFFD}" { continue }
      }
      let bytes = Array(UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      if properties.isWhitespace {
        fresh = true
      } else if isMark(scalar) || isIdeograph(scalar) {
        parts.append((bytes, 1))
        fresh = true
      } else if fresh {
        parts.append((bytes, 1))
        fresh = false
      } else {
        parts[parts.count - 1].bytes += bytes
        parts[parts.count - 1].scalars += 1
      }
    }
    return parts
  }

  /// The first and last scalars of a word too long for a piece to be of use.
  private static func bounded(_ word: String) -> String {
    let scalars = word.unicodeScalars
    let most = 8 * longestPart
    guard scalars.count > most else { return word }
    var short = String.UnicodeScalarView(scalars.prefix(most / 2))
    short.append(contentsOf: scalars.suffix(most / 2))
    return String(short)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2CEAF, 0xF900...0xFAFF,
      0x2F800...0x2FA1F:
      return true
    default: return false
    }
  }
}
