#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a child may use up; it sets the limits on itself before it touches anything hostile.
package struct ChildLimits: Sendable, Equatable {
  /// Seconds, of processor time and by the clock, rounded up.
  package var seconds: Double
  /// Bytes of address space.
  ///
  /// Not enforced on macOS.
  package var memory: UInt64
  /// Bytes of stack for the main thread.
  package var stack: UInt64

  package init(seconds: Double, memory: UInt64, stack: UInt64 = 256 << 20) {
    self.seconds = seconds
    self.memory = memory
    self.stack = stack
  }

  /// Limits this process, which leaves no core file, and moves it to the root directory.
  ///
  /// A limit that the system sets lower already stays. A process whose parent dies does not outlive it for
  /// long: an alarm ends it.
  package func apply() {
    let whole = UInt64(min(max(seconds, 0.01), 86_400).rounded(.up))
    Self.limit(RLIMIT_CORE, to: 0)
    Self.limit(RLIMIT_CPU, to: whole + 1)
    Self.limit(RLIMIT_STACK, to: stack)
    #if !canImport(Darwin)
      Self.limit(RLIMIT_AS, to: memory)
    #endif
    alarm(UInt32(whole) + 5)
    _ = chdir("/")
  }

  #if canImport(Glibc)
    private static func limit(_ resource: __rlimit_resource, to amount: UInt64) {
      limit(Int32(resource.rawValue), to: amount)
    }
  #endif

  private static func limit(_ resource: Int32, to amount: UInt64) {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    // The greatest value stands for no limit at all.
    limit.rlim_cur = min(rlim_t(amount), limit.rlim_max)
    _ = setrlimit(resource, &limit)
  }
}
