import Foundation

/// Executables that the package builds beside its tests.
public enum BuiltExecutable {
  /// The path of an executable; its bare name where it is not found, so that starting it fails.
  public static func path(_ name: String) -> String {
    // The bundle lies in the build directory on Linux and three levels below it on macOS.
    var directory = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      directory = bundle.bundleURL.deletingLastPathComponent()
    }
    for _ in 0..<5 {
      let candidate = directory.appendingPathComponent(name)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate.path }
      directory.deleteLastPathComponent()
    }
    return name
  }
}
