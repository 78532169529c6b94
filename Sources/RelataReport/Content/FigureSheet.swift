import Dispatch
import RelataCore
import Synchronization

/// Makes many figures on several threads, with the result and the error that one thread would give.
struct FigureSheet {
  let count: Int
  let threads: Int

  /// - Parameter make: Called once for each index unless an earlier index failed, from several
  ///   threads at once.
  /// - Returns: The results in the order of their indices.
  /// - Throws: The error of the lowest index that failed.
  func make<Result: Sendable>(
    _ make: @Sendable (Int) throws(RelataError) -> Result
  ) throws(RelataError) -> [Result] {
    guard threads > 1, count > 1 else {
      var results: [Result] = []
      for index in 0..<count { results.append(try make(index)) }
      return results
    }
    let state = Mutex(State<Result>())
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while let index = state.withLock({ $0.next(of: count) }) {
        do throws(RelataError) {
          let result = try make(index)
          state.withLock { $0.results[index] = result }
        } catch {
          state.withLock { $0.errors[index] = error }
        }
      }
    }
    let (results, errors) = state.withLock { ($0.results, $0.errors) }
    if let first = errors.min(by: { $0.key < $1.key }) { throw first.value }
    return results.sorted { $0.key < $1.key }.map(\.value)
  }

  private struct State<Result: Sendable>: Sendable {
    var begun = 0
    var results: [Int: Result] = [:]
    var errors: [Int: RelataError] = [:]

    /// Indices are handed out in order, so that none below a failure is left out.
    mutating func next(of count: Int) -> Int? {
      guard begun < count, errors.isEmpty else { return nil }
      begun += 1
      return begun - 1
    }
  }
}
