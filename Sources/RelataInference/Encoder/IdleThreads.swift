import Synchronization

/// Threads of a program that have nothing to do, for one long document to borrow.
///
/// Whoever works on a document calls ``occupied(_:)``; inside, ``borrow(_:)`` asks for more for a while.
/// Work on many documents at once leaves nothing to borrow, so it goes as if there were no lending.
/// Safe to use from any thread; nobody waits.
public final class IdleThreads: Sendable {
  private let idle: Mutex<Int>

  /// - Parameter count: Threads that the program works with.
  public init(_ count: Int) { idle = Mutex(count) }

  /// Runs `work` on one of the threads.
  public func occupied<Output, Failure: Error>(
    _ work: () throws(Failure) -> Output
  ) throws(Failure) -> Output {
    idle.withLock { $0 -= 1 }
    defer { idle.withLock { $0 += 1 } }
    return try work()
  }

  /// Takes up to `most` idle threads, perhaps none; they are given back by ``giveBack(_:)``.
  public func borrow(_ most: Int) -> Int {
    idle.withLock { idle in
      let taken = max(0, min(most, idle))
      idle -= taken
      return taken
    }
  }

  /// Gives back what ``borrow(_:)`` returned.
  public func giveBack(_ count: Int) { idle.withLock { $0 += count } }
}
