/// A file that is made to do harm to whoever reads it.
public struct HostileFile: Sendable, CustomStringConvertible {
  public var name: String
  public var bytes: [UInt8]
  public var description: String { name }

  public init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  /// Damaged, mislabelled and made-up files, always the same.
  ///
  /// - Parameters:
  ///   - fixtures: Good files by name, which are damaged.
  ///   - size: By how much the files that are large or deep grow; 1 for tests that run often.
  /// - Returns: More than 250, each with a name of its own.
  public static func all(fixtures: [(name: String, bytes: [UInt8])], size: Int) -> [HostileFile] {
    let good = fixtures.sorted { $0.name < $1.name }
    return Self.damaged(good, often: size > 1) + Self.texts(size) + Self.marked(size)
      + Self.packages(size)
      + Self.mails(size) + Self.portable(size)
  }

  /// Cut short, sprinkled with noise, noise behind the first bytes, under another format's name.
  private static func damaged(
    _ good: [(name: String, bytes: [UInt8])], often: Bool
  ) -> [HostileFile] {
    var random = SeededGenerator(seed: 20)
    var files: [HostileFile] = []
    for (i, (name, bytes)) in good.enumerated() {
      let ending = name.split(separator: ".").dropFirst().joined(separator: ".")
      for n in 0..<(often ? 3 : 1) {
        let length = Int.random(in: 1..<max(2, bytes.count), using: &random)
        files.append(HostileFile("cut-\(i)-\(n).\(ending)", Array(bytes[..<length])))
      }
      for n in 0..<(often ? 2 : 1) {
        var noisy = bytes
        for _ in 0...bytes.count / 200 {
          let at = Int.random(in: 0..<bytes.count, using: &random)
          noisy[at] = UInt8.random(in: 0...255, using: &random)
        }
        files.append(HostileFile("noisy-\(i)-\(n).\(ending)", noisy))
      }
      let noise = (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random) }
      files.append(HostileFile("noise-\(i).\(ending)", Array(bytes.prefix(16)) + noise))
      let other = good[(i + 1) % good.count].name.split(separator: ".").last ?? "txt"
      files.append(HostileFile("misnamed-\(i).\(other)", bytes))
    }
    return files
  }
}
