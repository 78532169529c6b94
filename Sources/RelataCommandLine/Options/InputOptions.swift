import ArgumentParser
import Foundation
import RelataCore
import RelataPipeline
import RelataReading

/// Which documents a command reads and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders; - is standard input. Folders are searched with all that is in them.",
      valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp("What the inputs hold.", valueName: "format"))
  var inputFormat: Choice<SourceFormat> = Choice(.documents(.auto))

  @Option(
    help: ArgumentHelp(
      "File that lists further inputs, one a line; - is standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Option(
    help: ArgumentHelp("What messages and sources call standard input.", valueName: "name"))
  var stdinName: String = "<stdin>"

  @Option(
    help: ArgumentHelp(
      "Languages that are read; texts in others are told of and give nothing.",
      valueName: "language"))
  var language: Choice<InputLanguage> = Choice(.english)

  @Flag(
    help:
      "Read PDF pages that are pictures of text with tesseract, which must be installed; takes seconds a page."
  )
  var ocr = false

  @Option(
    help: ArgumentHelp(
      "Documents worked on at once (default: number of cores). The output is the same for every number.",
      valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256, not \(threads)")
    }
  }

  /// The pipeline over these inputs.
  ///
  /// - Throws: RL7004 if there is no input, RL7005 if a list of files cannot be read, RL7017 if pictures are to be read
  ///   and nothing is there to do it.
  func pipeline(in context: CommandContext) throws(RelataError) -> DocumentPipeline {
    var names = inputs
    if let filesFrom { names += try listed(in: filesFrom) }
    guard !names.isEmpty else {
      throw RelataError(
        .usage, code: "RL7004", "there is nothing to read",
        hint: "name files or folders, or - for standard input")
    }
    guard names.filter({ $0 == "-" }).count <= 1 else {
      throw RelataError(
        .usage, code: "RL7006", "standard input is named twice", hint: "give - once")
    }
    if names.contains("-"), context.streams.isInputTerminal {
      context.say("relata: reading from the terminal; end with Ctrl-D")
    }
    let sources = names.map { name in
      name == "-"
        ? SourceInput.stream(name: stdinName, next: { try StandardInput.nextChunk() })
        : SourceInput.path(name)
    }
    return DocumentPipeline(
      source: SourceSequence(
        sources, format: try inputFormat.value("input format"),
        readsAnyLanguage: try language.value("language") == .any,
        recognizer: ocr ? try recognizer(context.streams.environment) : nil,
        day: Today.day(context.streams.environment)),
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  private func recognizer(
    _ environment: [String: String]
  ) throws(RelataError) -> TextRecognizer {
    if let found = TextRecognizer.find(in: environment) { return found }
    throw RelataError(
      .usage, code: "RL7017", "--ocr needs the program tesseract, which is not there",
      hint:
        "install it (apt-get install tesseract-ocr, or brew install tesseract), or leave --ocr out")
  }

  /// The inputs that are folders.
  var folders: [String] {
    inputs.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  private func listed(in file: String) throws(RelataError) -> [String] {
    var bytes: [UInt8] = []
    do {
      if file == "-" {
        while let chunk = try StandardInput.nextChunk() { bytes += chunk }
      } else {
        bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
      }
    } catch {
      throw RelataError(
        .noInput, code: "RL7005", "the list of files cannot be read",
        at: InputLocation(file: file == "-" ? stdinName : file), hint: "check that the file exists")
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }
}

/// Which languages are read.
enum InputLanguage: String, CaseIterable, Sendable {
  case english = "en"
  /// Also what is not in English, as if it were.
  case any
}
