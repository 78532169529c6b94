/// How a note says what was left out: "picture (2): quay.jpg, pier.png".
package enum LeftOutWords {
  /// Names beyond this number are only counted.
  private static let most = 20

  /// A kind with the names of its files; each stands once for every one of them.
  package static func text(_ kind: String, _ names: [String]) -> String {
    let more = names.count > most ? ", and \(names.count - most) more" : ""
    return "\(kind) (\(names.count)): " + names.prefix(most).joined(separator: ", ") + more
  }
}
