/// Applies work to a stream of values on several cores and hands results on in the order of the stream.
///
/// At most `width` values are worked on and at most ``window`` are held, counting results that wait for
/// an earlier one, so memory stays bounded however long the stream is. What `sink` sees does not depend
/// on `width`.
public struct OrderedParallelMap: Sendable {
  /// Number of values worked on at once; 1 works in the caller's task without any hand-over.
  public let width: Int
  /// Number of values between the next one to hand on and the last one taken.
  public var window: Int { width == 1 ? 1 : 4 * width }

  /// Works on so many elements at once; values below 1 count as 1.
  public init(width: Int) { self.width = max(1, width) }

  /// Runs until the source ends, something throws or the task is cancelled.
  ///
  /// - Parameters:
  ///   - next: Gives the next value, nil at the end; called from the caller's task only.
  ///   - transform: The work; called from several tasks at once.
  ///   - sink: Receives each result in order; called from the caller's task only.
  /// - Throws: What `next`, `transform` or `sink` throw; results of earlier values have reached `sink`.
  ///   `CancellationError` once the task is cancelled: no further value is begun.
  public func run<Value: Sendable, Output: Sendable>(
    next: () throws -> Value?,
    transform: @escaping @Sendable (Value) throws -> Output,
    sink: (Output) throws -> Void
  ) async throws {
    if width == 1 {
      while let value = try next() {
        try Task.checkCancellation()
        try sink(transform(value))
      }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
      var begun = 0
      var delivered = 0
      var waiting: [Int: Result<Output, any Error>] = [:]
      var isExhausted = false
      while true {
        while !isExhausted, begun - delivered < window, begun - delivered - waiting.count < width {
          guard let value = try next() else {
            isExhausted = true
            break
          }
          try Task.checkCancellation()
          let index = begun
          group.addTask { (index, Result { try transform(value) }) }
          begun += 1
        }
        guard let (index, result) = try await group.next() else { return }
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: delivered) {
          delivered += 1
          try sink(ready.get())
        }
      }
    }
  }
}
