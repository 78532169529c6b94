import GRDB

/// The SQLite library that this program uses.
public enum SQLiteLibrary {
  /// Its version, such as "3.40.1"; nil if it does not answer.
  public static var version: String? {
    try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
  }
}
