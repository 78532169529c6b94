/// A document as a parser of `relata-read` found it.
package struct ParsedDocument: Codable, Sendable, Equatable {
  /// Which part of the file it is: the name of an attachment, the number of a message; nil for the file itself.
  package var part: String?
  /// Paragraphs, separated by blank lines; items of lists and rows of tables are lines of their own.
  ///
  /// ``PageMarks`` stand where pages begin, a ``BlockMark`` where a block does that is no paragraph.
  package var marked: String
  package var title: String?
  /// As the file writes it: an ISO date, or words.
  package var published: String?
  package var origin: DocumentOrigin
  /// The program that read its words from pictures of them; nil where the file has them as text.
  package var recognizer: String?
  /// What its file hides from readers, as a note says it: "hidden sheet (1): Prices"; nil if nothing.
  package var leftOut: String?

  package init(
    part: String? = nil, text: String, title: String? = nil, published: String? = nil,
    origin: DocumentOrigin = DocumentOrigin(), recognizer: String? = nil, leftOut: String? = nil
  ) {
    self.part = part
    marked = text
    self.title = title
    self.published = published
    self.origin = origin
    self.recognizer = recognizer
    self.leftOut = leftOut
  }

  private enum CodingKeys: String, CodingKey {
    case part
    case marked = "text"
    case title, published, origin, recognizer, leftOut
  }

  /// The text that is read: without marks of blocks, and without what is furniture by them.
  package var text: String { BlockMark.removed(from: marked) }
}

/// What of a file was left out on purpose, which is no fault of the file.
package struct ParsingNote: Codable, Sendable, Equatable {
  /// Kinds with their number, and names where there are any: "picture (2): quay.jpg, pier.png".
  package var what: String
  /// The part of the file, as in ``ParsedDocument/part``.
  package var part: String?

  package init(_ what: String, part: String? = nil) {
    self.what = what
    self.part = part
  }
}

/// Why a file, or a part of it, gives no document.
package struct ParsingProblem: Codable, Sendable, Equatable, Error {
  /// Its kind, which decides code and hint.
  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// The bytes are not of the format, or cut short.
    case damaged
    /// A password is needed.
    case encrypted
    /// Pages without text: pictures of a text.
    case scanned
    /// Nothing in it.
    case empty
    /// It unpacks to more than is read.
    case tooLarge
    /// No reader for it.
    case unknown
  }

  package var kind: Kind
  /// What is wrong, for a message.
  package var reason: String
  /// The part of the file, as in ``ParsedDocument/part``.
  package var part: String?

  package init(_ kind: Kind, _ reason: String, part: String? = nil) {
    self.kind = kind
    self.reason = reason
    self.part = part
  }
}

/// What `relata-read` is asked for; the file's bytes come on its standard input.
package struct ParsingRequest: Codable, Sendable {
  package var format: InputFormat
  /// The file's name without its folders.
  package var name: String
  /// Reads pages that are pictures; nil leaves them.
  package var recognizer: TextRecognizer?

  package init(format: InputFormat, name: String, recognizer: TextRecognizer? = nil) {
    self.format = format
    self.name = name
    self.recognizer = recognizer
  }
}

/// What `relata-read` answers.
package struct ParsingReport: Codable, Sendable, Equatable {
  package var documents: [ParsedDocument]
  package var problems: [ParsingProblem]
  package var notes: [ParsingNote]

  package init(
    documents: [ParsedDocument] = [], problems: [ParsingProblem] = [], notes: [ParsingNote] = []
  ) {
    self.documents = documents
    self.problems = problems
    self.notes = notes
  }

  /// Adds what another part of the file gave.
  package mutating func append(_ more: ParsingReport) {
    documents += more.documents
    problems += more.problems
    notes += more.notes
  }
}
