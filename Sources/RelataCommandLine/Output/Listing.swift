import RelataCore
import RelataPipeline

/// How a listing is written.
enum ListingFormat: String, CaseIterable, Sendable { case table, json, jsonl, csv }

/// Rows with the same fields, ready for every listing format.
struct Listing {
  /// One column: its heading in tables, its name in CSV.
  struct Column {
    var title: String
    var isNumeric = false
    /// Columns of this kind give way when a terminal is narrow.
    var isFlexible = false
    /// Columns of this kind are left out of tables for a reader.
    var isForPrograms = false
  }

  var columns: [Column]
  /// Cells as text, one array a row, as many as columns.
  var rows: [[String]]
  /// The same rows as JSON objects.
  var objects: [JSONValue]

  init(_ columns: [Column]) {
    self.columns = columns
    rows = []
    objects = []
  }

  mutating func append(_ cells: [String], object: JSONValue) {
    rows.append(cells)
    objects.append(object)
  }

  /// Without the columns that only programs need.
  private var forReaders: Listing {
    let kept = columns.indices.filter { !columns[$0].isForPrograms }
    var listing = Listing(kept.map { columns[$0] })
    listing.rows = rows.map { row in kept.map { row[$0] } }
    return listing
  }

  /// Writes the rows; in JSON one array, or `document` if the command publishes a richer object.
  func write(
    as format: ListingFormat, to streams: OutputStreams, style: TerminalStyle,
    document: JSONValue? = nil
  ) throws(RelataError) {
    switch format {
    case .table:
      for line in TableWriter(width: streams.width, style: style).lines(forReaders) {
        try streams.print(line)
      }
    case .json:
      try streams.print(JSONWriter(pretty: true).text(document ?? .array(objects)))
    case .jsonl:
      let writer = JSONWriter()
      for object in objects { try streams.print(writer.text(object)) }
    case .csv:
      try streams.out.write(CSVWriter.row(columns.map { CSVWriter.name($0.title) }))
      for row in rows { try streams.out.write(CSVWriter.row(row)) }
    }
  }
}
