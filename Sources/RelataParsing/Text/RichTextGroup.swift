/// What holds for the letters of a group of RTF, until its brace closes.
struct RichTextGroup {
  var isSkipped = false
  var isHidden = false
  var isDeleted = false
  /// Whether letters go elsewhere until the group ends.
  var opensStream = false
  /// Bytes that stand for one letter behind `\u`, for programs that know no Unicode.
  var fallback = 1

  /// Codes that make a group one of no text.
  static let skipped: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "footer", "headerl",
    "headerr",
    "headerf", "footerl", "footerr", "footerf", "fldinst", "annotation", "atnid", "atnauthor",
    "listtable",
    "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "latentstyles",
    "xmlnstbl",
    "bkmkstart", "bkmkend", "nonshppict", "shppict", "filetbl", "operator", "pgdsctbl",
    "subject", "keywords", "category", "manager", "company", "comment", "doccomm", "hlinkbase",
    "revtim", "printim", "buptim", "shprslt", "sp",
  ]
}
