import RelataCore

/// Counts what went wrong while work went on; decides the exit status at the end.
struct SoftFailures {
  /// Inputs, lines and documents that could not be used.
  private(set) var count = 0
  private var onlyMissing = true
  private var warnings = 0

  /// Tells one failure and counts it.
  mutating func add(_ error: RelataError, printer: DiagnosticPrinter) {
    count += 1
    if error.kind != .noInput { onlyMissing = false }
    printer.tell(
      Diagnostic(
        .error, code: error.code, error.message, at: error.location, hint: error.hint))
  }

  /// Tells a warning about an input.
  mutating func add(_ diagnostic: Diagnostic, printer: DiagnosticPrinter) {
    warnings += 1
    printer.tell(diagnostic)
  }

  /// The status of a run: 66 if inputs were missing and nothing else was wrong, 65 if some input was bad
  /// or the inputs held no document at all.
  func status(documents: Int, printer: DiagnosticPrinter) -> ExitStatus {
    printer.tellSuppressed()
    if count > 0 { return onlyMissing ? .noInput : .badInput }
    guard documents == 0 else { return .success }
    if warnings == 0 {
      printer.tell(
        Diagnostic(
          .error, code: "RL7207", "the inputs hold no document",
          hint: "check what is given or piped in"))
    }
    return .badInput
  }
}
