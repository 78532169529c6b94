import Foundation
import RelataAnnotation
import RelataInference

/// Tells weight files apart.
enum ModelIdentity {
  /// Names, versions and checksums of what an annotator reads with.
  static func name(of annotator: Annotator) -> String {
    var names = [name(annotator.configuration, annotator.weights)]
    if let pairs = annotator.pairConfiguration, let weights = annotator.pairWeights {
      names.append(name(pairs, weights))
    }
    return names.joined(separator: ", ")
  }

  private static func name(_ configuration: ModelConfiguration, _ weights: URL) -> String {
    "\(configuration.name) \(configuration.modelVersion), weights \(digest(of: weights) ?? "")"
  }

  /// The first twelve digits of the checksum at the end of a weight file; nil if it cannot be read.
  ///
  /// Read, not computed: loading the file checks it.
  static func digest(of weights: URL) -> String? {
    guard let file = try? FileHandle(forReadingFrom: weights) else { return nil }
    defer { try? file.close() }
    guard let end = try? file.seekToEnd(), end > 32,
      (try? file.seek(toOffset: end - 32)) != nil, let bytes = try? file.read(upToCount: 6)
    else { return nil }
    return bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
