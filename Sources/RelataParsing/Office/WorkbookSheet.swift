import RelataReading

/// A sheet of a workbook of Office Open XML: its name, its file, whether anybody sees it.
struct WorkbookSheet {
  var name: String
  var path: String
  var isHidden = false

  /// The sheets in the order of their tabs; by the numbers of their files where the workbook does not list them.
  static func all(of archive: Archive) -> [WorkbookSheet] {
    let listed = list(of: archive)
    guard listed.isEmpty else { return listed }
    return archive.numberedPaths("xl/worksheets/sheet").enumerated().map {
      WorkbookSheet(name: "Sheet\($0 + 1)", path: $1)
    }
  }

  private static func list(of archive: Archive) -> [WorkbookSheet] {
    guard let tree = archive.files["xl/workbook.xml"].flatMap({ XMLTree($0) }) else { return [] }
    let targets = Relations(archive.files["xl/_rels/workbook.xml.rels"], folder: "xl")
    return withExtendedLifetime(tree) {
      (tree.root?.first("sheets")?.elements("sheet") ?? []).compactMap { sheet in
        guard let path = sheet.relation.flatMap({ targets[$0] }), archive.files[path] != nil else {
          return nil
        }
        let state = sheet["state"]?.lowercased()
        return WorkbookSheet(
          name: sheet["name"]?.collapsed ?? "", path: path,
          isHidden: state == "hidden" || state == "veryhidden")
      }
    }
  }
}
