/// A table in an HTML-like label.
///
/// Rows without cells are left out.
public struct HTMLTable: Hashable, Sendable {
  /// Of the table.
  public var attributes: [HTMLAttribute]
  /// Cells by row.
  public var rows: [[HTMLCell]]

  /// A table of rows.
  public init(_ attributes: HTMLAttribute..., rows: [[HTMLCell]]) {
    self.attributes = attributes
    self.rows = rows
  }

  var markup: String {
    var body = rows.filter { !$0.isEmpty }.map { row in
      "<TR>" + row.map(\.markup).joined() + "</TR>"
    }.joined()
    if body.isEmpty { body = "<TR><TD></TD></TR>" }
    return "<TABLE\(HTMLAttribute.markup(attributes))>\(body)</TABLE>"
  }
}

/// A cell of a table: text or a table of its own.
public struct HTMLCell: Hashable, Sendable {
  /// What is in a cell.
  public indirect enum Content: Hashable, Sendable {
    case text(HTMLText)
    case table(HTMLTable)
  }

  /// What is in it.
  public var content: Content
  /// Of the cell.
  public var attributes: [HTMLAttribute]

  /// A cell with text.
  public init(_ text: HTMLText, _ attributes: HTMLAttribute...) {
    content = .text(text)
    self.attributes = attributes
  }

  /// A cell with a table.
  public init(table: HTMLTable, _ attributes: HTMLAttribute...) {
    content = .table(table)
    self.attributes = attributes
  }

  var markup: String {
    let inner =
      switch content {
      case .text(let text): text.markup
      case .table(let table): table.markup
      }
    return "<TD\(HTMLAttribute.markup(attributes))>\(inner)</TD>"
  }
}

/// An attribute of a table or cell.
///
/// Numbers are brought into the range that Graphviz can take.
public enum HTMLAttribute: Hashable, Sendable {
  /// Where content stands from left to right.
  public enum Alignment: String, Hashable, Sendable { case left, center, right }
  /// Where content stands from top to bottom.
  public enum VerticalAlignment: String, Hashable, Sendable { case top, middle, bottom }

  /// Points, 0…127, as are the next three.
  case border(Int)
  case cellBorder(Int)
  case cellPadding(Int)
  case cellSpacing(Int)
  case background(String)
  case color(String)
  case align(Alignment)
  case verticalAlign(VerticalAlignment)
  /// Columns, 1…100: larger spans make Graphviz hang.
  case columnSpan(Int)
  /// Rows, 1…100.
  case rowSpan(Int)
  /// Points, 0…65,535.
  case width(Int)
  /// Points, 0…65,535.
  case height(Int)
  /// Such as `rounded`.
  case style(String)
  case port(String)
  case link(DOTURL)

  private var pair: (name: String, value: String) {
    func number(_ value: Int, _ range: ClosedRange<Int>) -> String {
      String(min(max(value, range.lowerBound), range.upperBound))
    }
    return switch self {
    case .border(let width): ("BORDER", number(width, 0...127))
    case .cellBorder(let width): ("CELLBORDER", number(width, 0...127))
    case .cellPadding(let width): ("CELLPADDING", number(width, 0...127))
    case .cellSpacing(let width): ("CELLSPACING", number(width, 0...127))
    case .background(let color): ("BGCOLOR", HTMLEscaping.name(color))
    case .color(let color): ("COLOR", HTMLEscaping.name(color))
    case .align(let side): ("ALIGN", side.rawValue.uppercased())
    case .verticalAlign(let side): ("VALIGN", side.rawValue.uppercased())
    case .columnSpan(let count): ("COLSPAN", number(count, 1...100))
    case .rowSpan(let count): ("ROWSPAN", number(count, 1...100))
    case .width(let points): ("WIDTH", number(points, 0...65_535))
    case .height(let points): ("HEIGHT", number(points, 0...65_535))
    case .style(let style): ("STYLE", HTMLEscaping.name(style))
    case .port(let name): ("PORT", HTMLEscaping.name(name))
    case .link(let url): ("HREF", url.encoded)
    }
  }

  static func markup(_ attributes: [HTMLAttribute]) -> String {
    attributes.map { " \($0.pair.name)=\"\($0.pair.value)\"" }.joined()
  }
}
