import ArgumentParser
import RelataCore
import RelataLanguage

/// An option with a fixed set of words; a word outside it gets a suggestion instead of a bare refusal.
struct Choice<Value>: ExpressibleByArgument, Sendable
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  private let typed: String

  init(_ value: Value) { typed = value.rawValue }
  init(argument: String) { typed = argument }

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  var defaultValueDescription: String { typed }

  /// The value meant.
  ///
  /// - Parameter name: What is chosen, for the message: "format".
  /// - Returns: The value of that name, whatever the case of its letters.
  /// - Throws: RL7003 with the nearest words.
  func value(_ name: String) throws(RelataError) -> Value {
    if let value = Value(rawValue: typed) { return value }
    if let value = Value.allCases.first(where: { $0.rawValue == typed.lowercased() }) {
      return value
    }
    let words = Self.allValueStrings
    let list = "one of: " + words.joined(separator: ", ")
    let near = Suggestions.hint(for: typed, in: words)
    throw RelataError(
      .usage, code: "RL7003", "unknown \(name) '\(typed)'",
      hint: near.map { "\($0) It is \(list)" } ?? list)
  }
}
