/// Which files of an Office Open XML package belong to one of them (ECMA-376, part 2): paths by id and by kind.
struct Relations {
  private var paths: [String: String] = [:]
  private var kinds: [String: String] = [:]

  /// From a file of relations; paths are seen from the folder of the file that they belong to.
  init(_ bytes: [UInt8]?, folder: String) {
    guard let tree = bytes.flatMap({ XMLTree($0) }) else { return }
    withExtendedLifetime(tree) {
      for relation in tree.root?.elements("Relationship") ?? [] {
        guard let id = relation["Id"], let target = relation["Target"],
          relation["TargetMode"] != "External"
        else { continue }
        let path = Self.path(target, from: folder)
        paths[id] = path
        if let kind = relation["Type"]?.split(separator: "/").last.map(String.init) {
          kinds[kind] = kinds[kind] ?? path
        }
      }
    }
  }

  /// The path of an id.
  subscript(_ id: String) -> String? { paths[id] }

  /// The path of the first relation of a kind: "notesSlide".
  func first(_ kind: String) -> String? { kinds[kind] }

  /// "../notesSlides/notesSlide1.xml" from "ppt/slides" is "ppt/notesSlides/notesSlide1.xml".
  private static func path(_ target: String, from folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
