/// Cuts a stream of byte chunks into lines, one at a time.
///
/// A line ends at a newline; a carriage return before it is dropped. The last line needs no newline.
struct ChunkedLines {
  private let next: () throws -> [UInt8]?
  private var buffer: [UInt8] = []
  private var position = 0
  private var isExhausted = false

  init(next: @escaping () throws -> [UInt8]?) { self.next = next }

  /// The next line without its end; nil after the last.
  mutating func nextLine() throws -> [UInt8]? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return Self.withoutReturn(buffer[position..<end])
      }
      searched = buffer.count
      if isExhausted { break }
      if let chunk = try next() {
        if position > 0 {
          buffer.removeFirst(position)
          searched -= position
          position = 0
        }
        buffer += chunk
      } else {
        isExhausted = true
      }
    }
    guard position < buffer.count else { return nil }
    defer { position = buffer.count }
    return Self.withoutReturn(buffer[position...])
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }
}
