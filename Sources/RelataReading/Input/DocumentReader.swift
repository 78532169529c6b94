import RelataCore

/// What reading gives, in order of the inputs.
public enum ReadingEvent: Sendable, Equatable {
  case document(Document)
  /// A warning; those about a document stand before it.
  case diagnostic(Diagnostic)
  /// One input, or one line of it, could not be read; reading goes on.
  case failure(RelataError)
}

/// Reads files, folders and given bytes as documents.
///
/// Folders are searched recursively, in order of their paths' bytes; hidden files and folders are skipped.
/// What of a folder is no document (pictures, programs) is listed in a note, a document without a reader is a
/// failure. Nothing is read before the sequence is iterated, and JSON Lines
/// are held one line at a time. The events depend only on the inputs, not on where they lie.
public struct DocumentReader: Sendable {
  /// Of every input; `auto` goes by extension and first bytes.
  public var format: InputFormat
  /// Marks page furniture; nil leaves `Document/furniture` empty.
  public var furnitureDetector: FurnitureDetector?

  /// Whether texts in other languages are read as if they were English; otherwise they are told of, and
  /// nothing is found in them.
  public var readsAnyLanguage: Bool
  /// Reads pages of PDF files that are pictures; nil leaves them, and names files of nothing else.
  public var recognizer: TextRecognizer?
  /// The day on which files are read, as ISO 8601; noted with each file (`SourceFile.read`).
  public var day: String?

  /// A reader without state, safe to share between threads.
  public init(
    format: InputFormat = .auto, furnitureDetector: FurnitureDetector? = .init(),
    readsAnyLanguage: Bool = false, recognizer: TextRecognizer? = nil, day: String? = nil
  ) {
    self.format = format
    self.furnitureDetector = furnitureDetector
    self.readsAnyLanguage = readsAnyLanguage
    self.recognizer = recognizer
    self.day = day
  }

  /// The documents, warnings and failures of the inputs, one after the other.
  public func read(_ inputs: [Input]) -> ReadingSequence {
    ReadingSequence(reader: self, inputs: inputs)
  }

  /// One document given as text, under the same rules as a file of that name.
  ///
  /// - Returns: nil if the text is blank.
  public func document(text: String, name: String) -> Document? {
    let location = InputLocation(file: name)
    let assembly = DocumentAssembly(
      input: name, detector: furnitureDetector, readsAnyLanguage: readsAnyLanguage)
    let events = assembly.events(text: TextDecoder.clean(text, at: location).text, at: location)
    for case .document(let document) in events { return document }
    return nil
  }
}

/// The lazy events of a reading; can be iterated again if the inputs can (streams cannot).
public struct ReadingSequence: Sequence, Sendable {
  let reader: DocumentReader
  let inputs: [Input]

  /// Begins with the first input.
  public func makeIterator() -> Iterator { Iterator(reader: reader, inputs: inputs) }

  /// Reads as it is asked.
  public struct Iterator: IteratorProtocol {
    private let reader: DocumentReader
    private var remaining: [Input]
    private var queue: ArraySlice<ReadingEvent> = []
    private var lines: JSONLinesReader?
    private var current = ""
    private var place: String?

    init(reader: DocumentReader, inputs: [Input]) {
      self.reader = reader
      remaining = inputs.reversed()
    }

    /// The next event; nil after the last input.
    public mutating func next() -> ReadingEvent? {
      while true {
        if let event = queue.popFirst() { return event }
        if lines != nil {
          advanceLines()
        } else if let input = remaining.popLast() {
          start(input)
        } else {
          return nil
        }
      }
    }

    private mutating func advanceLines() {
      do {
        let events = try lines?.nextEvents() ?? []
        queue = events[...]
        if events.isEmpty {
          if lines?.isEmpty == true {
            queue = [.diagnostic(ReadingError.empty(InputLocation(file: current)))]
          }
          lines = nil
        }
      } catch {
        queue = [.failure(Self.wrap(error, name: current))]
        lines = nil
      }
    }

    private mutating func start(_ input: Input) {
      current = input.name
      place = input.place
      do {
        switch input.content {
        case .stream(let next):
          try open(input.name, next: next)
        case .path(let path):
          if FolderListing.isFolder(path) {
            expand(path)
          } else {
            let file = try FileBytes(path: path)
            try open(path, next: { try file.next() })
          }
        }
      } catch {
        queue = [.failure(Self.wrap(error, name: input.name))]
      }
    }

