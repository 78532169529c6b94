#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The program that runs at the moment, to be started once more as a child.
package enum RunningProgram {
  /// A path that starts it; on Linux also where the file was replaced since.
  package static var path: String {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var path = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&path, &size) == 0 else { return CommandLine.arguments[0] }
      return String(cString: path)
    #else
      return "/proc/self/exe"
    #endif
  }
}
