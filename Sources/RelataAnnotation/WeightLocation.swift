import Foundation
import RelataCore
import RelataInference

extension Annotator {
  private static func weightName(_ model: ReadingModel) -> String {
    switch model {
    case .small: "annotator.relata-weights"
    case .large: "pairs.relata-weights"
    }
  }
  static let bundleName = "relata_RelataAnnotation.resources"

  /// Where the weights that come with the program are: beside the executable, else in the bundle.
  ///
  /// - Returns: nil if there are none.
  public static func defaultWeights(for model: ReadingModel = .small) -> URL? {
    let weightName = weightName(model)
    let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      .resolvingSymlinksInPath().deletingLastPathComponent()
    var folders: [URL] = []
    for base in [Bundle.main.bundleURL, executable] {
      folders.append(base.appendingPathComponent(bundleName))
      folders.append(base.appendingPathComponent("../share/relata"))
    }
    for folder in folders {
      for inner in ["Resources/\(weightName)", weightName] {
        let url = folder.appendingPathComponent(inner).standardizedFileURL
        if FileManager.default.fileExists(atPath: url.path) { return url }
      }
    }
    return bundled(weightName)
  }

  /// The weights in the package's own bundle, found without `Bundle.module`, which stops the program
  /// when the bundle is gone.
  private static func bundled(_ weightName: String) -> URL? {
    for bundle in Bundle.allBundles + [Bundle(for: Annotator.self)] {
      for base in [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()] {
        let url = base.appendingPathComponent(bundleName).appendingPathComponent(
          "Resources/\(weightName)")
        if FileManager.default.fileExists(atPath: url.path) { return url }
      }
    }
    return nil
  }
}
