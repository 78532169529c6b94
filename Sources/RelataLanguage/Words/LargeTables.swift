import CRelataTables

/// The bytes of the tables that are too large for Swift arrays, from `Sources/CRelataTables/Tables`.
///
/// The others stand in `PackageResources`. Each access copies: read a table once.
enum LargeTables {
  static var cities: [UInt8] { bytes(relata_table_cities()) }
  static var givenNames: [UInt8] { bytes(relata_table_given_names()) }
  static var nameForestOrganization: [UInt8] { bytes(relata_table_name_forest_organization()) }
  static var nameForestPerson: [UInt8] { bytes(relata_table_name_forest_person()) }
  static var nameWeights: [UInt8] { bytes(relata_table_name_weights()) }
  static var nicknames: [UInt8] { bytes(relata_table_nicknames()) }
  static var wordCounts: [UInt8] { bytes(relata_table_word_counts()) }

  private static func bytes(_ table: relata_table) -> [UInt8] {
    Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
