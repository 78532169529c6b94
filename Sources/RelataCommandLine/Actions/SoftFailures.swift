import RelataCore

/// Counts what went wrong while work went on; decides the exit status at the end.
struct SoftFailures {
  private(set) var count = 0
  private var onlyMissing = true

  /// Tells one failure and counts it.
  mutating func add(_ error: RelataError, printer: DiagnosticPrinter) {
    count += 1
    if error.kind != .noInput { onlyMissing = false }
    printer.tell(
      Diagnostic(
        .error, code: error.code, error.message, at: error.location, hint: error.hint))
  }

  /// 66 if inputs were missing and nothing else was wrong, 65 if some input was bad.
  var status: ExitStatus {
    if count == 0 { return .success }
    return onlyMissing ? .noInput : .badInput
  }
}
