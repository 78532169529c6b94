import Foundation

/// Where files lie, told without naming the machine.
package enum SourcePlace {
  /// Of a file: the name of its folder and its own, "articles/bank.html"; of one in a home or at the root its name
  /// alone.
  ///
  /// The same file has the same place however it is named on the command line, and in a folder that is given whole.
  package static func of(_ path: String) -> String {
    let file = URL(fileURLWithPath: path).standardizedFileURL
    return join(folderName(file.deletingLastPathComponent().path), file.lastPathComponent)
  }

  /// Of a file in a folder that was given: the folder's name and the way from it, "articles/may/bank.html".
  package static func of(_ path: String, in folder: String) -> String {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    guard path.hasPrefix(root) else { return of(path) }
    return join(name(ofFolder: folder), String(path.dropFirst(root.count)))
  }

  /// What a folder is called; nil for a home and the root.
  package static func name(ofFolder path: String) -> String? {
    folderName(URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  private static func folderName(_ path: String) -> String? {
    guard path != "/", path != NSHomeDirectory() else { return nil }
    let name = URL(fileURLWithPath: path).lastPathComponent
    return name.isEmpty || name == "/" ? nil : name
  }

  private static func join(_ folder: String?, _ name: String) -> String {
    folder.map { "\($0)/\(name)" } ?? name
  }
}
