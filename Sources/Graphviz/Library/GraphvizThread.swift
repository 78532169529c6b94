import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one thread on which every call into libcgraph and libgvc runs.
///
/// Nothing in those libraries is thread-safe, not even building separate graphs: they share string
/// tables, the parser and the error channel. A thread of its own, rather than a lock, because the
/// layout algorithms recurse deeply and need more stack than the pool threads of Dispatch and Swift
/// concurrency have (512 KB on macOS). Callers block until their job is done.
enum GraphvizThread {
  /// Sizes to try, in bytes; pages are only touched when the recursion gets there.
  private static let stackSizes = [256 << 20, 64 << 20, 16 << 20]

  private struct Queue {
    var jobs: [@Sendable () -> Void] = []
    var isRunning = false
  }

  private static let queue = Mutex(Queue())
  private static let wakeUp = DispatchSemaphore(value: 0)

  /// A value and the work that makes it, handed to the thread and back.
  private final class Job<Value>: @unchecked Sendable {
    let work: () throws(GraphvizError) -> Value
    var result: Result<Value, GraphvizError>?
    let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping () throws(GraphvizError) -> Value) { self.work = work }

    func perform() {
      do {
        result = .success(try work())
      } catch {
        result = .failure(error)
      }
      done.signal()
    }
  }

  /// Runs a job on the thread and waits for it.
  ///
  /// Jobs run one at a time, in order of arrival.
  ///
  /// - Precondition: Not called from a job.
  static func run<Value>(
    _ work: @escaping () throws(GraphvizError) -> Value
  ) throws(GraphvizError) -> Value {
    let job = Job(work)
    try submit { job.perform() }
    job.done.wait()
    guard let result = job.result else { throw .failed(stage: .building, message: "lost job") }
    return try result.get()
  }

  /// Runs a job later, for releasing memory from a deinitializer.
  static func enqueue(_ job: @escaping @Sendable () -> Void) {
    // Without a thread there is nothing that could have been allocated.
    try? submit(job)
  }

  private static func submit(_ job: @escaping @Sendable () -> Void) throws(GraphvizError) {
    let isStarted = queue.withLock { queue in
      if !queue.isRunning { queue.isRunning = start() }
      if queue.isRunning { queue.jobs.append(job) }
      return queue.isRunning
    }
    guard isStarted else { throw .outOfMemory }
    wakeUp.signal()
  }

  private static func start() -> Bool {
    stackSizes.contains { size in
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, size)
      pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      return pthread_create(
        &thread, &attributes,
        { _ in
          GraphvizThread.loop()
        }, nil) == 0
    }
  }

  private static func loop() -> Never {
    while true {
      wakeUp.wait()
      let job = queue.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
      job?()
    }
  }
}
