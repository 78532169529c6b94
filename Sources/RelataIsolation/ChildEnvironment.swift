#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The surroundings of an isolated child: as little as a program needs to run.
package enum ChildEnvironment {
  /// Marks a process as an isolated child, for ``isOfThisProcess``.
  private static let mark = "RELATA_ISOLATED_CHILD"

  /// Variables for a child, "NAME=value" each: a locale that writes decimal points, no backtracer, which
  /// would turn a crash into seconds of waiting, and where the libraries of the Swift runtime are.
  package static func variables(adding more: [String] = []) -> [String] {
    var result = ["LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no", mark + "=1"] + more
    // Where the runtime is found only by this, the child needs it too.
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] {
      if let value = getenv(name) { result.append("\(name)=\(String(cString: value))") }
    }
    return result
  }

  /// Whether this process was started with ``variables(adding:)``, whatever program it is.
  package static var isOfThisProcess: Bool { getenv(mark) != nil }
}
