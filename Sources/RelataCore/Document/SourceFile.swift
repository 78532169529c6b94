/// A file in which a document was found, as it was then.
///
/// Lets anybody check later that the file is still the one that was read.
public struct SourceFile: Hashable, Sendable, Codable, Comparable {
  /// Where it lay, from the folder that was given on: "articles/may/bank.html".
  ///
  /// Never an absolute path, which would name the machine.
  public var place: String
  /// Which part of the file the document is: the name of an attachment, the number of a message; nil for all of it.
  public var part: String?
  /// Lower-case hexadecimal SHA-256 of the file's bytes.
  public var sha256: String
  /// In bytes.
  public var size: Int
  /// The day on which it was first read so, as ISO 8601; nil where that is not to be told.
  public var read: String?

  /// A file as it was found.
  public init(
    place: String, part: String? = nil, sha256: String, size: Int, read: String? = nil
  ) {
    self.place = place
    self.part = part
    self.sha256 = sha256
    self.size = size
    self.read = read
  }

  /// Place and part, as a reader is told: "mail.mbox, message 3".
  public var description: String { part.map { "\(place), \($0)" } ?? place }

  /// By the bytes of place and part.
  public static func < (a: SourceFile, b: SourceFile) -> Bool {
    a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
  }
}
