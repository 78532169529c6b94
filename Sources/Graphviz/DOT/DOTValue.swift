/// The value of a DOT attribute.
public enum DOTValue: Hashable, Sendable {
  /// Text that is shown exactly as it stands: whatever the attribute would interpret is escaped.
  ///
  /// Control characters other than newlines are dropped, tabs become spaces. In a link attribute
  /// it must be an address that ``DOTURL`` accepts. The label of a record shape is no text: build it
  /// from ``DOTText/recordField(_:)`` and pass it as ``escaped(_:)``.
  case text(String)
  /// A value as Graphviz stores it, with its own escapes such as `\N`, `\l` and `&amp;`.
  case escaped(String)
  /// An HTML-like label.
  case html(HTMLLabel)
  case url(DOTURL)
  /// Written quoted and without exponent; must be finite.
  case number(Double)
  case boolean(Bool)
}

extension DOTValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Text, shown as it stands.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension DOTValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension DOTValue {
  /// What the library stores for a value: the text between the quotes or angle brackets.
  struct Stored: Hashable {
    var text: String
    var isHTML = false
  }

  /// Translates the value into what the library stores.
  ///
  /// - Throws: ``GraphvizError/invalidInput(reason:)`` for numbers that are not finite or so large
  ///   that they crash Graphviz, unsafe addresses, and markup whose brackets are not balanced.
  func stored(for name: DOTAttributeName) throws(GraphvizError) -> Stored {
    let stored = try unchecked(for: name)
    if let range = name.safeRange, let number = Double(stored.text), !range.contains(number) {
      throw .invalidInput(
        reason:
          "the value of '\(name.rawValue)' is not between \(range.lowerBound.plainDecimal) and "
          + range.upperBound.plainDecimal)
    }
    return stored
  }

  private func unchecked(for name: DOTAttributeName) throws(GraphvizError) -> Stored {
    switch self {
    case .text(let text):
      switch name.reading {
      case .label:
        // Graphviz overflows its stack somewhere below 50,000.
        guard text.utf8.count(where: { $0 == 0x0A || $0 == 0x0D }) < 1_000 else {
          throw .invalidInput(reason: "a label of more than 1,000 lines")
        }
        return Stored(text: DOTText.label(text))
      case .tooltip: return Stored(text: DOTText.tooltip(text))
      case .verbatim: return Stored(text: DOTText.verbatim(text))
      case .url:
        guard let url = DOTURL(text) else {
          throw .invalidInput(reason: "'\(text)' is not an address that a diagram may link to")
        }
        return Stored(text: url.encoded)
      }
    case .escaped(let text): return Stored(text: DOTText.representable(text))
    case .url(let url): return Stored(text: url.encoded)
    case .boolean(let flag): return Stored(text: flag ? "true" : "false")
    case .number(let number):
      guard number.isFinite else {
        throw .invalidInput(reason: "the value of '\(name.rawValue)' is not a finite number")
      }
      return Stored(text: number.plainDecimal)
    case .html(let label):
      guard label.isBalanced else {
        throw .invalidInput(reason: "the angle brackets of an HTML-like label are not balanced")
      }
      return Stored(text: label.markup, isHTML: true)
    }
  }
}
