import Foundation
import RelataCore
import RelataPipeline
import RelataStore

/// Whether the files of a graph's documents are still those that were read.
struct VerifyAction {
  /// What became of a file.
  private enum Finding: String {
    case same, changed, missing
  }

  var graphPath: String
  /// Where files are looked for.
  var folders: [String]
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try DocumentView(path: graphPath, view)
    var listing = Listing([
      .init(title: "File", isFlexible: true), .init(title: "Now"),
      .init(title: "Document", isFlexible: true), .init(title: "Read"),
      .init(title: "Bytes", isNumeric: true), .init(title: "SHA-256", isFlexible: true),
    ])
    var counts: [Finding: Int] = [:]
    var known: [String: Set<String>] = [:]
    var rows: [(document: StoredDocument, file: SourceFile, finding: Finding)] = []
    for document in view.documents {
      let shown = view.shown(document)
      for (file, shownFile) in zip(document.files, shown.files) {
        let found = known[file.place] ?? checksums(file.place)
        known[file.place] = found
        let finding: Finding =
          found.contains(file.sha256) ? .same : found.isEmpty ? .missing : .changed
        counts[finding, default: 0] += 1
        rows.append((shown, shownFile, finding))
      }
    }
    for (document, file, finding) in view.ordered(rows, by: \.document.id) {
      listing.append(
        [
          file.description, finding.rawValue, document.id.rawValue, file.read ?? "",
          String(file.size), file.sha256,
        ],
        object: .object([
          JSONMember("document", .string(document.id.rawValue)),
          JSONMember("place", .string(file.place)), JSONMember("part", .optional(file.part)),
          JSONMember("now", .string(finding.rawValue)), JSONMember("read", .optional(file.read)),
          JSONMember("size", .integer(file.size)),
          JSONMember("sha256", DocumentMembers.checksum(file.sha256)),
          JSONMember("producer", .string(document.producer)),
        ]))
    }
    try view.tellKey(in: context)
    try listing.write(as: format, to: context.streams, style: context.style)
    let without = view.documents.filter { $0.files.isEmpty }.count
    var words = [Finding.same, .changed, .missing].map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    if without > 0 { words.append("\(Count.of(without, "document")) read from no file") }
    context.say("relata: \(graphPath): " + words.joined(separator: ", "))
    return (counts[.changed] ?? 0) + (counts[.missing] ?? 0) > 0 ? .failure : .success
  }

  /// The checksums of the files that lie in a place, one a folder: in it, beside it, or where it is the place's own.
  private func checksums(_ place: String) -> Set<String> {
    let inner = place.split(separator: "/").dropFirst().joined(separator: "/")
    return Set(
      folders.compactMap { folder in
        let root = URL(fileURLWithPath: folder).standardizedFileURL
        let paths =
          [
            root.appending(path: place).path,
            root.deletingLastPathComponent().appending(path: place).path,
          ] + (inner.isEmpty ? [] : [root.appending(path: inner).path])
        return paths.lazy.compactMap(FileManager.default.contents).first.map {
          SHA256.hexDigest(of: $0)
        }
      })
  }
}
