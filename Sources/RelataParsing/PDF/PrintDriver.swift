/// Whether a PDF file was made by printing: then its day of creation is that of the printing.
enum PrintDriver {
  /// - Parameters:
  ///   - producer: The program that wrote the file, as it says itself.
  ///   - creator: The program that the text comes from.
  /// - Returns: Whether one of them is a browser or stands in for a printer.
  static func made(producer: String?, creator: String?) -> Bool {
    let names = [producer, creator].compactMap { $0?.lowercased() }
    return names.contains { name in
      (browsers + drivers).contains(where: name.contains)
    }
  }

  private static let browsers = [
    "skia/pdf", "mozilla", "chrome", "chromium", "safari", "firefox", "wkhtmltopdf",
  ]
  private static let drivers = [
    "quartz pdfcontext", "ghostscript", "primopdf", "print to pdf", "pdfcreator", "cutepdf",
    "bullzip", "dopdf", "novapdf", "pdf24",
  ]
}
