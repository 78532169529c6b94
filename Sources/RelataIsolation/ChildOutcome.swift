/// Why a child process could not be used.
package struct ChildProcessError: Error, Equatable {
  /// A fragment for a message: what could not be done, and what the system said.
  package var reason: String
}

/// What a child wrote and how it ended.
package struct ChildOutcome: Equatable, Sendable {
  /// How a child came to its end.
  package enum Ending: Equatable, Sendable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal that the caller did not send: a crash or a limit.
    case signalled(Int32)
    /// Killed, because its time was over.
    case timedOut
    /// Killed, because it did not begin with the greeting that it owes: another program.
    case strange
  }

  /// What it wrote to standard output; for a child that was killed, as much as came before.
  package var output: [UInt8]
  /// What it wrote to standard error, at most a mebibyte.
  package var messages: [UInt8]
  package var ending: Ending

  package init(output: [UInt8], messages: [UInt8], ending: Ending) {
    self.output = output
    self.messages = messages
    self.ending = ending
  }
}
