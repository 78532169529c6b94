import Foundation

/// The files of this checkout, found from where this source file lies.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift files below a folder of the checkout, by path, sorted.
  static func swiftFiles(in folder: String) throws -> [(path: String, text: String)] {
    try files(in: folder).filter { $0.hasSuffix(".swift") }.map { path in
      (path, try text(path))
    }
  }

  /// Every file below a folder of the checkout, as paths from the root, sorted.
  static func files(in folder: String) throws -> [String] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String] ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let path = base.appending(path: name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.map { "\(folder)/\($0)" }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The first folder below Sources: the target that a file belongs to.
  static func target(of path: String) -> String {
    String(path.split(separator: "/")[1])
  }
}
