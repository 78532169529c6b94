import Foundation
import RelataCore

/// The files of a folder and its subfolders that have one of the extensions.
///
/// Order: bytes of the path. Hidden entries and links to folders are skipped, so that loops end; so is
/// what is no file, such as a named pipe, which would keep a reader waiting for somebody to write.
struct FolderListing {
  private(set) var files: [String] = []
  /// Subfolders that cannot be listed.
  private(set) var failures: [RelataError] = []

  init(_ path: String, extensions: Set<String>) {
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
          if !Self.isLink(entry) { pending.append(entry) }
        } else if let dot = name.lastIndex(of: "."),
          extensions.contains(name[name.index(after: dot)...].lowercased()), Self.isFile(entry)
        {
          files.append(entry)
        }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    failures.sort { ($0.location?.file ?? "") < ($1.location?.file ?? "") }
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
