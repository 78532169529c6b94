/// A quotation mark, as a token of its own.
package enum QuotationMark: Hashable, Sendable {
  /// “ „ ‟ and the `` of treebanks.
  case opening
  /// ” and the '' of treebanks.
  case closing
  /// " and its full-width form: which of the two only what came before can tell.
  case straight
  /// « and », which open or close by language.
  case guillemet
  /// ‘ ‚ ‹, for a quotation inside a quotation, or the only one.
  case innerOpening
  /// ’ ›; the first is an apostrophe as well.
  case innerClosing

  /// The mark that a token is, nil for anything else: an apostrophe in a word is no token.
  package init?(_ form: String) {
    // Nearly all tokens begin with an ASCII letter and are none.
    guard let first = form.utf8.first,
      first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x60,
      form.utf8.count <= 3
    else { return nil }
    switch form {
    case "“", "„", "‟", "``": self = .opening
    case "”", "''": self = .closing
    case "\"", "＂": self = .straight
    case "«", "»": self = .guillemet
    case "‘", "‚", "‹": self = .innerOpening
    case "’", "›": self = .innerClosing
    default: return nil
    }
  }
}
