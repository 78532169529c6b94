import Foundation
import RelataCore
import RelataReading
import RelataStore

/// Forgets what was read from files that their folder holds no more.
struct FolderSync {
  /// Folders that are given whole.
  var folders: [String]

  /// Takes the documents out whose last file is gone.
  ///
  /// - Returns: Their ids, in order.
  func run(_ store: GraphStore) throws(RelataError) -> [DocumentID] {
    var gone: [DocumentID] = []
    for document in try store.documents(includingConfidential: true)
    where !document.files.isEmpty {
      let lost = document.files.filter(isGone)
      guard !lost.isEmpty else { continue }
      if lost.count == document.files.count {
        gone.append(document.id)
      } else {
        try store.forget(lost, of: document.id)
      }
    }
    // Who takes a file away for a while does not take back what was decided about it.
    return try store.forget(gone, keepingDecisions: true)
  }

  /// Whether a file lay in one of the folders and lies there no more; of others nothing is known.
  private func isGone(_ file: SourceFile) -> Bool {
    folders.contains { folder in
      guard let name = SourcePlace.name(ofFolder: folder), file.place.hasPrefix(name + "/") else {
        return false
      }
      let path = folder + "/" + file.place.dropFirst(name.count + 1)
      return !FileManager.default.fileExists(atPath: path)
    }
  }
}
