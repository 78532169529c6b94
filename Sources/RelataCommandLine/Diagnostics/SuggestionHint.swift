import RelataCore
import RelataLanguage

extension Suggestions {
  /// A hint "did you mean 'a' or 'b'?"; nil if nothing is near.
  static func hint(for word: String, in candidates: some Sequence<String>) -> String? {
    let near = nearest(to: word, among: candidates).map { "'\($0)'" }
    guard let last = near.last else { return nil }
    let others = near.dropLast().joined(separator: ", ")
    return "did you mean \(others.isEmpty ? last : "\(others) or \(last)")?"
  }
}
