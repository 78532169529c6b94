import GRDB
import RelataCore

/// Everything that can go wrong with a graph file, in words; codes RL4000…RL4099.
enum StoreErrors {
  static func missing(_ path: String) -> RelataError {
    RelataError(
      .noInput, code: "RL4001", "there is no graph at this path", at: InputLocation(file: path),
      hint: "make one with: relata build --graph \(path) INPUT…")
  }

  static func notAGraph(_ path: String, _ what: String) -> RelataError {
    RelataError(
      .noInput, code: "RL4002", "not a Relata graph: \(what)", at: InputLocation(file: path),
      hint: "check the path; the file was left as it is")
  }

  static func newer(_ path: String, version: Int, supported: Int) -> RelataError {
    RelataError(
      .noInput, code: "RL4003",
      "the graph has schema version \(version), this program reads up to \(supported)",
      at: InputLocation(file: path), hint: "use a newer relata")
  }

  static func corrupted(_ path: String, _ detail: String) -> RelataError {
    RelataError(
      .noInput, code: "RL4004", "the graph file is damaged: \(detail)",
      at: InputLocation(file: path),
      hint: "restore a copy, or build the graph again from its documents")
  }

  static func cannotCreate(_ path: String, _ detail: String) -> RelataError {
    RelataError(
      .cannotCreate, code: "RL4005", "cannot create or open the graph for writing: \(detail)",
      at: InputLocation(file: path), hint: "check that the folder exists and can be written")
  }

  static func busy(_ path: String) -> RelataError {
    RelataError(
      .busy, code: "RL4006", "the graph is in use by another process",
      at: InputLocation(file: path), hint: "wait until the other relata has finished, then repeat")
  }

  static func unwritable(_ path: String, _ detail: String) -> RelataError {
    RelataError(
      .inputOutput, code: "RL4007", "cannot write the graph: \(detail)",
      at: InputLocation(file: path),
      hint: "the graph still holds every document added before; free some space and repeat")
  }

  static func unreadable(_ path: String, _ detail: String) -> RelataError {
    RelataError(
      .noInput, code: "RL4008", "cannot read the graph: \(detail)", at: InputLocation(file: path),
      hint: "check the permissions of the file and its folder")
  }

  static func readOnly(_ path: String) -> RelataError {
    RelataError(
      .cannotCreate, code: "RL4009", "the graph was opened for reading only",
      at: InputLocation(file: path))
  }

  static func unsound(_ document: DocumentID, _ defect: String) -> RelataError {
    RelataError(
      .badInput, code: "RL4010", "document \(document) cannot be stored: \(defect)",
      hint: "the document was skipped; the graph is unchanged")
  }

  static func failed(_ path: String, _ detail: String) -> RelataError {
    RelataError(
      .failed, code: "RL4011", "the graph store failed: \(detail)", at: InputLocation(file: path))
  }

  static func ambiguousName(
    _ path: String, _ form: String, _ first: String, _ second: String
  ) -> RelataError {
    RelataError(
      .badInput, code: "RL4014",
      "'\(form)' would name both '\(first)' and '\(second)' of the names that the graph keeps",
      at: InputLocation(file: path),
      hint: "change the rules file, or take one out: relata rules --remove NAME")
  }

  static func closed(_ path: String) -> RelataError {
    RelataError(
      .internal, code: "RL4012", "the graph was closed before it was used",
      at: InputLocation(file: path))
  }

  /// The error for what SQLite reported; arguments, which hold document text, stay out.
  static func translated(_ error: any Error, path: String) -> RelataError {
    if let error = error as? RelataError { return error }
    // Both would tell the row, which holds document text.
    if error is RowDecodingError || error is DecodingError {
      return corrupted(path, "a column holds what it cannot hold")
    }
    guard let error = error as? DatabaseError else { return failed(path, "\(error)") }
    let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return busy(path)
    case .SQLITE_NOTADB: return notAGraph(path, "it is no SQLite file")
    case .SQLITE_CORRUPT: return corrupted(path, detail)
    case .SQLITE_FULL, .SQLITE_IOERR: return unwritable(path, detail)
    case .SQLITE_READONLY: return readOnly(path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return unreadable(path, detail)
    default: return failed(path, detail)
    }
  }
}
