/// Cuts chunks of bytes into lines without holding more than one line and one chunk.
struct LineSplitter {
  private let next: () throws -> [UInt8]?
  private var chunk: ArraySlice<UInt8> = []
  private var isFinished = false

  init(next: @escaping () throws -> [UInt8]?) { self.next = next }

  /// The next line without its end (LF, with or without CR before it); nil after the last.
  ///
  /// A last line without a line end is a line; nothing after the last line end is not.
  mutating func nextLine() throws -> [UInt8]? {
    var line: [UInt8] = []
    while !isFinished {
      if let end = chunk.firstIndex(of: 0x0A) {
        line.append(contentsOf: chunk[chunk.startIndex..<end])
        chunk = chunk[(end + 1)...]
        if line.last == 0x0D { line.removeLast() }
        return line
      }
      line.append(contentsOf: chunk)
      chunk = []
      if let more = try next() { chunk = more[...] } else { isFinished = true }
    }
    return line.isEmpty ? nil : line
  }
}
