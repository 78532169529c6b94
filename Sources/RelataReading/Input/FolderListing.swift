import Foundation
import RelataCore

/// The files of a folder and its subfolders, by what is to become of them.
///
/// Order: bytes of the path. Hidden entries and links to folders are skipped, so that loops end; so is
/// what is no file, such as a named pipe, which would keep a reader waiting for somebody to write, and the folder of
/// pictures and scripts that a browser saves beside a page ("page_files" beside "page.html").
struct FolderListing {
  /// To be read.
  private(set) var files: [String] = []
  /// Documents without a reader, and subfolders that cannot be listed.
  private(set) var failures: [RelataError] = []
  /// Pictures, programs and the like, by what they are called.
  private(set) var leftOut: [String: [String]] = [:]

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - extensions: The files of these only, and nothing said of others; nil for all.
  init(_ path: String, extensions: Set<String>?) {
    var pending = [path]
    while let folder = pending.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        let code = access(folder, R_OK | X_OK) == 0 ? EIO : errno
        failures.append(ReadingError.cannotOpen(folder, errno: code))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let entry = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        if Self.isFolder(entry) {
          if Self.isLink(entry) { continue }
          if Self.isCompanion(name, of: names) {
            if extensions == nil { leftOut[Self.companion, default: []].append(entry) }
          } else {
            pending.append(entry)
          }
        } else if Self.isFile(entry) {
          add(entry, name: name, extensions)
        }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    failures.sort { ($0.location?.file ?? "") < ($1.location?.file ?? "") }
    for kind in leftOut.keys {
      leftOut[kind]?.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  private mutating func add(_ path: String, name: String, _ extensions: Set<String>?) {
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    if let extensions {
      if let suffix, extensions.contains(suffix) { files.append(path) }
      return
    }
    if let kind = FileKinds.leftOut(name, head: { Self.head(of: path) }) {
      leftOut[kind, default: []].append(path)
      return
    }
    // Without an extension, or with a wrong one, the first bytes tell.
    let isRead = suffix == nil || InputFormat(fileName: name) != nil
    if isRead || ContentFormat.proven(by: Self.head(of: path)) != nil {
      files.append(path)
    } else if case .unread(let kind)? = FileKind(name: name) {
      failures.append(ReadingError.unread(path, kind: kind))
    } else {
      failures.append(ReadingError.unread(path, kind: nil))
    }
  }

  /// The first bytes of a file; none of one that cannot be read.
  private static func head(of path: String) -> [UInt8] {
    (try? FileBytes(path: path).next()) ?? []
  }

  private static let companion = "folder saved with a page"

  /// "page_files" beside "page.html": what a browser saves with a page.
  private static func isCompanion(_ name: String, of names: [String]) -> Bool {
    let endings = ["_files", "_Dateien", "-Dateien", "_fichiers", "_archivos", "_file"]
    guard let ending = endings.first(where: name.hasSuffix) else { return false }
    let stem = name.dropLast(ending.count)
    return ["html", "htm", "xhtml"].contains { names.contains("\(stem).\($0)") }
  }

  /// Whether the path leads to a regular file, over links if there are any.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
