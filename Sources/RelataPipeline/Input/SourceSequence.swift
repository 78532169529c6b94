import Foundation
import RelataCore
import RelataReading

/// What reading gives to the pipeline, in order of the inputs.
public enum SourceEvent: Sendable {
  case document(Document)
  /// A document that was extracted elsewhere.
  case extraction(line: [UInt8], at: InputLocation)
  case diagnostic(Diagnostic)
  /// One input, or one line of it, could not be read; the rest goes on.
  case failure(RelataError)
}

/// The events of all inputs, one after the other; nothing is read before it is asked for.
///
/// An input whose first bytes are those of `relata extract` is read as extractions where the format is
/// automatic; everything else goes to reading.
public struct SourceSequence: Sequence, Sendable {
  let inputs: [SourceInput]
  let format: SourceFormat
  let readsAnyLanguage: Bool
  let recognizer: TextRecognizer?
  let day: String?

  /// Documents of these inputs, read when iterated; those that are not in English only if asked for.
  ///
  /// `recognizer` reads pages that are pictures, which are left without one. `day` is noted as the one on which the files were read.
  public init(
    _ inputs: [SourceInput], format: SourceFormat = .documents(.auto),
    readsAnyLanguage: Bool = false, recognizer: TextRecognizer? = nil, day: String? = nil
  ) {
    self.inputs = inputs
    self.format = format
    self.readsAnyLanguage = readsAnyLanguage
    self.recognizer = recognizer
    self.day = day
  }

  /// Begins with the first input.
  public func makeIterator() -> Iterator {
    var reader = DocumentReader(
      readsAnyLanguage: readsAnyLanguage, recognizer: recognizer, day: day)
    if case .documents(let inputFormat) = format { reader.format = inputFormat }
    return Iterator(inputs: inputs, format: format, reader: reader)
  }

  /// Reads as it is asked.
  public struct Iterator: IteratorProtocol {
    private var remaining: [SourceInput]
    private let format: SourceFormat
    private let reader: DocumentReader
    private var documents: ReadingSequence.Iterator?
    private var lines: ChunkedLines?
    private var location = InputLocation(file: "")

    init(inputs: [SourceInput], format: SourceFormat, reader: DocumentReader) {
      remaining = inputs.reversed()
      self.format = format
      self.reader = reader
    }

    /// The next event; nil after the last input.
    public mutating func next() -> SourceEvent? {
      while true {
        if let event = documents?.next() { return Self.event(event) }
        documents = nil
        if let event = nextLine() { return event }
        guard let input = remaining.popLast() else { return nil }
        open(input)
      }
    }

    private mutating func nextLine() -> SourceEvent? {
      while lines != nil {
        do {
          guard let line = try lines?.nextLine() else {
            lines = nil
            return nil
          }
          location.line = (location.line ?? 0) + 1
          if line.contains(where: { $0 > 0x20 }) { return .extraction(line: line, at: location) }
        } catch {
          lines = nil
          return .failure(
            (error as? RelataError)
              ?? RelataError(
                .noInput, code: "RL7201", "cannot read on: \(error)",
                at: InputLocation(file: location.file), hint: "what was read before is kept"))
        }
      }
      return nil
    }

    private mutating func open(_ input: SourceInput) {
      switch (input, format) {
      case (.path(let path), .extractions) where Self.isFolder(path):
        expand(path)
        return
      case (.path(let path), .documents(.auto)), (.path(let path), .extractions):
        guard !Self.isFolder(path), let file = FileHandle(forReadingAtPath: path) else { break }
        let chunks: () throws -> [UInt8]? = {
          let chunk = try file.read(upToCount: 1 << 16)
          return chunk.flatMap { $0.isEmpty ? nil : Array($0) }
        }
        let head = (try? chunks()) ?? []
        if format == .extractions || ExtractionRecord.isExtraction(head) {
          start(named: path, head: head, rest: chunks)
          return
        }
      case (.stream(let name, let next), .documents(.auto)),
        (.stream(let name, let next), .extractions):
        let head = (try? next()) ?? []
        if format == .extractions || ExtractionRecord.isExtraction(head) {
          start(named: name, head: head, rest: next)
          return
        }
        let pending = PendingChunk(head)
        read(.stream(name: name, next: { try pending.take() ?? next() }))
        return
      default: break
      }
      read(input)
    }

    private mutating func start(
      named name: String, head: [UInt8], rest: @escaping () throws -> [UInt8]?
    ) {
      let pending = PendingChunk(head)
      location = InputLocation(file: name, line: 0)
      lines = ChunkedLines { try pending.take() ?? rest() }
    }

    private mutating func read(_ input: SourceInput) {
      documents = reader.read([input.forReading]).makeIterator()
    }

    /// The files of a folder, subfolders included, in order of their path's bytes; hidden ones and what is
    /// no file (a named pipe) left out.
    private mutating func expand(_ folder: String) {
      let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
      let files = names.filter { name in
        !name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("_") }
          && Self.isFile(folder + "/" + name)
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      remaining += files.reversed().map { .path(folder + "/" + $0) }
    }

    private static func isFile(_ path: String) -> Bool {
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func isFolder(_ path: String) -> Bool {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }

    private static func event(_ event: ReadingEvent) -> SourceEvent {
      switch event {
      case .document(let document): .document(document)
      case .diagnostic(let diagnostic): .diagnostic(diagnostic)
      case .failure(let error): .failure(error)
      }
    }
  }
}
