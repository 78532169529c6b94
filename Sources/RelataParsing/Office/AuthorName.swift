import RelataReading

/// Who wrote a file, as its properties say it: programs and nameless users are no authors.
enum AuthorName {
  /// The name in one line; nil for none, and for what programs write of themselves.
  static func written(_ text: String?) -> String? {
    guard let name = text?.collapsedWords else { return nil }
    let words = name.lowercased()
    let isProgram = programs.contains(where: words.hasPrefix)
    return isProgram || nobody.contains(words) ? nil : name
  }

  private static let programs = [
    "openpyxl", "python-", "xlsxwriter", "apache poi", "libreoffice", "openoffice",
    "microsoft office", "microsoft word", "docx4j", "phpoffice", "pandoc",
  ]
  private static let nobody: Set<String> = [
    "user", "windows user", "admin", "administrator", "unknown", "author", "owner", "microsoft",
    "anonymous", "root", "default",
  ]
}
