/// Cuts chunks of bytes into the elements of a JSON array without holding more than one element and one chunk.
///
/// Brackets are counted, and strings passed over; whether an element is sound is for its reader to say. What stands
/// behind the array is one more element, which no reader takes for an object.
struct JSONElements {
  private let next: () throws -> [UInt8]?
  private var chunk: ArraySlice<UInt8> = []
  private var line = 1
  private var hasBegun = false

  init(next: @escaping () throws -> [UInt8]?) { self.next = next }

  /// Whether first bytes are those of an array: "[" behind white space and a byte order mark.
  static func areOpened(by head: some Sequence<UInt8>) -> Bool {
    head.first { !Self.isSpace($0) && ![0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "[")
  }

  /// The next element with the line that it begins in; nil at the end.
  ///
  /// An element that ends with the input is given as far as it goes.
  mutating func nextElement() throws -> (bytes: [UInt8], line: Int)? {
    while let byte = try peek() {
      let isBetween =
        Self.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
        || !hasBegun && [0xEF, 0xBB, 0xBF].contains(byte)
      if !hasBegun, byte == UInt8(ascii: "[") {
        hasBegun = true
      } else if !isBetween {
        return try element()
      }
      advance(byte)
    }
    return nil
  }

  private mutating func element() throws -> (bytes: [UInt8], line: Int) {
    let start = line
    var bytes: [UInt8] = []
    var depth = 0
    var (isInString, isEscaped) = (false, false)
    while let byte = try peek() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        // What begins an element is none of these two, so that every element has a byte.
        case UInt8(ascii: "]") where depth == 0, UInt8(ascii: ",") where depth == 0:
          return (bytes, start)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        default: break
        }
      }
      bytes.append(byte)
      advance(byte)
    }
    return (bytes, start)
  }

  private mutating func peek() throws -> UInt8? {
    while chunk.isEmpty {
      guard let more = try next() else { return nil }
      chunk = more[...]
    }
    return chunk.first
  }

  private mutating func advance(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") { line += 1 }
    chunk.removeFirst()
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
