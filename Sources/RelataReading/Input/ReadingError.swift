import Foundation
import RelataCore

/// Every error and warning of this room, RL1001–RL1199, so that wording and codes stay in one place.
enum ReadingError {
  // MARK: - Errors: nothing was read

  static func cannotOpen(_ path: String, errno code: Int32) -> RelataError {
    let location = InputLocation(file: path)
    switch code {
    case ENOENT, ENOTDIR:
      return RelataError(
        .noInput, code: "RL1001", "no such file or folder", at: location,
        hint: "check the spelling; paths are relative to the working directory")
    case EACCES, EPERM:
      return RelataError(
        .noInput, code: "RL1002", "permission denied", at: location,
        hint: "make it readable for the user who runs this command (chmod u+r)")
    default: return cannotRead(path, errno: code)
    }
  }

  static func cannotRead(_ path: String, errno code: Int32) -> RelataError {
    RelataError(
      .noInput, code: "RL1003", "cannot be read: \(String(cString: strerror(code)))",
      at: InputLocation(file: path), hint: nil)
  }

  static func streamFailed(_ name: String, _ error: any Error) -> RelataError {
    RelataError(
      .noInput, code: "RL1003", "cannot be read: \(error)", at: InputLocation(file: name))
  }

  static func emptyFolder(_ path: String) -> RelataError {
    let known = InputFormat.allCases.flatMap(\.fileExtensions).map { ".\($0)" }
    return RelataError(
      .noInput, code: "RL1004", "the folder has no documents", at: InputLocation(file: path),
      hint: "folders are searched for \(known.joined(separator: ", ")); name other files one by one"
    )
  }

  static func notText(_ file: String, hint: String?) -> RelataError {
    RelataError(
      .badInput, code: "RL1005", "does not look like text", at: InputLocation(file: file),
      hint: hint ?? "only UTF-8 text (or UTF-16 with a byte order mark) can be read")
  }

  static func unsupported(_ file: String, format: String, hint: String) -> RelataError {
    RelataError(
      .badInput, code: "RL1006", "does not look like text: \(format)",
      at: InputLocation(file: file), hint: hint)
  }

  static func brokenLine(_ location: InputLocation, _ reason: String) -> RelataError {
    RelataError(
      .badInput, code: "RL1007", "not a JSON object: \(reason)", at: location,
      hint: "each line must be one object like {\"id\": \"a1\", \"text\": \"…\"}")
  }

  static func badField(_ location: InputLocation, _ message: String) -> RelataError {
    RelataError(
      .badInput, code: "RL1008", message, at: location,
      hint: "needed: \"id\" and \"text\"; optional: \"title\", \"source\", \"published\" (strings)")
  }

  static func unreadableHTML(_ file: String) -> RelataError {
    RelataError(
      .badInput, code: "RL1009", "cannot be parsed as HTML", at: InputLocation(file: file),
      hint: "if it is plain text, say --input-format text")
  }

  /// A document without a reader, or a file of a kind that nobody knows.
  static func unread(_ path: String, kind: String?) -> RelataError {
    RelataError(
      .badInput, code: "RL1017",
      kind.map { "is not read: \($0)" } ?? "is not read: unknown kind of file",
      at: InputLocation(file: path),
      hint: "save it as text, or as one of the formats that Relata reads")
  }

  static func noParser(_ file: String, format: InputFormat) -> RelataError {
    RelataError(
      .badInput, code: "RL1019", "the program relata-read, which reads \(format), is not there",
      at: InputLocation(file: file),
      hint: "build or install it beside relata: swift build -c release --product relata-read")
  }

  static func parserFailed(_ file: String, _ reason: String) -> RelataError {
    RelataError(
      .badInput, code: "RL1011", "relata-read gave no answer: \(reason)",
      at: InputLocation(file: file), hint: "open it in the program that made it, and save it anew")
  }

  /// What `relata-read` has against a file or a part of it.
  static func problem(_ problem: ParsingProblem, in file: String) -> RelataError {
    let (code, hint): (String, String?) =
      switch problem.kind {
      case .damaged: ("RL1012", "open it in the program that made it, and save it anew")
      case .encrypted: ("RL1013", "save a copy without a password")
      case .scanned: ("RL1014", "read its pages with --ocr, where tesseract is installed")
      case .empty: ("RL1015", nil)
      case .tooLarge: ("RL1016", "unpack it, and give the files that matter one by one")
      case .unknown: ("RL1018", "save it as text, or as one of the formats that Relata reads")
      }
    let part = problem.part.map { " (\($0))" } ?? ""
    return RelataError(
      .badInput, code: code, problem.reason + part, at: InputLocation(file: file), hint: hint)
  }

  // MARK: - Warnings: the reading went on

  static func empty(_ location: InputLocation) -> Diagnostic {
    Diagnostic(
      .warning, code: "RL1101", "is empty and gives no document", at: location,
      hint: "remove it from the inputs, or check how it was made")
  }

  static func invalidUTF8(_ location: InputLocation, count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "RL1102",
      "\(plural(count, "invalid UTF-8 sequence")) replaced by U+FFFD, the first in this line",
      at: location, hint: "convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8")
  }

  /// What of a folder is no document.
  static func leftOut(_ folder: String, _ kind: String, _ paths: [String]) -> Diagnostic {
    leftOut(folder, ParsingNote(LeftOutWords.text(kind, paths.map { FileName($0).name })))
  }

  /// What of a file is hidden from its readers, or is no document.
  static func leftOut(_ file: String, _ note: ParsingNote) -> Diagnostic {
    let part = note.part.map { " (\($0))" } ?? ""
    return Diagnostic(
      .note, code: "RL1106", "left out: \(note.what)\(part)", at: InputLocation(file: file),
      hint: nil)
  }

  /// What Relata wrote: an extraction is read where it is named itself.
  static func own(_ path: String, _ what: String) -> Diagnostic {
    Diagnostic(
      .note, code: "RL1107", "is \(what) that Relata wrote, and no source",
      at: InputLocation(file: path), hint: nil)
  }

  static func foreign(_ location: InputLocation, _ language: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "RL1108",
      "is not in English (\(language)); nothing is read from it", at: location,
      hint: "translate it first, or read it all the same with --language any")
  }

  static func recognized(_ location: InputLocation, _ recognizer: String) -> Diagnostic {
    Diagnostic(
      .note, code: "RL1109",
      "has pages that are pictures, read by \(recognizer): names may be spelt wrong", at: location,
      hint: "compare quotes with the file before they are used")
  }

  static func windowsText(_ location: InputLocation) -> Diagnostic {
    Diagnostic(
      .warning, code: "RL1105", "is no UTF-8; read as Windows-1252", at: location,
      hint: "if letters look wrong, convert it first: iconv -f ENCODING -t UTF-8")
  }

  static func controls(_ location: InputLocation, count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "RL1103",
      "\(plural(count, "control character")) removed, the first in this line", at: location,
      hint: nil)
  }

  static func badDate(_ location: InputLocation, _ text: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "RL1104", "'\(text.prefix(40))' is not a date; published is left open",
      at: location, hint: "write dates as 2021-09-25")
  }

  private static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