    private mutating func expand(_ path: String) {
      let listing = FolderListing(
        path, extensions: reader.format == .auto ? nil : Set(reader.format.fileExtensions))
      queue =
        (listing.leftOut.sorted { $0.key < $1.key }.map {
          .diagnostic(ReadingError.leftOut(path, $0.key, $0.value))
        } + listing.failures.map(ReadingEvent.failure))[...]
      if listing.files.isEmpty && listing.failures.isEmpty {
        queue.append(.failure(ReadingError.emptyFolder(path)))
      }
      remaining.append(
        contentsOf: listing.files.reversed().map { file in
          Input(name: file, content: .path(file), place: SourcePlace.of(file, in: path))
        })
    }

    private mutating func open(_ name: String, next: @escaping () throws -> [UInt8]?) throws {
      var head: [UInt8] = []
      while head.count < 2048, let more = try next() { head += more }
      guard !head.isEmpty else {
        queue = [.diagnostic(ReadingError.empty(InputLocation(file: name)))]
        return
      }
      var assembly = DocumentAssembly(
        input: name, detector: reader.furnitureDetector, readsAnyLanguage: reader.readsAnyLanguage)
      if let format = apart(name, head: head) {
        var bytes = head
        while let more = try next() { bytes += more }
        assembly.file = place.map { SourceFile($0, bytes, on: reader.day) }
        let report = try ParsingChild.parse(
          bytes, format: format, file: name, recognizer: reader.recognizer)
        queue =
          (report.notes.map { .diagnostic(ReadingError.leftOut(name, $0)) }
          + assembly.events(report))[...]
        return
      }
      if let known = BinarySignature.match(head) {
        throw ReadingError.unsupported(name, format: known.format, hint: known.hint)
      }
      let format = resolve(name, head: head)
      if format == .jsonl, head.starts(with: Array(#"{"schemaVersion":"#.utf8)) {
        queue = [.diagnostic(ReadingError.own(name, "an extraction"))]
        return
      }
      if format == .jsonl {
        let first = OneChunk(head)
        lines = JSONLinesReader(
          input: name, assembly: assembly, isArray: JSONElements.areOpened(by: head)
        ) { try first.take() ?? next() }
        return
      }
      var bytes = head
      while let more = try next() { bytes += more }
      assembly.file = place.map { SourceFile($0, bytes, on: reader.day) }
      if format == .html, Self.isReport(bytes) {
        queue = [.diagnostic(ReadingError.own(name, "a report"))]
        return
      }
      queue =
        try format == .html
        ? HTMLReader.events(bytes, assembly: assembly)[...]
        : Self.textEvents(bytes, isTable: format == .csv, assembly: assembly)[...]
    }

    private func resolve(_ name: String, head: [UInt8]) -> InputFormat {
      guard reader.format == .auto else { return reader.format }
      return ContentFormat.format(name: name, head: head) ?? InputFormat(sniffing: head)
    }

    /// Whether a page says in its head that Relata wrote it: a report of ours is no source.
    private static func isReport(_ page: [UInt8]) -> Bool {
      String(decoding: page.prefix(16_384), as: UTF8.self)
        .contains(#"<meta name="generator" content="relata"#)
    }

    /// The format, where it is one that another program parses.
    private func apart(_ name: String, head: [UInt8]) -> InputFormat? {
      if reader.format != .auto { return reader.format.isParsedApart ? reader.format : nil }
      // What is in it decides, not what it is called.
      let format = ContentFormat.format(name: name, head: head)
      return format?.isParsedApart == true ? format : nil
    }

    private static func textEvents(
      _ bytes: [UInt8], isTable: Bool, assembly: DocumentAssembly
    ) throws -> [ReadingEvent] {
      var decoded = try TextDecoder.decode(bytes, file: assembly.input)
      if isTable { decoded.text = SourceText(DelimitedTable.lines(of: decoded.text.string)) }
      return decoded.diagnostics.map(ReadingEvent.diagnostic)
        + assembly.events(text: decoded.text, at: InputLocation(file: assembly.input))
    }

    private static func wrap(_ error: any Error, name: String) -> RelataError {
      (error as? RelataError) ?? ReadingError.streamFailed(name, error)
    }
  }
}

extension SourceFile {
  /// A file of these bytes, found on a day.
  fileprivate init(_ place: String, _ bytes: [UInt8], on day: String?) {
    self.init(place: place, sha256: SHA256.hexDigest(of: bytes), size: bytes.count, read: day)
  }
}
