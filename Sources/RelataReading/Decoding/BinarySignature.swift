/// First bytes of common formats that are not text, so that the refusal can name them.
struct BinarySignature {
  let format: String
  let hint: String
  private let bytes: [UInt8]

  private static let convert = "convert it to text first"

  private static let known: [BinarySignature] = [
    .init(
      format: "a PDF file", hint: "convert it to text first: pdftotext FILE.pdf",
      bytes: Array("%PDF-".utf8)),
    .init(
      format: "a ZIP archive or an office document",
      hint: "unpack it, or save the document as text",
      bytes: [0x50, 0x4B, 0x03, 0x04]),
    .init(format: "a PNG image", hint: convert, bytes: [0x89, 0x50, 0x4E, 0x47]),
    .init(format: "a JPEG image", hint: convert, bytes: [0xFF, 0xD8, 0xFF]),
    .init(format: "a GIF image", hint: convert, bytes: Array("GIF8".utf8)),
    .init(format: "a gzip archive", hint: "unpack it first: gunzip FILE.gz", bytes: [0x1F, 0x8B]),
    .init(format: "a program", hint: "only text can be read", bytes: [0x7F, 0x45, 0x4C, 0x46]),
    .init(
      format: "an SQLite database", hint: "a graph file is opened with --graph FILE",
      bytes: Array("SQLite format 3\0".utf8)),
    .init(
      format: "an old office document", hint: "save it as text",
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
  ]

  private init(format: String, hint: String, bytes: [UInt8]) {
    self.format = format
    self.hint = hint
    self.bytes = bytes
  }

  static func match(_ head: [UInt8]) -> BinarySignature? {
    known.first { head.starts(with: $0.bytes) }
  }
}
