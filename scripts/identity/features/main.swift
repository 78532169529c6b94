// What the training of name matching needs of the Swift side, so that features exist once: see ../train.py.
//
//   relata-name-features words < type⇥name…          skeletons of each name's words
//   relata-name-features blocks < type⇥name…         blocking keys of each name
//   relata-name-features verdicts < type⇥name⇥name…  what the shipped model says of each pair
//   relata-name-features pairs WEIGHTS LETTERS < type⇥name⇥name…   features, links and words left over of each pair
import Foundation
import RelataCore
import RelataLanguage

func bytes(_ path: String) -> [UInt8] {
  [UInt8](FileManager.default.contents(atPath: path) ?? Data())
}

let arguments = CommandLine.arguments
let tables =
  arguments.count > 3
  ? NameMatchingTables(weights: bytes(arguments[2]), letters: bytes(arguments[3])) : .standard
var isFirst = true
while let line = readLine() {
  let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  guard fields.count > 1, let kind = BearerKind(rawValue: fields[0]) else { continue }
  if arguments.dropFirst().first == "verdicts", fields.count > 2 {
    let type: EntityType = kind == .person ? .person : .organization
    print(NameComparison(fields[1], fields[2], type: type).verdict)
  } else if arguments.dropFirst().first == "blocks" {
    let name = MatchableName(fields[1], type: kind == .person ? .person : .organization)
    print(NameBlocks.keys(of: name).joined(separator: " "))
  } else if fields.count == 2 {
    print(NameTraining.skeletons(of: fields[1], kind, tables).joined(separator: " "))
  } else {
    let pair = NameTraining(fields[1], fields[2], kind, tables)
    if isFirst { print((pair.names + ["links", "rests"]).joined(separator: "\t")) }
    isFirst = false
    print((pair.values.map { "\($0)" } + [pair.links, pair.rests]).joined(separator: "\t"))
  }
}
